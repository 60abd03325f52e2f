import { z } from 'zod';
import { BLANK_WORDS } from '#exchange/older-book/read-blank.ts';
import type { BlankNumber } from '#register/model/blank-number.schema.ts';

/** A number of an older book without a document. */
export const blankResponse = z
  .object({
    year: z.number(),
    series: z.string(),
    codeNumber: z.number(),
    codeSuffix: z.string().optional(),
    symbol: z.string(),
    kind: z.enum(['cancelled', 'empty', 'secret']),
    kindName: z.string(),
    issuedDate: z.string().optional(),
    note: z.string().optional(),
  })
  .meta({ id: 'BlankNumber' });

/** See {@link blankResponse}. */
export function toBlankResponse(blank: BlankNumber): z.infer<typeof blankResponse> {
  const { year, series, codeNumber, codeSuffix, symbol, kind, issuedDate, note } = blank;
  return { year, series, codeNumber, codeSuffix, symbol, kind, kindName: BLANK_WORDS[kind], issuedDate, note };
}
