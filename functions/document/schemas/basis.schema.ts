import { z } from 'zod';
import { about } from './about.ts';
import { isoDate, line, lineOf, paragraphText } from './text.schema.ts';

/**
 * A document that is cited in full (PL I, Mục II.6.a): type, number and symbol, day, organ, trích yếu (with its own
 * "về"). A Luật, Bộ luật or Pháp lệnh has neither `code` nor `organName`: name and day alone.
 */
export const citation = z
  .strictObject({
    typeName: lineOf(100).meta(about('Tên loại văn bản được viện dẫn.', 'Nghị quyết')),
    code: lineOf(60).optional().meta(about('Số và ký hiệu; Luật, Pháp lệnh và Hiến pháp không có.', '76/NQ-CP')),
    issuedDate: isoDate.meta(about('Ngày ban hành.', '2021-07-15')),
    organName: lineOf(200)
      .optional()
      .meta(about('Cơ quan ban hành; Luật, Pháp lệnh và Hiến pháp không ghi.', 'Chính phủ')),
    subject: line.meta(
      about(
        'Trích yếu, cả chữ “về” hay “ban hành”; với Luật là tên luật.',
        'ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030',
      ),
    ),
  })
  .meta({ id: 'Citation' });

/** One căn cứ, a paragraph of its own: a cited document after "Căn cứ" or "Thực hiện", or a sentence of another kind. */
export const basis = z
  .strictObject({
    verb: z
      .enum(['Căn cứ', 'Thực hiện'])
      .optional()
      .meta(about('Chữ mở đầu, ghi cùng cites. Câu khác (Theo đề nghị của …) thì ghi cả câu vào text.', 'Thực hiện')),
    cites: citation.optional().meta(
      about('Văn bản được viện dẫn đầy đủ; phần mềm tự viết thành câu.', {
        typeName: 'Nghị quyết',
        code: '76/NQ-CP',
        issuedDate: '2021-07-15',
        organName: 'Chính phủ',
        subject: 'ban hành Chương trình tổng thể cải cách hành chính nhà nước',
      }),
    ),
    text: paragraphText
      .optional()
      .meta(
        about(
          'Cả câu, khi căn cứ không phải là một văn bản được viện dẫn; không ghi dấu “;” hay “.” ở cuối.',
          'Theo đề nghị của Trưởng phòng Văn hóa - Xã hội',
        ),
      ),
  })
  .meta({ id: 'Basis' });

/** A cited document, as data. */
export type Citation = z.infer<typeof citation>;
/** A căn cứ, as data. */
export type Basis = z.infer<typeof basis>;
