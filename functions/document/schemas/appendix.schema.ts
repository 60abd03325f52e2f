import { z } from 'zod';
import { about } from './about.ts';
import { ORIGIN_EXAMPLE } from './examples.ts';
import { origin } from './origin.schema.ts';
import { part } from './part.schema.ts';
import { lineOf, stableId } from './text.schema.ts';

/** Ways a page lies. */
export const orientation = z.enum(['portrait', 'landscape']);

/**
 * A phụ lục (PL I, Mục III.1): tables, text, or both. It stands in the document's file, or in a file of its own
 * (`ownFile`). `label` is a name of its own in place of "Phụ lục I" (Biểu số 01, Danh sách); `sameNumber` gives it the number
 * of the one before. "./." ends an appendix that ends in text, unless `endMark` says otherwise.
 */
export const appendix = z
  .strictObject({
    id: stableId.optional().meta(about('Mã để tham chiếu tới phụ lục; cần khi có chỗ nói tới nó.', 'phu-luc-nhiem-vu')),
    label: lineOf(100)
      .optional()
      .meta(about('Tên riêng in thay cho “Phụ lục I”.', 'Biểu số 01', 'Danh sách')),
    sameNumber: z.literal(true).optional().meta(about('Mang cùng số với phụ lục ngay trước.', true)),
    title: lineOf(1000).optional().meta(about('Tên phụ lục; in hoa khi trình bày.', 'Nhiệm vụ cụ thể')),
    orientation: orientation.optional().meta(about('Chiều trang: dọc (portrait) hay ngang (landscape).', 'landscape')),
    ownFile: z.literal(true).optional().meta(about('Phụ lục nằm trong một tệp riêng.', true)),
    endMark: z
      .boolean()
      .optional()
      .meta(about('Có in “./.” ở cuối không; không ghi: in khi phụ lục kết thúc bằng lời văn.', false)),
    body: z
      .array(part)
      .min(1)
      .max(5000)
      .meta(about('Các phần của phụ lục theo thứ tự.', [{ level: 'paragraph', text: 'Nội dung phụ lục' }])),
    origin: origin
      .optional()
      .meta(about('Phần của cấp trên mà phụ lục này được lập theo; phần mềm ghi, không in.', ORIGIN_EXAMPLE)),
  })
  .meta({ id: 'Appendix' });

/** A phụ lục, as data. */
export type Appendix = z.infer<typeof appendix>;
/** The way a page lies. */
export type Orientation = z.infer<typeof orientation>;
