import { z } from 'zod';
import type { NumberAnswer } from '#usecases/finding/find-by-number.ts';
import { numberedDocumentResponse, toNumberedDocumentResponse } from './document-response.ts';

/** The answer to a number. `chưa cấp` is said only of the asker's own series. */
export const numberAnswerResponse = z
  .object({
    asked: z.object({
      number: z.number(),
      notation: z.string().nullable(),
      typeCode: z.string().nullable(),
      year: z.number().nullable(),
    }),
    found: z.array(numberedDocumentResponse),
    absent: z.array(
      z.object({
        year: z.number(),
        series: z.string(),
        reason: z.enum(['not-yet-given', 'year-over', 'below-start', 'other-symbol']),
        reasonName: z.string(),
        symbol: z.string().optional(),
      }),
    ),
    cursor: z.string().optional(),
  })
  .meta({ id: 'NumberAnswer' });

/** Answer of a search; a name of several organs gives only the organs to choose from. */
export const searchResponse = z
  .object({
    organs: z.array(z.object({ organ: z.string(), name: z.string() })),
    items: z.array(numberedDocumentResponse),
    cursor: z.string().optional(),
  })
  .meta({ id: 'SearchAnswer' });

const ABSENT_NAMES = {
  'not-yet-given': 'chưa cấp',
  'year-over': 'năm đó không cấp đến số này',
  'below-start': 'thuộc sổ cũ, chưa nhập vào hệ thống',
  'other-symbol': 'số đã cấp với ký hiệu khác',
} as const;

/** See {@link numberAnswerResponse}. */
export function toNumberAnswerResponse({
  asked,
  found,
  absent,
  cursor,
}: NumberAnswer): z.infer<typeof numberAnswerResponse> {
  return {
    asked,
    found: found.map(toNumberedDocumentResponse),
    absent: absent.map((one) => ({ ...one, reasonName: ABSENT_NAMES[one.reason] })),
    ...(cursor !== undefined && { cursor }),
  };
}
