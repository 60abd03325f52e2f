import { z } from 'zod';
import { basis } from './basis.schema.ts';
import { commonFields } from './common.schema.ts';
import { planOrigin } from './origin.schema.ts';
import { paragraphText } from './text.schema.ts';

/**
 * Data of a Kế hoạch. `opening` is the sentence after the căn cứ without its subject, which the issuer gives:
 * "ban hành Kế hoạch … như sau:" prints "Chủ tịch UBND tỉnh ban hành Kế hoạch … như sau:".
 * `localisedFrom` says which superior's plan it was made of; it is not printed.
 */
export const keHoach = z
  .strictObject({
    schema: z.literal('KeHoach@1'),
    ...commonFields,
    bases: z.array(basis).max(50).optional(),
    opening: paragraphText,
    localisedFrom: planOrigin.optional(),
  })
  .meta({ id: 'KeHoach', title: 'Kế hoạch (Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4)' });

/** Data of a Kế hoạch. */
export type KeHoach = z.infer<typeof keHoach>;
