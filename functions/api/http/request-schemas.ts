import { z } from '@hono/zod-openapi';
import { about } from '#document/schemas/about.ts';
import { PLAN_EXAMPLE } from '#document/schemas/examples.ts';
import { signer } from '#document/schemas/signer.schema.ts';
import { isoDate, line, lineOf, MAX_SUBJECT_LENGTH, STABLE_ID, stableId } from '#document/schemas/text.schema.ts';
import { typeCode } from '#document/schemas/type.schema.ts';
import { LATIN_CAPITAL, LATIN_LETTERS } from '#document/text/latin-letters.ts';
import { pageFields } from '#present/requests/search-query.ts';
import { stateSchema } from '#register/model/states.ts';

/** The data of a document. Its schemas are components of their own; it is checked whole, by shape and by meaning. */
const data = z.record(z.string(), z.unknown()).openapi({
  description: 'Dữ liệu văn bản.',
  examples: [PLAN_EXAMPLE],
  type: 'object',
  additionalProperties: true,
  oneOf: [{ $ref: '#/components/schemas/KeHoach' }, { $ref: '#/components/schemas/CongVan' }],
});

/** Ids that documents have, those of documents brought in included. */
const DOC_ID = /^[a-z0-9][a-z0-9-]{0,79}$/;

/** `KH-UBND`, `UBND-HCC`. */
const NOTATION = new RegExp(`^${LATIN_CAPITAL}[${LATIN_LETTERS}\\d&]*(?:[-.][${LATIN_LETTERS}\\d&]+)*$`, 'u');

/** Id of a document; one that the client chooses makes creating it safe to repeat. */
export const newDocId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{6,62}[a-z0-9]$/)
  .openapi({
    examples: ['ke-hoach-cchc-2026'],
    description:
      'Mã do phía gửi chọn, để gửi lại khi không nhận được trả lời: cùng mã, cùng nội dung thì nhận lại văn bản đã tạo, không tạo trùng; cùng mã, khác nội dung thì 409 (already-exists).',
  });

/** A deputy who signs for the head. */
const SIGNER_EXAMPLE = {
  authority: [{ prefix: 'KT.', position: 'Chủ tịch' }, { position: 'Phó Chủ tịch' }],
};

/** Names bytes that were uploaded before. */
export const uploadId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,79}$/)
  .meta(about('Mã của tệp đã tải lên (POST /uploads).', 'tl-0198c2f4'));

/** That the data, or the upload that has it, is there; said with all else that is wrong. */
function withData<Body extends z.ZodType<{ data?: unknown; uploadId?: unknown }>>(body: Body): Body {
  return body.refine((value) => value.data !== undefined || value.uploadId !== undefined, {
    path: ['data'],
    when: ({ value }) => typeof value === 'object' && value !== null,
  });
}

/** Bodies. All are strict: what is not named here is refused, and so is what only the server writes. */
export const createBody = withData(
  z.strictObject({ docId: newDocId.optional(), data: data.optional(), uploadId: uploadId.optional() }),
).openapi('CreateDocument', { description: 'Đúng một trong “data” và “uploadId” (dữ liệu JSON đã tải lên).' });
/** See {@link createBody}. */
export const saveBody = withData(z.strictObject({ data: data.optional(), uploadId: uploadId.optional() })).openapi(
  'SaveDocument',
  { description: 'Đúng một trong “data” và “uploadId” (dữ liệu JSON đã tải lên).' },
);
/** See {@link createBody}. Stands where bytes would. */
export const uploadedBody = z.strictObject({ uploadId }).openapi('Uploaded');
/** See {@link createBody}. */
export const emptyBody = z.strictObject({});
/** See {@link createBody}. */
export const returnBody = z
  .strictObject({
    reason: lineOf(1000).meta(about('Lý do trả lại.', 'Thiếu căn cứ pháp lý')),
    notSigned: z.boolean().optional().meta(about('Văn thư trả lại văn bản đã duyệt: xác nhận chưa ký giấy.', true)),
  })
  .openapi('ReturnDocument');
/** See {@link createBody}. */
export const issueBody = z
  .strictObject({
    signatureConfirmed: z.boolean().optional().meta(about('Văn thư xác nhận: đã đối chiếu bản giấy, đã ký.', true)),
    pages: z.int().min(1).max(999).optional().meta(about('Số trang của bản giấy đã đối chiếu.', 7)),
    date: isoDate
      .optional()
      .meta(about('Ngày văn bản mà văn thư đã xem; khác hôm nay của máy chủ thì không cấp số.', '2026-11-29')),
  })
  .openapi('IssueDocument');
/** See {@link createBody}. The signature block as it is to be. */
export const signerBody = z
  .strictObject({ signer: signer.meta(about('Khối chữ ký như sẽ in.', SIGNER_EXAMPLE)) })
  .openapi('ChangeSigner');
/** See {@link createBody}. Documents that end when this one is issued. */
export const submitBody = z
  .strictObject({
    replaces: z
      .array(z.string().regex(DOC_ID))
      .min(1)
      .max(10)
      .optional()
      .meta(about('Mã các văn bản mà văn bản này thay thế.', ['ke-hoach-cchc-2025'])),
  })
  .openapi('SubmitDocument');
/** See {@link createBody}. */
export const reasonBody = z
  .strictObject({ reason: lineOf(1000).meta(about('Lý do.', 'Ban hành nhầm')) })
  .openapi('Reason');
/** See {@link createBody}. Without `partId` the remark is on the document as a whole. */
export const noteBody = z
  .strictObject({
    partId: lineOf(200)
      .optional()
      .meta(about('Phần được nhận xét: mã phần, tên trường, hoặc vị trí.', 'muc-tieu', 'body/0/children/2', 'subject')),
    text: lineOf(2000).meta(about('Nhận xét.', 'Cần nêu rõ thời hạn')),
  })
  .openapi('AddNote');
/** See {@link createBody}. */
export const presenceBody = z
  .strictObject({ hasLeft: z.boolean().optional().meta(about('Ghi true khi đóng văn bản.', true)) })
  .openapi('SignPresence');
/** See {@link createBody}. */
export const coDraftersBody = z
  .strictObject({
    coDrafters: z
      .array(stableId)
      .max(5)
      .meta(about('Mã những người cùng soạn; để trống là thôi.', ['an-nguyen'])),
  })
  .openapi('CoDrafters');
/** See {@link createBody}. */
export const handOverBody = z
  .strictObject({ to: stableId.meta(about('Mã người nhận bàn giao.', 'an-nguyen')) })
  .openapi('HandOver');
/** See {@link createBody}. `notice`: what recalls it. */
export const withdrawBody = z
  .strictObject({
    reason: lineOf(1000).meta(about('Lý do.', 'Ban hành nhầm')),
    notice: z
      .strictObject({
        symbol: line.meta(about('Số, ký hiệu của thông báo.', '12/TB-UBND')),
        issuedDate: isoDate.meta(about('Ngày của thông báo.', '2026-03-16')),
      })
      .optional()
      .meta(about('Văn bản thông báo thu hồi.', { symbol: '12/TB-UBND', issuedDate: '2026-03-16' })),
  })
  .openapi('WithdrawDocument');
/** See {@link createBody}. `by`: the công văn that corrects. */
export const correctBody = z
  .strictObject({ by: z.string().regex(DOC_ID).meta(about('Mã công văn đính chính.', 'cong-van-dinh-chinh')) })
  .openapi('CorrectDocument');
/** See {@link createBody}. `by`: the document that amends. */
export const amendBody = z
  .strictObject({ by: z.string().regex(DOC_ID).meta(about('Mã văn bản sửa đổi, bổ sung.', 'ke-hoach-sua-doi')) })
  .openapi('AmendDocument');
/** See {@link createBody}. `docId`: that of the new draft. */
export const copyBody = z.strictObject({ docId: newDocId.optional() }).openapi('CopyDocument');
/** See {@link createBody}. Exactly one of `data` and `record`; an upload is the file of the record, or stands for the data. */
export const bringInBody = z
  .strictObject({
    docId: newDocId.optional(),
    codeNumber: z.int().min(1).max(999_999).meta(about('Số đã cấp.', 35)),
    codeSuffix: z
      .string()
      .regex(/^[a-zđ]{1,4}$/)
      .optional()
      .meta(about('Chữ sau số của sổ cũ; chỉ với record.', 'a')),
    copy: z.int().min(2).max(9).optional().meta(about('Lần thứ mấy của số đã cấp trùng; chỉ với record.', 2)),
    issuedDate: isoDate.meta(about('Ngày ban hành.', '2025-01-24')),
    data: data.optional(),
    uploadId: uploadId.optional(),
    record: z
      .strictObject({
        typeCode: typeCode.meta(about('Mã loại văn bản, mọi loại của Điều 7 và của quy định cũ.', 'QuyetDinh')),
        // The library would write the flag of a pattern into the contract.
        codeNotation: z
          .string()
          .regex(NOTATION)
          .max(60)
          .openapi({ pattern: NOTATION.source, description: 'Ký hiệu.', examples: ['KH-UBND'] }),
        subject: lineOf(MAX_SUBJECT_LENGTH).meta(about('Trích yếu.', 'Cải cách hành chính năm 2025')),
        signerInfo: z
          .strictObject({
            position: line.meta(about('Chức vụ.', 'Chủ tịch')),
            fullName: line.meta(about('Họ tên.', 'Nguyễn Văn An')),
          })
          .optional()
          .meta(about('Người ký.', { position: 'Chủ tịch', fullName: 'Nguyễn Văn An' })),
        to: z
          .array(line)
          .max(200)
          .optional()
          .meta(about('Nơi nhận.', ['Sở Nội vụ'])),
      })
      .optional()
      .meta(
        about('Thông tin của văn bản chỉ có tệp, không có dữ liệu.', {
          typeCode: 'KeHoach',
          codeNotation: 'KH-UBND',
          subject: 'Cải cách hành chính năm 2025',
        }),
      ),
  })
  .openapi('BringInDocument');

/** See {@link createBody}. What a line of an older book should say; what is left out stays. */
export const correctRecordBody = z
  .strictObject({
    reason: lineOf(1000).meta(about('Lý do sửa, theo sổ giấy.', 'Gõ sai trích yếu khi nhập')),
    subject: lineOf(MAX_SUBJECT_LENGTH).optional().meta(about('Trích yếu.', 'cải cách hành chính năm 2025')),
    issuedDate: isoDate.optional().meta(about('Ngày ban hành, trong năm của sổ.', '2025-01-24')),
    signerInfo: z
      .strictObject({
        position: z.string().max(200).meta(about('Chức vụ.', 'Chủ tịch')),
        fullName: line.meta(about('Họ tên.', 'Võ Tấn Đức')),
      })
      .optional()
      .meta(about('Người ký.', { position: 'Chủ tịch', fullName: 'Võ Tấn Đức' })),
    to: z
      .array(line)
      .max(200)
      .optional()
      .meta(about('Nơi nhận.', ['Các sở, ban, ngành'])),
    archivedAt: lineOf(200).optional().meta(about('Đơn vị, người nhận bản lưu.', 'VP')),
    issuedAmount: z.int().min(1).max(99_999).optional().meta(about('Số lượng bản.', 30)),
  })
  .openapi('CorrectRecord');

/** Path parameters. What does not fit cannot exist: it is not found. */
export const docIdParam = z.object({
  docId: z.string().regex(DOC_ID).meta(about('Mã văn bản.', 'ke-hoach-cchc-2026')),
});
/** See {@link docIdParam}. */
export const saveParam = docIdParam.extend({
  rev: z.coerce.number().int().min(1).max(999_999_999).meta(about('Lần lưu, như trong danh sách.', 3)),
});
/** See {@link docIdParam}. */
export const issuedParam = docIdParam.extend({
  organ: stableId.meta(about('Mã cơ quan ban hành.', 'phuong-binh-long')),
});
/** See {@link docIdParam}. */
export const fileParam = issuedParam.extend({
  fileId: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/)
    .meta(about('Mã tệp, như trong files của văn bản.', 'van-ban')),
});
/** See {@link docIdParam}. */
export const validFromParam = z.object({
  validFrom: isoDate.meta(about('Ngày hồ sơ bắt đầu có hiệu lực.', '2025-07-01')),
});

/** A year in a path or a query. */
export const year = z.coerce.number().int().min(1945).max(9999).meta(about('Năm.', 2026));

/** Queries. */
export const listQuery = z.strictObject({
  state: stateSchema.meta(about('Trạng thái.', 'draft')),
  ...pageFields,
});
/** See {@link listQuery}. */
export const findQuery = z.strictObject({
  number: z
    .string()
    .min(1)
    .max(700)
    .meta(about('Số và ký hiệu, viết thế nào cũng được.', '35/KH-UBND', 'kế hoạch 35 2025')),
  year: year.optional(),
  cursor: pageFields.cursor,
});
/** See {@link listQuery}. */
export const previewQuery = z.strictObject({
  file: z.string().max(80).optional().meta(about('Tệp nào, khi văn bản có phụ lục ở tệp riêng.', 'van-ban')),
});
/** See {@link listQuery}. */
export const noQuery = z.strictObject({});
/** See {@link listQuery}. */
export const yearQuery = z.strictObject({ year });
/** A series of a profile, or one of an older book: `so-cu-QuyetDinh`. */
export const seriesName = z.string().regex(/^(?:[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?|so-cu-[A-Za-z]{1,40})$/);
/** See {@link docIdParam}. */
export const seriesParam = z.object({ year, series: seriesName.meta(about('Mã sổ.', 'ke-hoach')) });
/** See {@link createBody}. */
export const startBody = z
  .strictObject({ start: z.int().min(1).max(999_999).meta(about('Số đầu tiên của năm.', 36)) })
  .openapi('StartOfSeries');
/** See {@link listQuery}. */
export const pageQuery = z.strictObject({ cursor: pageFields.cursor });

/** Sign-in name, kept in lower case and NFC without outer spaces, however it is typed. */
export const signInName = z
  .string()
  .overwrite((typed) => typed.normalize('NFC').trim().toLowerCase())
  .regex(STABLE_ID)
  .meta(about('Tên đăng nhập: chữ không dấu, số, gạch nối; chữ hoa, chữ thường như nhau.', 'an-nguyen'));
