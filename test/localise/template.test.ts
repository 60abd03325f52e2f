import fc from 'fast-check';
import { expect, test } from 'vitest';
import { align } from '#localise/merge/three-sides.ts';
import { BLANKS } from '#localise/plan/blanks.ts';
import { fill, template } from '#localise/plan/template.ts';

const names = Object.keys(BLANKS);
/** Text that makes trouble where anything is scanned twice or read as a pattern. */
const nasty = fc.string({ unit: fc.constantFrom('[', ']', '{', '}', '$', '&', '\\', 'a', 'đ', ' ') });
const never = (blank: string) => expect.unreachable(blank);

test('a wording is its text with each blank filled in once, whatever the values hold', () => {
  const plain = nasty.filter((text) => !text.includes('[') && !text.includes(']'));
  const piece = fc.oneof(
    plain,
    fc.constantFrom(...names).map((name) => ({ name })),
  );
  fc.assert(
    fc.property(
      fc.array(piece),
      fc.array(nasty, { minLength: names.length, maxLength: names.length }),
      (pieces, said) => {
        const values = new Map(names.map((name, i) => [name, said[i] ?? '']));
        const wording = pieces.map((one) => (typeof one === 'string' ? one : `[[${one.name}]]`)).join('');
        const expected = pieces.map((one) => (typeof one === 'string' ? one : values.get(one.name))).join('');
        expect(fill(template(wording), values, never)).toBe(expected);
      },
    ),
  );
});

test('a text with no pair of brackets around a name comes out as it went in', () => {
  fc.assert(
    fc.property(nasty, (text) => {
      fc.pre(!/\[\[[^[\]]*\]\]/.test(text));
      expect(fill(template(text), new Map(), never)).toBe(text);
    }),
  );
});

test('three lists are aligned with nothing lost, nothing twice, and the order of the new one', () => {
  const list = fc.uniqueArray(fc.integer({ min: 0, max: 12 }).map(String));
  fc.assert(
    fc.property(list, list, list, (base, unit, next) => {
      const ids = align(base, unit, next, (id) => id).map(({ id }) => id);
      expect([...ids].sort()).toEqual([...new Set([...base, ...unit, ...next])].sort());
      expect(ids.filter((id) => next.includes(id))).toEqual(next);
    }),
  );
});
