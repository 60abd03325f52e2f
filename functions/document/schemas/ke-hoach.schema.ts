import { z } from 'zod';
import { basis } from './basis.schema.ts';
import { commonFields } from './common.schema.ts';
import { inlineText } from './inline.schema.ts';
import { planOrigin } from './origin.schema.ts';
import { paragraphText } from './text.schema.ts';

/**
 * Data of a Kế hoạch. `preamble` are upright paragraphs after the căn cứ. `opening` is the sentence after them without its
 * subject, which the issuer gives: "ban hành Kế hoạch … như sau:" prints "Chủ tịch UBND tỉnh ban hành Kế hoạch … như sau:";
 * `openingLead` stands before the issuer ("Nhằm …,"). No opening, no sentence.
 * `localisedFrom` says which superior's plan it was made of; it is not printed.
 */
export const keHoach = z
  .strictObject({
    schema: z.literal('KeHoach@1'),
    ...commonFields,
    bases: z.array(basis).max(50).optional(),
    preamble: z.array(inlineText).min(1).max(20).optional(),
    openingLead: paragraphText.optional(),
    opening: paragraphText.optional(),
    localisedFrom: planOrigin.optional(),
  })
  .meta({ id: 'KeHoach', title: 'Kế hoạch (Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4)' });

/** Data of a Kế hoạch. */
export type KeHoach = z.infer<typeof keHoach>;
