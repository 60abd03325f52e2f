import { z } from '@hono/zod-openapi';
import { about } from '#document/schemas/about.ts';
import { draftingUnit, urgency } from '#document/schemas/common.schema.ts';
import { isoDate, line, lineOf, MAX_SUBJECT_LENGTH, stableId } from '#document/schemas/text.schema.ts';
import { typeCode } from '#document/schemas/type.schema.ts';
import { newDocId, uploadId } from './request-fields.ts';

const given = {
  codeNumber: z.int().min(1).max(999_999).meta(about('Số đã được cấp.', 241)),
  issuedDate: isoDate.meta(about('Ngày đã được cấp, không sau hôm nay.', '2026-03-16')),
};

/** Body of a registration: a document that was drafted elsewhere. */
export const registerBody = z
  .strictObject({
    docId: newDocId.optional(),
    typeCode: typeCode.meta(about('Mã loại văn bản: một loại của Điều 7, hoặc loại của riêng cơ quan.', 'QuyetDinh')),
    series: stableId.optional().meta(about('Mã sổ, khi không phải sổ đầu tiên của loại.', 'quyet-dinh')),
    subject: lineOf(MAX_SUBJECT_LENGTH).meta(about('Trích yếu.', 'Kiện toàn Ban Chỉ đạo chuyển đổi số')),
    signerInfo: z
      .strictObject({
        position: line.meta(about('Chức vụ người ký.', 'Chủ tịch')),
        fullName: line.meta(about('Họ và tên người ký.', 'Nguyễn Văn An')),
      })
      .meta(about('Người ký.', { position: 'Chủ tịch', fullName: 'Nguyễn Văn An' })),
    draftingUnit: draftingUnit.optional().openapi({
      description: 'Chữ viết tắt đơn vị soạn thảo; công văn phải có, vì nằm trong ký hiệu.',
      // The library would write the flag of a pattern into the contract.
      pattern: '^[A-ZĐ][A-ZĐa-zđ0-9&.-]{0,19}$',
      example: 'VX',
    }),
    to: z
      .array(line)
      .max(200)
      .meta(about('Nơi nhận, mỗi nơi một dòng.', ['Như Điều 3', 'Lưu: VT'])),
    issuedAmount: z.int().min(1).max(999).optional().meta(about('Số lượng bản.', 12)),
    pageAmount: z.int().min(1).max(999).optional().meta(about('Số trang.', 3)),
    urgency: urgency.optional().meta(about('Mức độ khẩn.', 'KHẨN')),
    recorded: z
      .strictObject(given)
      .optional()
      .meta(
        about('Số và ngày hệ thống khác đã cấp, khi sổ lấy số ở hệ thống khác.', {
          codeNumber: 241,
          issuedDate: '2026-03-16',
        }),
      ),
    uploadId: uploadId.optional().meta(about('Mã tệp .docx hoặc PDF đã tải lên.', '0f3c-9a1b')),
    restricted: z
      .boolean()
      .optional()
      .meta(
        about(
          'Lưu hành nội bộ, xem xong trả lại hoặc có dữ liệu cá nhân: chỉ cơ quan mình và nơi đã gửi xem được.',
          true,
        ),
      ),
    isScan: z.boolean().optional().meta(about('Tệp là bản quét từ bản gốc giấy.', true)),
  })
  .openapi('RegisterDocument');

/** Body of a record: what another system gave. */
export const recordBody = z.strictObject(given).openapi('RecordNumber');
