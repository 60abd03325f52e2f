import { z } from '@hono/zod-openapi';
import { about } from '#document/schemas/about.ts';
import { isoDate, line, lineOf, stableId } from '#document/schemas/text.schema.ts';
import { stepNameSchema } from '#register/model/step.schema.ts';

const STEP = { step: 'form', by: { kind: 'person', staffId: 'van-thu-phuong' } };

const takenBy = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('unit-head').meta(about('Trưởng đơn vị soạn thảo.', 'unit-head')) }),
  z.strictObject({
    kind: z.literal('position').meta(about('Người ký mang một chức vụ.', 'position')),
    position: line.meta(about('Chức vụ ấy.', 'Chánh Văn phòng')),
  }),
  z.strictObject({
    kind: z.literal('person').meta(about('Một người.', 'person')),
    staffId: stableId.meta(about('Mã người ấy.', 'van-thu-phuong')),
    deputy: stableId.optional().meta(about('Mã người làm thay.', 'pho-van-phong')),
  }),
]);

const step = z.strictObject({
  step: stepNameSchema.meta(about('Kiểm tra nội dung, kiểm tra thể thức, hay xem trước khi ký.', 'form')),
  by: takenBy.meta(about('Ai làm bước này.', STEP.by)),
});

const ofTypes = z.strictObject({
  types: z
    .array(lineOf(60))
    .min(1)
    .max(60)
    .optional()
    .meta(about('Loại văn bản; không ghi là mọi loại khác.', ['KeHoach'])),
  steps: z
    .array(step)
    .max(4)
    .meta(about('Các bước theo thứ tự, nhiều nhất bốn.', [STEP])),
});

const unitHead = z.strictObject({
  unit: lineOf(20).meta(about('Chữ viết tắt của đơn vị.', 'VHXH')),
  staffId: stableId.meta(about('Mã trưởng đơn vị.', 'truong-vhxh')),
  deputy: stableId.optional().meta(about('Mã người làm thay.', 'pho-vhxh')),
});

const absence = z.strictObject({
  staffId: stableId.meta(about('Mã người vắng.', 'truong-vhxh')),
  from: isoDate.meta(about('Từ ngày.', '2026-03-16')),
  to: isoDate.meta(about('Đến hết ngày.', '2026-03-20')),
  deputy: stableId.meta(about('Mã người làm thay trong thời gian ấy.', 'pho-vhxh')),
});

/** Settings of an office, as the API takes them. */
export const officeWay = {
  ownDraftAllowed: z.boolean().meta(about('Người ký được tự soạn: duyệt được văn bản do chính mình soạn.', false)),
  steps: z
    .array(ofTypes)
    .max(20)
    .optional()
    .meta(
      about('Các bước trước khi ký, theo loại văn bản (Điều 12); không ghi là không có bước nào.', [{ steps: [STEP] }]),
    ),
  unitHeads: z
    .array(unitHead)
    .max(200)
    .optional()
    .meta(about('Trưởng các đơn vị.', [{ unit: 'VHXH', staffId: 'truong-vhxh' }])),
  absences: z
    .array(absence)
    .max(200)
    .optional()
    .meta(
      about('Ai vắng, ai làm thay.', [
        { staffId: 'truong-vhxh', from: '2026-03-16', to: '2026-03-20', deputy: 'pho-vhxh' },
      ]),
    ),
};

/** See {@link officeWay}. */
export const officeBody = z.strictObject(officeWay).openapi('PutOffice');
