import { withReadableSigns } from './symbols.ts';

/** Characters that print nothing: zero width, soft hyphens, marks of direction, controls but tab and line end. */
const INVISIBLE = /(?![\t\n])[\p{Cc}\p{Cf}]/gu;
/** Spaces that look like a space. */
const SPACES = /[\u00A0\u2000-\u200A\u202F\u205F\u3000]/gu;
const PLAIN = /^[\t\n\x20-\x7e]*$/;

/** A text as it is seen: without invisible characters, every space a space. */
export function cleanText(text: string): { readonly text: string; readonly removed: number } {
  if (PLAIN.test(text)) return { text, removed: 0 };
  const seen = withReadableSigns(text).replace(INVISIBLE, '');
  return { text: seen.replace(SPACES, ' '), removed: text.length - seen.length };
}

/** Tells whether a text begins with a mark that belongs to the letter before it. */
export function beginsWithMark(text: string): boolean {
  return /^\p{M}/u.test(text);
}
