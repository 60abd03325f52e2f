import { z } from 'zod';
import { inlineText } from './inline.schema.ts';
import { origin } from './origin.schema.ts';
import { table } from './table.schema.ts';
import { lineOf, stableId } from './text.schema.ts';

/**
 * What a part is, from the widest to the narrowest (PL I, Mục II.6.đ). A part holds only narrower ones; any level may
 * be left out; `paragraph` and `table` may stand anywhere and have no number.
 *
 * | level | printed |   | level | printed |
 * | --- | --- | --- | --- | --- |
 * | division | Phần I | | clause | 1. |
 * | chapter | Chương I | | subclause | 1.1. |
 * | section | Mục 1 | | point | a) |
 * | subsection | Tiểu mục 1 | | dash | - |
 * | article | Điều 1. | | paragraph | |
 * | roman | I. | | table | |
 */
export const LEVELS = [
  'division',
  'chapter',
  'section',
  'subsection',
  'article',
  'roman',
  'clause',
  'subclause',
  'point',
  'dash',
  'paragraph',
  'table',
] as const;

/** Level of a part. */
export type Level = (typeof LEVELS)[number];

/**
 * A part of the body. The author gives title, text and order; the number comes from the place. `runIn` puts the title
 * in bold at the head of the text's line, which the decree would put on a line of its own: kept, with a warning.
 */
export const part = z
  .strictObject({
    id: stableId,
    level: z.enum(LEVELS),
    title: lineOf(1000).optional(),
    runIn: z.literal(true).optional(),
    text: inlineText.optional(),
    table: table.optional(),
    origin: origin.optional(),
    get children() {
      return z.array(part).min(1).max(5000).optional();
    },
  })
  .meta({ id: 'Part' });

/** A part of the body, as data. */
export type Part = z.infer<typeof part>;
