import { scanText, TRAITS } from './scan-text.ts';

/** Encodings of before Unicode, or what was lost on the way, as messages name them. */
export type LegacyEncoding = 'TCVN3 (ABC)' | 'VNI' | 'UTF-8 mở nhầm bằng mã khác' | 'khác và đã mất chữ (dấu ?)';

/** TCVN3 writes vowels with marks as signs: `c¶i c¸ch hµnh chÝnh`. */
const TCVN3 = /\p{L}[\u00A8\u00A9\u00AE\u00B5\u00B6\u00B7\u00B8\u00B9\u00BB-\u00BE](?![\p{N}])/gu;
/** VNI writes a mark after its vowel: `caûi caùch haønh chính`. */
const VNI =
  /[aeouy][\u00EF\u00FB\u00F8]|a[\u00E9\u00E8\u00EA\u00EB\u00FA\u00FC\u00F9\u00E0-\u00E5]|e[\u00E1\u00E0\u00E2\u00E3\u00E4\u00E5\u00F9]|o[\u00E2\u00E4\u00E5]|[\u00F4\u00F6][\u00F9\u00F8\u00FB\u00EF]|\u00F1(?=[aeiouy])/giu;
/** UTF-8 read as a one-byte code: `Káº¿ hoáº¡ch`. */
const MOJIBAKE = /\u00E1[\u00BA\u00BB]|\u00C3[\u00A0-\u00BF]|\u00C4[\u0090\u0091\u2018]|\u00C6[\u00A0\u00B0\u00A1]/gu;
/** Letters that were turned into question marks: `c?i cách hành chính n?m`. */
const LOST = /\p{L}\?\p{L}/gu;
/** The same at the ends of words: `K? ho?ch`. */
const LOST_TOO = /\p{L}\?\p{Ll}|\p{L}\?(?= \p{Ll})/gu;
const LINK = /\S*(?:https?:|www\.|@)\S*/gu;

/**
 * Encoding that a text seems to be in, or null; one odd letter alone is no encoding.
 * @param traits of the text, where `scanText` was called already
 */
export function legacyEncodingOf(text: string, traits = scanText(text)): LegacyEncoding | null {
  if (traits & TRAITS.mojibake && count(text, MOJIBAKE) >= 1) return 'UTF-8 mở nhầm bằng mã khác';
  if (traits & TRAITS.tcvn3 && count(text, TCVN3) >= 2) return 'TCVN3 (ABC)';
  if (traits & TRAITS.vni && count(text, VNI) >= 2) return 'VNI';
  if (traits & TRAITS.question && isLost(text.replace(LINK, ''))) return 'khác và đã mất chữ (dấu ?)';
  return null;
}

function isLost(text: string): boolean {
  return count(text, LOST) >= 2 || (count(text, LOST) === 1 && count(text, LOST_TOO) >= 2);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
