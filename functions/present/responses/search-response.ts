import { z } from 'zod';
import { formatNumber } from '#document/code-notation.ts';
import type { AbsentNumber, NumberAnswer } from '#usecases/search/find-by-number.ts';
import { numberedDocumentResponse, toNumberedDocumentResponse } from './document-response.ts';

/** The answer to a number. `chưa cấp` is said only of the asker's own series. */
export const numberAnswerResponse = z
  .object({
    asked: z.object({
      number: z.number(),
      codeSuffix: z.string().optional(),
      notation: z.string().nullable(),
      typeCode: z.string().nullable(),
      year: z.number().nullable(),
    }),
    found: z.array(numberedDocumentResponse),
    absent: z.array(
      z.object({
        organName: z.string(),
        year: z.number(),
        series: z.string(),
        types: z.string(),
        reason: z.enum([
          'not-yet-given',
          'not-recorded',
          'not-in-book',
          'below-start',
          'other-symbol',
          'cancelled',
          'empty',
          'secret',
        ]),
        reasonName: z.string(),
        symbol: z.string().optional(),
        last: z.number().optional(),
        note: z.string().optional().describe('Ghi chú của sổ cũ về số không có văn bản.'),
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

/** Says why a number is not there; of a book that is not whole never that the number was not given. */
function reasonName({ reason, year, last, note }: Pick<AbsentNumber, 'reason' | 'year' | 'last' | 'note'>): string {
  const says = note === undefined ? '' : `: ${note}`;
  if (reason === 'cancelled') return `số bị hủy, không có văn bản${says}`;
  if (reason === 'empty') return `số bỏ trống, không có văn bản${says}`;
  if (reason === 'secret') return `số của văn bản mật, đăng ký ở sổ riêng${says}`;
  if (reason === 'not-yet-given') return 'chưa cấp';
  if (reason === 'not-recorded') return 'chưa ghi ở đây (số do hệ thống khác cấp)';
  if (reason === 'below-start') return 'thuộc sổ cũ, chưa nhập vào hệ thống';
  if (reason === 'other-symbol') return 'số đã cấp với ký hiệu khác';
  if (last === undefined) return `sổ năm ${year} chưa có văn bản nào trong hệ thống`;
  return `số này không có trong sổ năm ${year} (sổ nhập đến số ${formatNumber(last)})`;
}

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
    absent: absent.map((one) => ({ ...one, reasonName: reasonName(one) })),
    ...(cursor !== undefined && { cursor }),
  };
}
