import { z } from 'zod';
import { sha256 } from '#base/patterns.ts';
import { about } from './about.ts';
import { lineOf, stableId } from './text.schema.ts';

/**
 * Origin of a part or row: the superior's document, its part, and that part's SHA-256 with its marks. It is never
 * printed; it lets the unit see what the superior changes later.
 */
export const origin = z
  .strictObject({
    docId: stableId.meta(about('Mã văn bản của cấp trên.', 'ke-hoach-cchc-2026')),
    partId: stableId.meta(about('Mã phần của văn bản ấy.', 'muc-tieu')),
    hash: sha256.meta(about('SHA-256 của phần ấy lúc giao xuống.', '0'.repeat(64))),
  })
  .meta({ id: 'Origin' });

/** A file that a plan was read from. */
export const originFile = z.strictObject({
  name: lineOf(300).meta(about('Tên tệp.', 'ke-hoach-tinh.docx')),
  sha256: sha256.meta(about('SHA-256 của tệp.', '0'.repeat(64))),
});

/** Origin of a whole plan: the superior's document, the unit's code, the SHA-256 as sent down. */
export const planOrigin = z
  .strictObject({
    docId: stableId.meta(about('Mã kế hoạch của cấp trên.', 'ke-hoach-cchc-2026')),
    unitCode: z
      .string()
      .regex(/^\d{5}$/)
      .meta(about('Mã đơn vị hành chính cấp xã.', '25326')),
    hash: sha256.meta(about('SHA-256 của kế hoạch lúc giao xuống.', '0'.repeat(64))),
    file: originFile.optional().meta(
      about('Tệp Word của cấp trên mà kế hoạch được đọc từ đó.', {
        name: 'ke-hoach-tinh.docx',
        sha256: '0'.repeat(64),
      }),
    ),
  })
  .meta({ id: 'PlanOrigin' });

/** Origin of a part or row, as data. */
export type Origin = z.infer<typeof origin>;
/** Origin of a whole plan, as data. */
export type PlanOrigin = z.infer<typeof planOrigin>;
