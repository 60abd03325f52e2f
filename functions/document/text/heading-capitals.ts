import { toCapitals } from './vietnamese.ts';

/** A word that its author writes as it is: a small letter before a capital (pH, kWh, VNeID), a power (m², km3). */
const OWN_CASE = /\p{Ll}\p{Lu}|^\p{L}{1,3}[²³]$|^(?:[kdcm]?m)[23]$/u;
/** Units of measure, after a number. */
const UNIT = /^(?:[kdcm]?m|ha|[km]?g|m?l|[kM]?W|[kM]?Wh|k?V|kVA|Hz|°C)$/;
/** A rate, which nothing else looks like: mg/l, km/h, kg/ha. */
const RATE = /^[kdcmµ]?[mgl][²³23]?\/(?:[kdcm]?[mgl][²³23]?|km[²2]?|h|s|ha)$/u;
/** Sign of a word that keeps its letters, or of the number before it. */
const MAY_KEEP = /[\d²³°/]|\p{Ll}\p{Lu}/u;
/** Splits a word from the characters around it. */
const MARKS = /^([^\p{L}\p{N}°]*)(.*?)([^\p{L}\p{N}²³]*)$/su;

/** Capitals of a heading; units and formulas keep their letters: `5.000 m²`, `pH`, `kWh`. */
export function headingCapitals(text: string): string {
  if (!MAY_KEEP.test(text)) return toCapitals(text);
  let before = '';
  return text
    .split(/(\s+)/)
    .map((piece) => {
      if (/^\s*$/.test(piece)) return piece;
      const [, , word = ''] = MARKS.exec(piece) ?? [];
      const kept = OWN_CASE.test(word) || RATE.test(word) || (UNIT.test(word) && /\d[²³]?$/.test(before));
      before = piece;
      return kept ? piece : toCapitals(piece);
    })
    .join('');
}
