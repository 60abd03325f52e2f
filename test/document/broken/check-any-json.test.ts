import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check, codes, examples, letter, plan, planWithTable, planWithText } from '../scene.ts';
import { changed, POISON, placesIn, whole } from './broken-data.ts';

/** Every finding says where and what, in Vietnamese words of its own. */
function expectLegible(input: unknown, holes: 'refuse' | 'show'): void {
  const { document, profile, findings } = check(input, holes);
  const errors = findings.filter(({ severity }) => severity === 'error');
  expect(document === null).toBe(errors.length > 0);
  expect(profile === null).toBe(document === null);
  for (const { path, message, code } of findings) {
    expect(code).toMatch(/^[A-Z_]+$/);
    expect(path.trim()).not.toBe('');
    expect(message).toMatch(/\S.*[.”]$/);
    expect(`${path} ${message}`).not.toMatch(/undefined|\[object|native code|NaN|null[^)]/);
  }
}

test('answers any JSON value with findings, and never throws', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom('refuse' as const, 'show' as const), (input, holes) => {
      expectLegible(input, holes);
      expect(check(input).document).toBeNull();
    }),
    { numRuns: 200 },
  );
});

test('is a good document before it is broken', () => expect(codes(whole)).toEqual([]));

test('answers wrong types everywhere, one place after the other', () => {
  for (const place of placesIn(whole)) {
    for (const poison of POISON) expectLegible(changed(whole, place, poison), 'refuse');
  }
});

test('answers wrong types everywhere in a draft as well', () => {
  for (const place of placesIn(whole)) {
    for (const poison of [null, '', [], {}]) expectLegible(changed(whole, place, poison), 'show');
  }
});

test('answers several wrong places at once, put by chance', () => {
  const places = placesIn(whole);
  const change = fc.tuple(
    fc.constantFrom(...places),
    fc.oneof(fc.constantFrom(...POISON), fc.jsonValue({ maxDepth: 3 })),
  );
  fc.assert(
    fc.property(fc.array(change, { minLength: 2, maxLength: 6 }), fc.boolean(), (changes, show) => {
      const broken = changes.reduce<unknown>((value, [place, put]) => {
        try {
          return changed(value, place, put);
        } catch {
          return value;
        }
      }, whole);
      expectLegible(broken, show ? 'show' : 'refuse');
    }),
    { numRuns: 200 },
  );
});

test.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])(
  'refuses the key %s everywhere',
  (key) => {
    const at = (json: string) => JSON.parse(json.replace('"@"', JSON.stringify(key)));
    const text = (input: unknown) => JSON.stringify(input).replace('{', '{"@":{"polluted":true},');
    expect(codes(at(text(plan())))).toEqual(['UNKNOWN_KEY']);
    const inner = JSON.stringify(plan()).replace('"signer":{', '"signer":{"@":{"polluted":true},');
    expect(codes(at(inner))).toEqual(['UNKNOWN_KEY']);
    const cell = JSON.stringify(planWithTable({ columns: [{ title: 'A', id: 'a' }], rows: [{ cells: { a: 'x' } }] }));
    expect(codes(at(cell.replace('"cells":{', '"cells":{"@":"x",')))).toContain('CELL_UNKNOWN_COLUMN');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  },
);

test.each(['<w:p/>', '{x}', '{7*7}', '&', '&amp;', ']]>', '<!--', 'constructor', '__proto__', '%s', "'; DROP"])(
  'takes %s for text',
  (text) => {
    const { document, findings } = check(planWithText(text));
    expect(findings).toEqual([]);
    expect(document?.body[0]?.text).toBe(text);
  },
);

test.each(examples)('answers wrong types everywhere in $name', ({ data }) => {
  const places = placesIn(data);
  const some = places.filter((_, i) => i % Math.ceil(places.length / 25) === 0);
  for (const place of some) for (const poison of [null, 5, [], {}]) expectLegible(changed(data, place, poison), 'show');
});

test('answers a công văn of wrong types', () => {
  for (const place of placesIn(letter()))
    for (const poison of POISON) expectLegible(changed(letter(), place, poison), 'show');
});
