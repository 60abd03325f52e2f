import type { BlankValues } from './blanks.ts';

/** A wording cut at its blanks, so that it is scanned once and never again: what a unit puts in is text. */
export type Template = ReadonlyArray<string | Blank>;

/** A place to fill in. */
export interface Blank {
  readonly blank: string;
}

/** `[[donVi.ten]]`; brackets that are no pair around a name without brackets are text. */
const BLANK = /\[\[([^[\]]*)\]\]/gu;

/** Cuts a wording at its blanks. */
export function template(text: string): Template {
  const pieces: Array<string | Blank> = [];
  let last = 0;
  for (const match of text.matchAll(BLANK)) {
    if (match.index > last) pieces.push(text.slice(last, match.index));
    pieces.push({ blank: (match[1] ?? '').normalize('NFC').replace(/\s+/g, ' ').trim() });
    last = match.index + match[0].length;
  }
  if (last < text.length) pieces.push(text.slice(last));
  return pieces;
}

/** A wording with no blanks: the superior's own text, whose brackets are text. */
export function literal(text: string): Template {
  return [text];
}

/** Names of a wording's blanks, in order. */
export function blanksOf(wording: Template): string[] {
  return wording.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.blank]));
}

/** Tells whether half of a blank is left: "[[donVi.ten]". */
export function hasHalfBlank(wording: Template): boolean {
  return wording.some((piece) => typeof piece === 'string' && /\[\[|\]\]/.test(piece));
}

/** Fills a wording in; what has no value is told to `missing`, and nothing stands in its place. */
export function fill(wording: Template, values: BlankValues, missing: (blank: string) => void): string {
  if (wording.length === 1 && typeof wording[0] === 'string') return wording[0];
  let text = '';
  for (const piece of wording) {
    if (typeof piece === 'string') {
      text += piece;
      continue;
    }
    const value = values.get(piece.blank);
    if (value === undefined) missing(piece.blank);
    else text += value;
  }
  return text;
}
