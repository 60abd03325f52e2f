import { z } from '@hono/zod-openapi';
import { about } from '#document/schemas/about.ts';
import { isoDate, line, lineOf, MAX_SUBJECT_LENGTH } from '#document/schemas/text.schema.ts';
import { typeCode } from '#document/schemas/type.schema.ts';
import { data, NOTATION, newDocId, uploadId } from './request-fields.ts';

/** Body of a paper record. Exactly one of `data` and `record`; an upload is the file of the record, or stands for the data. */
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

/** Body of a corrected paper record. What a line of an older book should say; what is left out stays. */
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
