import { z } from 'zod';
import { appendix, orientation } from './appendix.schema.ts';
import { inlineText } from './inline.schema.ts';
import { part } from './part.schema.ts';
import { signer } from './signer.schema.ts';
import { line, lineOf, MAX_SUBJECT_LENGTH, stableId } from './text.schema.ts';

/** Mức độ khẩn, as printed (PL I, Mục III.2.b). */
export const urgency = z.enum(['HOẢ TỐC', 'HỎA TỐC', 'THƯỢNG KHẨN', 'KHẨN']);
/** Chỉ dẫn phạm vi lưu hành, as printed (PL I, Mục III.2.c). */
export const circulation = z.enum(['XEM XONG TRẢ LẠI', 'LƯU HÀNH NỘI BỘ']);

/** What a draft that goes out for comment bears; an issued document does not. */
export const draftMark = z
  .string()
  .normalize('NFC')
  .regex(/^DỰ THẢO(?: LẦN)?(?: [1-9]\d?)?$/u);

/** The month that a draft prints where its day is not known yet. */
export const draftMonth = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/);

/**
 * What Kế hoạch and công văn share.
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
  organ: stableId,
  series: stableId.optional(),
  issuer: z.enum(['organ', 'head']),
  subject: lineOf(MAX_SUBJECT_LENGTH),
  subjectLines: z.array(line).min(2).max(10).optional(),
  draftingUnit: z
    .string()
    .regex(/^[A-ZĐ][A-ZĐa-zđ0-9&.-]{0,19}$/u)
    .normalize('NFC')
    .optional(),
  body: z.array(part).min(1).max(5000),
  closing: inlineText.optional(),
  recipients: z.array(line).max(200),
  archive: z
    .strictObject({
      copies: z.int().min(1).max(99).optional(),
      drafterMark: lineOf(30).optional(),
      issuedAmount: z.int().min(1).max(99_999).optional(),
      units: z
        .array(z.strictObject({ name: lineOf(100), copies: z.int().min(1).max(99).optional() }))
        .min(1)
        .max(10)
        .optional(),
    })
    .optional(),
  signer,
  urgency: urgency.optional(),
  circulation: circulation.optional(),
  footAddress: z.literal(true).optional(),
  medium: z.enum(['paper', 'electronic']).optional(),
  orientation: orientation.optional(),
  draftMark: draftMark.optional(),
  draftMonth: draftMonth.optional(),
  appendices: z.array(appendix).max(50).optional(),
};
