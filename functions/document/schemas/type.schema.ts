import { z } from 'zod';
import { about } from './about.ts';
import { lineOf } from './text.schema.ts';

/** Code of a type: of `type-table.ts`, or one that the profile lists. */
export const typeCode = z.string().regex(/^[A-Z][A-Za-z0-9]{1,39}$/);

/** A type that an organ issues beside those of Điều 7 and PL III; `symbolYear`: its symbol has the year (17/2026/NQ-HĐND). */
export const ownType = z.strictObject({
  code: typeCode.meta(about('Mã loại văn bản, dùng trong sổ.', 'QuyTrinh')),
  typeName: lineOf(100).meta(about('Tên loại văn bản.', 'Quy trình')),
  abbreviation: z
    .string()
    .regex(/^[A-ZĐ][A-ZĐa-zđ]{0,9}$/u)
    .nullable()
    .meta(about('Chữ viết tắt trong ký hiệu; null: ký hiệu ghi cơ quan và đơn vị như công văn.', 'QTr', null)),
  symbolYear: z.literal(true).optional().meta(about('Ký hiệu có năm, như văn bản quy phạm pháp luật.', true)),
});
