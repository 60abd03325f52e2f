import { z } from 'zod';
import { about } from './about.ts';
import { lineOf, MAX_TEXT_LENGTH, pieceOf, stableId } from './text.schema.ts';

/**
 * A reference to a part or an appendix by its id; it always prints the right number, by itself with `number`: "I" for "Phụ
 * lục I", so that "các phụ lục I, II" can be said.
 */
export const reference = z
  .strictObject({
    ref: stableId.meta(about('Mã (id) của phần hay phụ lục được nói tới.', 'phu-luc-nhiem-vu')),
    number: z.literal(true).optional().meta(about('Chỉ in số, không in tên cấp: “I” thay cho “Phụ lục I”.', true)),
  })
  .meta({ id: 'Reference' });

/** A reference, as data. */
export type Reference = z.infer<typeof reference>;

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
export function pieces(text: InlineText): ReadonlyArray<string | Reference> {
  return typeof text === 'string' ? [text] : text;
}
