import { z } from 'zod';
import { about } from '#document/schemas/about.ts';
import { isoDate, stableId } from '#document/schemas/text.schema.ts';
import { typeCode } from '#document/schemas/type.schema.ts';
import { TYPE_TABLE } from '#document/type-table.ts';
import { stateSchema } from '#register/model/states.ts';

/** A trích yếu that was pasted whole. */
const MAX_WORDS = 500;
const words = z.string().min(1).max(MAX_WORDS).optional();

/** Query fields that page through a list. */
export const pageFields = {
  cursor: z
    .string()
    .max(2000)
    .optional()
    .meta(about('Chỗ tiếp theo, lấy từ cursor của trang trước.', 'eyJwayI6IkQifQ')),
  limit: z.coerce.number().int().min(1).max(100).optional().meta(about('Số mục mỗi trang.', 50)),
};

/** A type by its code; `KH` is what a symbol has, and the finding says the code that is meant. */
const searchedType = typeCode.superRefine((code, context) => {
  const meant = TYPE_TABLE.find(({ abbreviation }) => abbreviation === code);
  if (meant) context.addIssue({ code: 'custom', params: { allowed: meant.code } });
});

/** Query of a search, as strings; all that is given must hold. */
export const searchQuery = z.strictObject({
  text: words.meta(about('Chữ trong trích yếu, có dấu hay không dấu.', 'cải cách hành chính')),
  organ: stableId.optional().meta(about('Mã cơ quan ban hành.', 'phuong-binh-long')),
  organName: words.meta(about('Tên cơ quan ban hành, cả tên cũ.', 'thị xã Bình Long')),
  symbol: z.string().min(1).max(60).optional().meta(about('Ký hiệu.', 'KH-UBND')),
  year: z.coerce.number().int().min(1945).max(9999).optional().meta(about('Năm ban hành.', 2026)),
  from: isoDate.optional().meta(about('Từ ngày.', '2026-01-01')),
  to: isoDate.optional().meta(about('Đến ngày, kể cả ngày ấy.', '2026-03-31')),
  typeCode: searchedType.optional().meta(about('Loại văn bản.', 'KeHoach')),
  state: stateSchema.optional().meta(about('Trạng thái.', 'issued')),
  signer: words.meta(about('Tên người ký.', 'Nguyễn Văn An')),
  recipient: words.meta(about('Nơi nhận.', 'Sở Nội vụ')),
  ...pageFields,
});
