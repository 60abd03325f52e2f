import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasFillIn, hasLongWord } from '#document/text/runs-of-characters.ts';
import { scanText, TRAITS } from '#document/text/scan-text.ts';
import { textWidthPt, widestWordEms } from '#document/text/text-width.ts';
import { isUsual } from '#document/text/usual-characters.ts';

// What is found in one pass over the characters is what patterns find: the patterns are written out here.

const characters = fc.constantFrom(
  ...'ôöâãaeouyAEOUYnñÑqQhtm ïûøéèêëúüùáàâãäåÄÅºÃÄÆ»¶µ®?{[$<!.,_…-–*\n\t\u00A0\u0090\u2018òóỏõọùúủũụỳýỷỹỵạảẻẽẹđƯ9%😀',
);
const texts = fc.array(characters, { maxLength: 60 }).map((list) => list.join(''));

const PATTERNS = [
  ['mark', /[{[$<!]/],
  ['question', /\?/],
  ['tcvn3', /[\u00A8\u00A9\u00AE\u00B5-\u00B9\u00BB-\u00BE]/],
  ['vni', /[aeouy][ïûø]|a[éèêëúüùàáâãäå]|e[áàâãäåù]|o[âäå]|[ôö][ùøûï]|ñ[aeiouy]/i],
  ['mojibake', /\u00E1[\u00BA\u00BB]|\u00C3[\u00A0-\u00BF]|\u00C4[\u0090\u0091\u2018]|\u00C6[\u00A0\u00B0\u00A1]/],
  ['oldTone', /(?:[òóỏõọ][ae]|[ùúủũụ]y)(?!\p{L})/iu],
  ['freshTone', /(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\p{L})/iu],
] as const;

test.each(PATTERNS)('tells %s as its pattern does', (trait, pattern) => {
  fc.assert(
    fc.property(texts, (text) => {
      expect((scanText(text) & TRAITS[trait]) !== 0).toBe(pattern.test(text));
    }),
    { numRuns: 2_000 },
  );
});

test('tells usual texts, long words and fill-in lines as their patterns do', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 12 }), (text, count) => {
      expect(isUsual(text)).toBe(!/[^ -~\u00A0-\u00AC\u00AE-\u02FF\u1EA0-\u1EF9\u2010-\u2026]/.test(text));
      expect(hasLongWord(text, count)).toBe(new RegExp(`[^ \\n\\t]{${count}}`).test(text));
      expect(hasFillIn(text, count)).toBe(new RegExp(`[._…]{${count}}`).test(text));
    }),
    { numRuns: 2_000 },
  );
});

test('measures the widest word between spaces and at hyphens before letters; links are passed over', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 2, max: 20 }), fc.integer({ min: 0, max: 6 }), (text, linkChars, known) => {
      const words = text.replaceAll('*', '').split(/[ \n\t]|(?<=[-–])(?=\p{L})/u);
      const widths = words.filter((word) => word.length < linkChars).map((word) => textWidthPt(word, 'bold', 1));
      expect(widestWordEms(text, 'bold', linkChars, known)).toBeCloseTo(Math.max(known, ...widths), 9);
    }),
    { numRuns: 2_000 },
  );
});
