import { z } from 'zod';
import { about } from './about.ts';
import { appendix, orientation } from './appendix.schema.ts';
import { inlineText } from './inline.schema.ts';
import { part } from './part.schema.ts';
import { signer } from './signer.schema.ts';
import { line, lineOf, MAX_SUBJECT_LENGTH, stableId } from './text.schema.ts';

/** Mức độ khẩn, as printed (PL I, Mục III.2.b). */
export const urgency = z.enum(['HOẢ TỐC', 'HỎA TỐC', 'THƯỢNG KHẨN', 'KHẨN']);
/** Chỉ dẫn phạm vi lưu hành, as printed (PL I, Mục III.2.c). */
export const circulation = z.enum(['XEM XONG TRẢ LẠI', 'LƯU HÀNH NỘI BỘ']);

/** Mark of a draft that goes out for comment; an issued document has none. */
export const draftMark = z
  .string()
  .normalize('NFC')
  .regex(/^DỰ THẢO(?: LẦN)?(?: [1-9]\d?)?$/u);

/** The month that a draft prints where its day is not known yet. */
export const draftMonth = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/);

/** Abbreviation of a drafting unit or of a field, as it stands in a công văn's symbol. */
export const draftingUnit = z
  .string()
  .regex(/^[A-ZĐ][A-ZĐa-zđ0-9&.-]{0,19}$/u)
  .normalize('NFC')
  .meta(about('Chữ viết tắt đơn vị soạn thảo hay lĩnh vực: ở dòng Lưu và trong ký hiệu công văn.', 'HCC'));

/**
 * Fields that Kế hoạch and công văn share.
 *
 * `organ` is the id of the organ's profile. `issuer` says who issues, the organ or its head, and alone drives the opening
 * sentence, the Kèm theo line and TM. `draftingUnit` is the abbreviation of the drafting unit or field: it stands on
 * the Lưu line and in a công văn's symbol. `medium` decides how the Kèm theo line is filled in (paper unless said).
 * `series` names one of the profile's series: that of an advisory body (hội đồng, ban, tổ) that stands on the document as who
 * issues (PL I, Mục II.3.a), or another than the first of the type.
 * `subjectLines` breaks the trích yếu where the office wants it. `draftMark` and `draftMonth` are printed on drafts alone.
 * Number, date and state are the register's: a document's data has none.
 */
export const commonFields = {
  organ: stableId.meta(about('Mã cơ quan ban hành (organId trong hồ sơ cơ quan).', 'phuong-binh-long')),
  series: stableId
    .optional()
    .meta(
      about(
        'Hệ thống số, khi không phải sổ đầu tiên của loại văn bản: thường là của ban chỉ đạo, hội đồng.',
        'ban-chi-dao',
      ),
    ),
  issuer: z
    .enum(['organ', 'head'])
    .meta(about('Ai ban hành: cơ quan (organ, ký TM.) hay người đứng đầu (head).', 'organ')),
  subject: lineOf(MAX_SUBJECT_LENGTH).meta(
    about('Trích yếu nội dung, không có dấu chấm ở cuối.', 'Cải cách hành chính năm 2026'),
  ),
  subjectLines: z
    .array(line)
    .min(2)
    .max(10)
    .optional()
    .meta(
      about('Trích yếu ngắt dòng theo ý cơ quan; ghép lại phải đúng subject.', ['Cải cách hành chính', 'năm 2026']),
    ),
  draftingUnit: draftingUnit.optional(),
  body: z
    .array(part)
    .min(1)
    .max(5000)
    .meta(
      about('Nội dung: các phần theo thứ tự; số thứ tự do phần mềm đánh.', [
        {
          level: 'roman',
          title: 'Mục tiêu',
          children: [{ level: 'paragraph', text: 'Nâng cao chất lượng phục vụ Nhân dân.' }],
        },
      ]),
    ),
  closing: inlineText
    .optional()
    .meta(about('Lời kết sau nội dung.', 'Trên đây là Kế hoạch cải cách hành chính năm 2026.')),
  recipients: z
    .array(line)
    .max(200)
    .meta(
      about('Nơi nhận, mỗi nơi một dòng, không gõ “-”, “;” và dòng Lưu.', [
        'UBND thành phố Đồng Nai',
        'Các ban, ngành, đoàn thể phường',
      ]),
    ),
  archive: z
    .strictObject({
      copies: z.int().min(1).max(99).optional().meta(about('Số bản lưu của đơn vị soạn thảo.', 2)),
      drafterMark: lineOf(30).optional().meta(about('Ký hiệu người soạn thảo.', 'PL')),
      issuedAmount: z.int().min(1).max(99_999).optional().meta(about('Số lượng bản phát hành.', 300)),
      units: z
        .array(
          z.strictObject({
            name: lineOf(100).meta(about('Tên viết tắt đơn vị lưu.', 'HC')),
            copies: z.int().min(1).max(99).optional().meta(about('Số bản lưu của đơn vị ấy.', 2)),
          }),
        )
        .min(1)
        .max(10)
        .optional()
        .meta(
          about('Các đơn vị lưu sau VT, khi có nhiều hơn đơn vị soạn thảo.', [
            { name: 'HC' },
            { name: 'Sở Nội vụ', copies: 2 },
          ]),
        ),
    })
    .optional()
    .meta(
      about('Dòng Lưu ở cuối Nơi nhận; không ghi thì in “Lưu: VT” và đơn vị soạn thảo.', {
        drafterMark: 'PL',
        issuedAmount: 300,
      }),
    ),
  signer: signer.meta(
    about('Người ký.', { authority: [{ prefix: 'KT.', position: 'Chủ tịch' }, { position: 'Phó Chủ tịch' }] }),
  ),
  urgency: urgency.optional().meta(about('Mức độ khẩn.', 'KHẨN')),
  circulation: circulation.optional().meta(about('Chỉ dẫn về phạm vi lưu hành.', 'LƯU HÀNH NỘI BỘ')),
  personalData: z
    .literal(true)
    .optional()
    .meta(about('Có dữ liệu cá nhân: ngoài cơ quan, chỉ nơi được gửi đến xem được; không in.', true)),
  footAddress: z
    .literal(true)
    .optional()
    .meta(about('In địa chỉ cơ quan (address trong hồ sơ) ở chân trang đầu.', true)),
  medium: z
    .enum(['paper', 'electronic'])
    .optional()
    .meta(about('Bản giấy (không ghi) hay bản điện tử; quyết định cách ghi dòng Kèm theo.', 'electronic')),
  orientation: orientation.optional().meta(about('Chiều trang: dọc (portrait) hay ngang (landscape).', 'portrait')),
  draftMark: draftMark.optional().meta(about('Dấu DỰ THẢO, chỉ in khi chưa ban hành.', 'DỰ THẢO', 'DỰ THẢO LẦN 2')),
  draftMonth: draftMonth
    .optional()
    .meta(about('Tháng dự kiến ban hành, in trên bản thảo khi chưa biết ngày.', '2026-03')),
  appendices: z
    .array(appendix)
    .max(50)
    .optional()
    .meta(
      about('Các phụ lục theo thứ tự; số thứ tự do phần mềm đánh.', [
        { id: 'phu-luc-nhiem-vu', title: 'Nhiệm vụ cụ thể', body: [{ level: 'paragraph', text: 'Nội dung phụ lục' }] },
      ]),
    ),
};
