import type { z } from '@hono/zod-openapi';
import { about } from '#document/schemas/about.ts';
import { isoDate } from '#document/schemas/text.schema.ts';
import { requestFinding } from '#present/findings/request-findings.ts';
import { HttpError } from '#present/problems/http-error.ts';
import type { Period } from '#usecases/period.ts';
import { year } from '../requests/parameters.ts';

/** A period in a query: `year`, or `from` and `to`. */
export const periodFields = {
  year: year.optional(),
  from: isoDate.optional().meta(about('Từ ngày, khi không theo năm.', '2026-01-01')),
  to: isoDate.optional().meta(about('Đến ngày, kể cả ngày ấy.', '2026-03-31')),
};

/** Exactly one of the two ways. Throws `bad-request`. */
export function periodOf({ year, from, to }: z.infer<z.ZodObject<typeof periodFields>>): Period {
  if (year !== undefined && from === undefined && to === undefined) return { year };
  if (year === undefined && from !== undefined && to !== undefined) return { from, to };
  const finding =
    year === undefined
      ? requestFinding({ code: 'MISSING', pointer: ['year'], params: { what: '“year”, hoặc cả “from” và “to”' } })
      : requestFinding({ code: 'UNKNOWN_KEY', pointer: [], params: { key: from === undefined ? 'to' : 'from' } });
  throw new HttpError('bad-request', { findings: [finding] });
}
