import { z } from 'zod';
import { about } from './about.ts';
import { commonFields, draftingUnit } from './common.schema.ts';
import { line } from './text.schema.ts';

/**
 * Data of a công văn. `addressees` are those after "Kính gửi" (ô 9a); they act on it, while `recipients` (ô 9b) know
 * of it: "Như trên" before them is printed by itself. `draftingUnit` is part of its symbol: 12/UBND-HCC.
 */
export const congVan = z
  .strictObject({
    schema: z.literal('CongVan@1').meta(about('Loại dữ liệu và phiên bản.', 'CongVan@1')),
    ...commonFields,
    draftingUnit,
    addressees: z
      .array(line)
      .min(1)
      .max(100)
      .meta(about('Nơi nhận sau “Kính gửi”, không gõ dấu “-”, “;”.', ['Sở Nội vụ'])),
  })
  .meta({ id: 'CongVan', title: 'Công văn (Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.5)' });

/** Data of a công văn. */
export type CongVan = z.infer<typeof congVan>;
