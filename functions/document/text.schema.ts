import { z } from 'zod';

/** Longest paragraph of a body, in characters; a longer one is a pasted file. */
export const MAX_TEXT_LENGTH = 20_000;

/** Longest text of a table's cell, in characters. */
export const MAX_CELL_LENGTH = 10_000;

/** Longest trích yếu, in characters (PL VI, Phần II.I, trường Subject). */
export const MAX_SUBJECT_LENGTH = 500;

/**
 * What no text of a document may hold: control characters (XML 1.0 forbids most), lone surrogates, non-characters,
 * marks that turn the direction of writing, and characters of no width, which make two texts look the same.
 */
const FORBIDDEN = /[\p{Cc}\p{Cs}\uFFFE\uFFFF\u202A-\u202E\u2066-\u2069\u200B-\u200F\u2060\uFEFF\u00AD\u2028\u2029]/u;
const FORBIDDEN_BUT_LINE_END = new RegExp(`(?!\\n)${FORBIDDEN.source}`, 'u');

/** Code of the finding for a forbidden character; its place stands in the facts. */
export const FORBIDDEN_CHARACTER = 'FORBIDDEN_CHARACTER';

function withoutForbidden(schema: z.ZodString, forbidden: RegExp) {
  return schema.superRefine((text, ctx) => {
    const match = forbidden.exec(text);
    if (!match) return;
    const codePoint = match[0].codePointAt(0) ?? 0;
    ctx.addIssue({
      code: 'custom',
      params: {
        finding: FORBIDDEN_CHARACTER,
        codePoint: `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`,
        position: match.index + 1,
      },
    });
  });
}

/** One line of text: NFC, at most `max` characters, no line end, nothing that XML or the eye cannot bear. */
export function lineOf(max: number) {
  return withoutForbidden(z.string().min(1).max(max).normalize('NFC'), FORBIDDEN);
}

/** A short line: a name, a position, a recipient. */
export const line = lineOf(500);

/** A paragraph's text, with `**đậm**` and `*nghiêng*`. */
export const paragraphText = lineOf(MAX_TEXT_LENGTH);

/** A cell's text: a line end begins a new paragraph in the cell; it may be empty on purpose. */
export const cellText = withoutForbidden(z.string().max(MAX_CELL_LENGTH).normalize('NFC'), FORBIDDEN_BUT_LINE_END);

/** Stable id of a part, an appendix or a column: lower-case letters, digits and hyphens. */
export const stableId = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/);

/** A day of the calendar, `YYYY-MM-DD`; 30/02 is none. */
export const isoDate = z.iso.date();
