import { placesOf, wordsOf } from './words.ts';

/** Reason why a document may differ from the published text. */
export type Ground =
  | 'page leftover'
  | 'the decree wins'
  | 'the register fills it in'
  | 'the profile supplies it'
  | 'the page has two columns'
  | 'the example gains it';

/** One place where the document differs from the published text, with the words around it that make it unique. */
export interface Exception {
  readonly what: string;
  readonly ground: Ground;
  /** Clause of Nghị định 30/2020/NĐ-CP that asks for it, or null where none does. */
  readonly clause: string | null;
  /** As published. */
  readonly sample: string;
  /** As it stands in the document. */
  readonly document: string;
}

/**
 * The published text with its exceptions made, one after another.
 * Throws on an exception that changes nothing, or whose place is not found exactly once: it would be unused, or loose.
 */
export function except(sample: readonly string[], exceptions: readonly Exception[]): string[] {
  let words = [...sample];
  for (const { what, sample: before, document: after } of exceptions) {
    const old = wordsOf(before);
    if (old.join(' ') === wordsOf(after).join(' ')) throw new Error(`exception changes nothing: ${what}`);
    const places = placesOf(old, words);
    const place = places[0];
    if (place === undefined || places.length > 1) throw new Error(`exception stands ${places.length} times: ${what}`);
    words = words.toSpliced(place, old.length, ...wordsOf(after));
  }
  return words;
}
