import { z } from '@hono/zod-openapi';
import { about } from '#document/schemas/about.ts';
import { isoDate, line, stableId } from '#document/schemas/text.schema.ts';

const anyJson = z.record(z.string(), z.unknown());
/** Run of a fan-out in a path. */
export const runParam = z.object({ runId: stableId.meta(about('Mã đợt giao.', 'dot-1')) });

/** Start of a fan-out. */
export const startBody = z
  .strictObject({
    runId: stableId.meta(about('Mã đợt giao do phía gửi chọn; gọi lại cùng mã không tạo trùng.', 'dot-1')),
    plan: anyJson.meta(about('Dữ liệu KeHoachDiaPhuong.', { schema: 'KeHoachDiaPhuong@1' })),
    units: line.meta(
      about('Tên hoặc mã các đơn vị cách nhau bằng dấu phẩy, hoặc mã tỉnh, thành phố.', '25326, xã Phú Lý'),
    ),
    due: isoDate.optional().meta(about('Ngày cuối các đơn vị phải ban hành.', '2026-03-31')),
    profiles: z
      .array(anyJson)
      .max(5000)
      .optional()
      .meta(about('Hồ sơ bổ sung của đơn vị (DonVi).', [{ schema: 'DonVi@1', unitCode: '25326' }])),
  })
  .openapi('StartFanOut');

/** Units to be reminded. */
export const remindBody = z
  .strictObject({
    unitCodes: z
      .array(z.string().regex(/^\d{5}$/))
      .min(1)
      .max(4000)
      .optional()
      .meta(about('Chỉ những đơn vị này; không ghi là mọi đơn vị chưa trình.', ['25326'])),
  })
  .openapi('RemindUnits');

/** Unit whose plan is previewed. */
export const previewUnitBody = z
  .strictObject({
    plan: anyJson.meta(about('Dữ liệu KeHoachDiaPhuong.', { schema: 'KeHoachDiaPhuong@1' })),
    unitCode: z
      .string()
      .regex(/^\d{5}$/)
      .meta(about('Mã đơn vị hành chính cấp xã.', '25326')),
  })
  .openapi('PreviewUnit');
