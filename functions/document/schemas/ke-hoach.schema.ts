import { z } from 'zod';
import { about } from './about.ts';
import { basis } from './basis.schema.ts';
import { commonFields } from './common.schema.ts';
import { inlineText } from './inline.schema.ts';
import { planOrigin } from './origin.schema.ts';
import { paragraphText } from './text.schema.ts';

/**
 * Data of a Kế hoạch. `preamble` are upright paragraphs after the căn cứ. `opening` is the sentence after them without its
 * subject, which the issuer gives: "ban hành Kế hoạch … như sau:" prints "Chủ tịch UBND tỉnh ban hành Kế hoạch … như sau:";
 * `openingLead` stands before the issuer ("Nhằm …,"). No opening, no sentence.
 * `localisedFrom` says which superior's plan it was made of; it is not printed.
 */
export const keHoach = z
  .strictObject({
    schema: z.literal('KeHoach@1').meta(about('Loại dữ liệu và phiên bản.', 'KeHoach@1')),
    ...commonFields,
    bases: z
      .array(basis)
      .max(50)
      .optional()
      .meta(
        about('Các căn cứ ban hành, mỗi căn cứ một đoạn.', [
          { text: 'Theo đề nghị của Trưởng phòng Văn hóa - Xã hội' },
        ]),
      ),
    preamble: z
      .array(inlineText)
      .min(1)
      .max(20)
      .optional()
      .meta(
        about('Các đoạn chữ đứng giữa căn cứ và câu mở đầu.', [
          'Năm 2025, phường đã hoàn thành các chỉ tiêu được giao.',
        ]),
      ),
    openingLead: paragraphText
      .optional()
      .meta(about('Vế đứng trước tên người ban hành trong câu mở đầu.', 'Nhằm nâng cao chất lượng phục vụ Nhân dân,')),
    opening: paragraphText
      .optional()
      .meta(
        about(
          'Câu mở đầu sau tên người ban hành, không ghi lại tên ấy; bỏ trống thì không có câu này.',
          'ban hành Kế hoạch cải cách hành chính năm 2026 như sau:',
        ),
      ),
    localisedFrom: planOrigin.optional().meta(
      about('Kế hoạch của cấp trên mà văn bản được lập theo; phần mềm ghi, không in.', {
        docId: 'ke-hoach-cchc-2026',
        unitCode: '25326',
        hash: '0'.repeat(64),
      }),
    ),
  })
  .meta({ id: 'KeHoach', title: 'Kế hoạch (Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4)' });

/** Data of a Kế hoạch. */
export type KeHoach = z.infer<typeof keHoach>;
