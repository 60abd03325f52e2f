import { z } from 'zod';
import { about } from '#document/schemas/about.ts';
import { keHoach } from '#document/schemas/ke-hoach.schema.ts';
import { originFile } from '#document/schemas/origin.schema.ts';
import { isoDate, lineOf, stableId } from '#document/schemas/text.schema.ts';

/** A superior's plan as its Word file gave it, and what the unit decided of each part. */
export const superiorFile = z
  .strictObject({
    schema: z.literal('TepCapTren@1').meta(about('Loại dữ liệu và phiên bản.', 'TepCapTren@1')),
    file: originFile.meta(about('Tệp Word của cấp trên.', { name: 'ke-hoach-tinh.docx', sha256: '0'.repeat(64) })),
    superior: z
      .strictObject({
        provinceCode: z
          .string()
          .regex(/^\d{2}$/)
          .meta(about('Mã tỉnh, thành phố.', '75')),
        docId: stableId.meta(about('Mã kế hoạch của cấp trên.', 'ke-hoach-51')),
        code: lineOf(60).meta(about('Số, ký hiệu của kế hoạch ấy.', '51/KH-UBND')),
        issuedDate: isoDate.meta(about('Ngày ban hành kế hoạch ấy.', '2026-01-30')),
      })
      .meta(
        about('Kế hoạch của cấp trên.', {
          provinceCode: '75',
          docId: 'ke-hoach-51',
          code: '51/KH-UBND',
          issuedDate: '2026-01-30',
        }),
      ),
    plan: keHoach.meta(about('Kế hoạch đọc được từ tệp; mỗi phần có mã.', {})),
    decisions: z
      .record(stableId, z.enum(['down', 'stays', 'undecided']))
      .meta(
        about(
          'Đơn vị quyết định từng phần: lấy vào kế hoạch của mình (down), không lấy (stays), chưa quyết (undecided).',
          { 'phan-1': 'down' },
        ),
      ),
  })
  .meta({ id: 'TepCapTren', title: 'Kế hoạch cấp trên đọc từ tệp Word' });

/** A superior's plan out of a Word file. */
export type SuperiorFile = z.infer<typeof superiorFile>;
