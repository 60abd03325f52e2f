import { z } from 'zod';
import { inlineText } from './inline.schema.ts';
import { origin } from './origin.schema.ts';
import { table } from './table.schema.ts';
import { lineOf, stableId } from './text.schema.ts';

/**
 * What a part is, from the widest to the narrowest (PL I, Mục II.6.đ). A part holds only narrower ones, items also stand in
 * dashes; any level may be left out; `paragraph`, `note` and `table` may stand anywhere and have no number.
 *
 * | level | printed |   | level | printed |
 * | --- | --- | --- | --- | --- |
 * | division | Phần I | | point | a) |
 * | chapter | Chương I | | itemLetter | a. |
 * | section | Mục 1 | | item | (1) |
 * | subsection | Tiểu mục 1 | | itemRoman | (i) |
 * | article | Điều 1. | | dash | - |
 * | letter | A. | | plus | + |
 * | roman | I. | | paragraph | |
 * | clause | 1. | | note | |
 * | subclause | 1.1. | | table | |
 */
export const LEVELS = [
  'division',
  'chapter',
  'section',
  'subsection',
  'article',
  'letter',
  'roman',
  'clause',
  'subclause',
  'point',
  'itemLetter',
  'item',
  'itemRoman',
  'dash',
  'plus',
  'paragraph',
  'note',
  'table',
] as const;

/** Level of a part. */
export type Level = (typeof LEVELS)[number];

/** Alignments of a paragraph. */
export const paragraphAlign = z.enum(['left', 'center', 'right', 'justify']);

/**
 * A part of the body. The author gives title, text and order; the number comes from the place. `id` is needed where a
 * reference or a localised plan names the part. `runIn` puts the title in bold at the head of the text's line, which the
 * decree would put on a line of its own. `align` and `indent: false` are for paragraphs alone.
 */
export const part = z
  .strictObject({
    id: stableId.optional(),
    level: z.enum(LEVELS),
    title: lineOf(1000).optional(),
    runIn: z.literal(true).optional(),
    text: inlineText.optional(),
    align: paragraphAlign.optional(),
    indent: z.literal(false).optional(),
    table: table.optional(),
    origin: origin.optional(),
    get children() {
      return z.array(part).min(1).max(5000).optional();
    },
  })
  .meta({ id: 'Part' });

/** A part of the body, as data. */
export type Part = z.infer<typeof part>;
