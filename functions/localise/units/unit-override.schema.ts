import { z } from 'zod';
import { about } from '#document/schemas/about.ts';
import { draftingUnit } from '#document/schemas/common.schema.ts';
import { isoDate, line, lineOf, stableId } from '#document/schemas/text.schema.ts';
import { OFFICE_ROLES } from './office-roles.ts';

const name = lineOf(200);

/**
 * Override of the defaults of a unit; every key but the code is optional.
 *
 * - `organId`: id of the organ in the register, where it is not `dv-<code>`.
 * - `drafter`: staffId of the one whose drafts they are; nobody else may save and submit them.
 * - `draftingUnit`: abbreviation of the unit that drafts, as it stands on the Lưu line.
 * - `named`: whether the unit is named after a person, a number or an event, so that its kind takes a capital: "Phường
 *   Trần Hưng Đạo" (PL II, Mục III.1.b). Only a human can say so; `place` says that the name is of a place.
 * - `offices`: real names by role; null: the unit has none.
 * - `ownDocuments`: number and day of the unit's own documents that a superior's plan cites by a key.
 *
 * @example { "schema": "DonVi@1", "unitCode": "25326", "offices": { "truyền thông": { "name": "Trung tâm Văn hóa" } } }
 */
export const unitOverride = z
  .strictObject({
    schema: z.literal('DonVi@1').meta(about('Loại dữ liệu và phiên bản.', 'DonVi@1')),
    unitCode: z
      .string()
      .regex(/^\d{5}$/)
      .meta(about('Mã đơn vị hành chính cấp xã.', '25326')),
    organId: stableId.optional().meta(about('Mã cơ quan trong phần mềm, khi khác mã tự đặt.', 'phuong-binh-long')),
    drafter: stableId
      .optional()
      .meta(about('Mã người soạn thảo nhận bản thảo; người khác không sửa, không trình được.', 'tran-thi-binh')),
    draftingUnit: draftingUnit.optional().meta(about('Chữ viết tắt của đơn vị soạn thảo, in ở dòng Lưu.', 'VHXH')),
    named: z
      .enum(['place', 'person', 'number', 'event'])
      .optional()
      .meta(about('Đơn vị mang tên gì: địa danh, người, số hay sự kiện; quyết định viết hoa “Phường”.', 'person')),
    place: lineOf(100).optional().meta(about('Địa danh trước ngày, tháng, năm.', 'Bình Long')),
    residentialUnits: lineOf(60).optional().meta(about('Cách gọi thôn, ấp, khu phố.', 'khu phố')),
    offices: z
      .partialRecord(
        z.enum(OFFICE_ROLES),
        z
          .strictObject({
            name: name.meta(about('Tên đầy đủ.', 'Trung tâm Phục vụ hành chính công')),
            shortName: name.optional().meta(about('Tên ngắn trong bảng và Nơi nhận.', 'TTPVHCC')),
          })
          .nullable(),
      )
      .optional()
      .meta(
        about('Tên thật các phòng, ban theo vai trò; null: đơn vị không có.', {
          'một cửa': { name: 'Trung tâm Phục vụ hành chính công' },
        }),
      ),
    positions: z
      .array(lineOf(100))
      .min(1)
      .max(100)
      .optional()
      .meta(about('Các chức vụ được ký văn bản.', ['Chủ tịch', 'Phó Chủ tịch'])),
    signers: z
      .array(
        z.strictObject({
          staffId: stableId.meta(about('Mã người ký.', 'nguyen-van-an')),
          fullName: lineOf(50).meta(about('Họ tên in dưới chữ ký.', 'Nguyễn Văn An')),
          position: lineOf(100).meta(about('Chức vụ.', 'Chủ tịch')),
        }),
      )
      .max(200)
      .optional()
      .meta(
        about('Những người ký văn bản.', [
          { staffId: 'nguyen-van-an', fullName: 'Nguyễn Văn An', position: 'Chủ tịch' },
        ]),
      ),
    recipients: z
      .array(line)
      .max(50)
      .optional()
      .meta(about('Nơi nhận riêng của đơn vị.', ['Đảng ủy phường'])),
    ownDocuments: z
      .record(
        stableId,
        z.strictObject({
          code: lineOf(60).meta(about('Số, ký hiệu.', '12/NQ-HĐND')),
          issuedDate: isoDate.meta(about('Ngày ban hành.', '2025-12-20')),
        }),
      )
      .optional()
      .meta(
        about('Văn bản riêng của đơn vị mà kế hoạch cấp trên viện dẫn theo khóa.', {
          'nghi-quyet': { code: '12/NQ-HĐND', issuedDate: '2025-12-20' },
        }),
      ),
    address: z
      .array(lineOf(200))
      .max(4)
      .optional()
      .meta(about('Địa chỉ in ở chân trang đầu.', ['Số 1 đường Hùng Vương, phường Bình Long'])),
  })
  .meta({ id: 'DonVi', title: 'Bổ sung hồ sơ đơn vị cấp xã' });

/** Override of a unit. */
export type UnitOverride = z.infer<typeof unitOverride>;
