import { z } from 'zod';
import { origin } from './origin.schema.ts';
import { part } from './part.schema.ts';
import { lineOf, stableId } from './text.schema.ts';

/** Ways a page lies. */
export const orientation = z.enum(['portrait', 'landscape']);

/**
 * A phụ lục (PL I, Mục III.1): tables, text, or both. It stands in the document's file, or in a file of its own
 * (`ownFile`). `label` is a name of its own in place of "Phụ lục I" (Biểu số 01, Danh sách); `sameNumber` gives it the number
 * of the one before. "./." ends an appendix that ends in text, unless `endMark` says otherwise.
 */
export const appendix = z
  .strictObject({
    id: stableId.optional(),
    label: lineOf(100).optional(),
    sameNumber: z.literal(true).optional(),
    title: lineOf(1000).optional(),
    orientation: orientation.optional(),
    ownFile: z.literal(true).optional(),
    endMark: z.boolean().optional(),
    body: z.array(part).min(1).max(5000),
    origin: origin.optional(),
  })
  .meta({ id: 'Appendix' });

/** A phụ lục, as data. */
export type Appendix = z.infer<typeof appendix>;
/** The way a page lies. */
export type Orientation = z.infer<typeof orientation>;
