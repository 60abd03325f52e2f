import { z } from 'zod';

const lineResponse = z.object({
  docId: z
    .string()
    .optional()
    .describe('Văn bản của dòng; không có: số bỏ trống, hủy hay của văn bản mật trong sổ cũ.'),
  state: z.enum(['numbered', 'issued', 'withdrawn', 'replaced', 'voided', 'struck', 'cancelled', 'empty', 'secret']),
  cells: z.array(z.string()).readonly().describe('Mười ô, theo thứ tự các cột.'),
});

const volumeResponse = z
  .object({
    year: z.number(),
    types: z.string().describe('Các loại văn bản vào sổ.'),
    startsOn: z.string().optional().describe('Ngày bắt đầu, khi không phải 01/01.'),
    closedOn: z.string().optional().describe('Ngày khóa sổ; không có: chưa khóa.'),
    count: z.number().describe('Số dòng trong khoảng ngày.'),
    lines: z.array(lineResponse).readonly().describe('Các dòng cuối, theo số.'),
  })
  .meta({ id: 'BookVolumeLines' });

/** Answer of the book as it is printed. */
export const bookLinesResponse = z
  .object({
    from: z.string(),
    to: z.string(),
    columns: z.array(z.string()).readonly().describe('Tên mười cột của PL IV, Mục I.2.'),
    volumes: z.array(volumeResponse).readonly(),
  })
  .meta({ id: 'BookLines' });
