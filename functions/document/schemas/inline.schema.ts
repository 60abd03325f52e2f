import { z } from 'zod';
import { lineOf, MAX_TEXT_LENGTH, pieceOf, stableId } from './text.schema.ts';

/** A reference to a part or an appendix by its id; it always prints the right number. */
export const reference = z.strictObject({ ref: stableId }).meta({ id: 'Reference' });

/**
 * Text of a paragraph: a string with `**đậm**` and `*nghiêng*`, or pieces of it with references between them.
 *
 * @example ['Phân công cụ thể tại ', { ref: 'phu-luc-nhiem-vu' }, '.']
 */
export const inlineText = z
  .union([
    lineOf(MAX_TEXT_LENGTH),
    z
      .array(z.union([pieceOf(MAX_TEXT_LENGTH), reference]))
      .min(1)
      .max(200),
  ])
  .meta({ id: 'InlineText' });

/** Text of a paragraph, as data. */
export type InlineText = z.infer<typeof inlineText>;

/** The pieces of a text, a plain string being one piece. */
export function pieces(text: InlineText): ReadonlyArray<string | { ref: string }> {
  return typeof text === 'string' ? [text] : text;
}
