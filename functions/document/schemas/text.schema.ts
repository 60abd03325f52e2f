import { z } from 'zod';
import { FORBIDDEN, FORBIDDEN_BUT_LINE_END } from '../text/forbidden-characters.ts';
import { nfc } from '../text/nfc.ts';
import { isUsual } from '../text/usual-characters.ts';

/** Longest paragraph of a body, in characters; a longer one is a pasted file. */
export const MAX_TEXT_LENGTH = 20_000;

/** Longest text of a table's cell, in characters. */
export const MAX_CELL_LENGTH = 10_000;

/** Longest trích yếu, in characters (PL VI, Phần II.I, trường Subject). */
export const MAX_SUBJECT_LENGTH = 500;

/** A text that has something to be seen; one of spaces alone is as good as missing. */
export const VISIBLE = /\S/;

/** Code of the finding for a forbidden character; its position stands in the params. */
export const FORBIDDEN_CHARACTER = 'FORBIDDEN_CHARACTER';

/** Most forbidden characters of one text that are listed. */
const MAX_FORBIDDEN_LISTED = 20;

function withoutForbidden(schema: z.ZodString, forbidden: RegExp) {
  return schema.superRefine((text, ctx) => {
    if (isUsual(text) || !forbidden.test(text)) return;
    const found = [...text.matchAll(new RegExp(forbidden.source, 'gu'))].slice(0, MAX_FORBIDDEN_LISTED);
    for (const match of found) {
      ctx.addIssue({
        code: 'custom',
        params: {
          finding: FORBIDDEN_CHARACTER,
          codePoint: match[0].codePointAt(0) ?? 0,
          position: match.index + 1,
          before: text.slice(Math.max(0, match.index - 20), match.index),
        },
      });
    }
  });
}

/** A piece of a line: NFC, at most `max` characters, no line end, nothing that XML or the eye cannot bear. */
export function pieceOf(max: number) {
  return withoutForbidden(z.string().min(1).max(max).overwrite(nfc), FORBIDDEN);
}

/** One line of text: a piece of which something can be seen. */
export function lineOf(max: number) {
  return withoutForbidden(z.string().min(1).max(max).regex(VISIBLE).overwrite(nfc), FORBIDDEN);
}

/** A short line: a name, a position, a recipient. */
export const line = lineOf(500);

/** A paragraph's text, with `**đậm**` and `*nghiêng*`. */
export const paragraphText = lineOf(MAX_TEXT_LENGTH);

/** A cell's text: a line end begins a new paragraph in the cell; it may be empty on purpose. */
export const cellText = withoutForbidden(z.string().max(MAX_CELL_LENGTH).overwrite(nfc), FORBIDDEN_BUT_LINE_END);

/** Stable id of a part, an appendix or a column: lower-case letters, digits and hyphens. */
export const STABLE_ID = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;

/** The schema of a stable id. */
export const stableId = z.string().regex(STABLE_ID);

/** A day of the calendar, `YYYY-MM-DD`; 30/02 is none. */
export const isoDate = z.iso.date();
