import { z } from '@hono/zod-openapi';
import { isoDate } from '#document/schemas/text.schema.ts';
import { requestFinding } from '#present/findings/request-findings.ts';
import { HttpError } from '#present/problems/http-error.ts';
import type { Period } from '#usecases/period.ts';

/** A period in a query: `year`, or `from` and `to`. */
export const periodFields = {
  year: z.coerce.number().int().min(1945).max(9999).optional(),
  from: isoDate.optional(),
  to: isoDate.optional(),
};

/** Exactly one of the two ways. Throws `bad-request`. */
export function periodOf({ year, from, to }: z.infer<z.ZodObject<typeof periodFields>>): Period {
  if (year !== undefined && from === undefined && to === undefined) return { year };
  if (year === undefined && from !== undefined && to !== undefined) return { from, to };
  const finding =
    year === undefined
      ? requestFinding({ code: 'MISSING', pointer: ['year'], facts: { what: '“year”, hoặc cả “from” và “to”' } })
      : requestFinding({ code: 'UNKNOWN_KEY', pointer: [], facts: { key: from === undefined ? 'to' : 'from' } });
  throw new HttpError('bad-request', { findings: [finding] });
}
