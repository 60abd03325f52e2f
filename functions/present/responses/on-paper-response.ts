import { z } from 'zod';
import { formatLongDate, formatShortDate } from '#document/dates.ts';
import type { AlikeDocument, OnPaper, PrintedField } from '#usecases/issuing/on-paper.ts';

/** Handwritten fields of a paper document and documents alike, as the API answers them. */
export const onPaperResponse = z
  .object({
    places: z.array(
      z.object({
        place: z.enum(['number', 'day', 'attached']).meta({ description: 'Chỗ ghi: số, ngày, dòng Kèm theo.' }),
        where: z.string().meta({ description: 'Chỗ ấy ở đâu, bằng lời.' }),
        write: z.string().nullable().meta({ description: 'Chữ phải ghi; null khi chưa có số.' }),
      }),
    ),
    alike: z.array(
      z.object({
        docId: z.string(),
        symbol: z.string(),
        issuedDate: z.string(),
        same: z.enum(['data', 'subject']).meta({ description: 'Trùng cả nội dung, hay chỉ trích yếu.' }),
        question: z.string().meta({ description: 'Câu hỏi văn thư trước khi cấp số.' }),
      }),
    ),
  })
  .meta({ id: 'OnPaper' });

/** See {@link onPaperResponse}. */
export function toOnPaperResponse({ document, places, alike }: OnPaper): z.infer<typeof onPaperResponse> {
  const { symbol, issuedDate } = document;
  return {
    places: places.map((one) => ({
      place: one.place,
      where: whereOf(one),
      write: symbol === undefined || issuedDate === undefined ? null : writtenAt(one, symbol, issuedDate),
    })),
    alike: alike.map((one) => ({ ...one, question: questionOf(one) })),
  };
}

function whereOf({ place, label }: PrintedField): string {
  if (place === 'number') return 'Đầu văn bản, dòng Số';
  if (place === 'day') return 'Đầu văn bản, dòng địa danh và ngày tháng';
  return `${label}, dòng Kèm theo`;
}

function writtenAt({ place }: PrintedField, symbol: string, issuedDate: string): string {
  if (place === 'number') return symbol;
  const day = formatLongDate(issuedDate);
  return place === 'day' ? day : `${symbol} ${day}`;
}

function questionOf({ symbol, issuedDate, same }: AlikeDocument): string {
  const how = same === 'data' ? 'Nội dung' : 'Trích yếu';
  return `${how} giống văn bản số ${symbol} ${formatShortDate(issuedDate)}. Có đúng là văn bản khác không?`;
}
