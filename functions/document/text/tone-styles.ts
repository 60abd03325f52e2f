import { TRAITS } from './scan-text.ts';

/** Tone marks on the first vowel of an open syllable, as older texts have it: hòa, thủy. */
const OLD = /(?<!\p{L})(?!qu)\p{L}*(?:[òóỏõọ][ae]|[ùúủũụ]y)(?!\p{L})/iu;
/** On the second: hoà, thuỷ; after q there is no other way. */
const FRESH = /(?<!\p{L})\p{L}*(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?!\p{L})/iu;

/**
 * A word with its tone mark on the first vowel: hòa.
 * @param traits of the text, by `scanText`
 */
export function oldToneWord(text: string, traits: number): string | undefined {
  return traits & TRAITS.oldTone ? OLD.exec(text)?.[0] : undefined;
}

/**
 * A word with its tone mark on the second vowel: hoà.
 * @param traits of the text, by `scanText`
 */
export function freshToneWord(text: string, traits: number): string | undefined {
  return traits & TRAITS.freshTone ? FRESH.exec(text)?.[0] : undefined;
}
