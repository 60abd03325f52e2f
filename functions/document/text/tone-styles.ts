import { scanText, TRAITS } from './scan-text.ts';

/** Tone marks on the first vowel of an open syllable, as older texts have it: hòa, thủy. */
const OLD = /(?<!\p{L})(?!qu)\p{L}*(?:[òóỏõọ][ae]|[ùúủũụ]y)(?!\p{L})/iu;
/** On the second: hoà, thuỷ; after q there is no other way. */
const FRESH = /(?<!\p{L})\p{L}*(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?!\p{L})/iu;

/** A word of each way of putting tone marks that a text uses. */
export function toneStyles(text: string): { readonly old: string | undefined; readonly fresh: string | undefined } {
  const traits = scanText(text);
  return {
    old: traits & TRAITS.oldTone ? OLD.exec(text)?.[0] : undefined,
    fresh: traits & TRAITS.freshTone ? FRESH.exec(text)?.[0] : undefined,
  };
}
