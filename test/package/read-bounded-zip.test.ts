import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readBoundedZip } from '#package/read-bounded-zip.ts';
import { storeZip } from '#package/store-zip.ts';
import type { ZipErrorCode } from '#package/zip-error.ts';

const BOUNDS = { maxBytes: 100_000, maxEntries: 5, maxInflatedBytes: 200_000 };
const text = (part: Uint8Array | undefined) => new TextDecoder().decode(part);

/** The code that reading ends with, or the names that it read. */
function read(bytes: Uint8Array, bounds = BOUNDS): ZipErrorCode | string[] {
  try {
    return [...readBoundedZip(bytes, bounds).keys()];
  } catch (error) {
    return (error as { readonly code: ZipErrorCode }).code;
  }
}

/** A zip with a field of its n-th directory entry, and of its own header, overwritten. */
function changed(
  bytes: Uint8Array,
  place: { readonly entry: number; readonly header: number | null },
  value: number,
  n = 0,
): Uint8Array {
  const zip = Buffer.from(bytes);
  let at = zip.readUInt32LE(zip.length - 6);
  for (let i = 0; i < n; i++)
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  zip.writeUInt32LE(value, at + place.entry);
  if (place.header !== null) zip.writeUInt32LE(value, zip.readUInt32LE(at + 42) + place.header);
  return zip;
}

const SIZE = { entry: 24, header: 22 };
const DEFLATED_SIZE = { entry: 20, header: 18 };
const OFFSET = { entry: 42, header: null };

describe('a zip that a person sends', () => {
  test('is read part by part, deflated or stored', () => {
    const parts = { 'a.xml': strToU8('một'), 'b/c.xml': [strToU8('hai'), { level: 0 }] as const };
    const found = readBoundedZip(zipSync({ ...parts, 'b/c.xml': [strToU8('hai'), { level: 0 }] }), BOUNDS);
    expect([...found].map(([name, part]) => [name, text(part)])).toEqual([
      ['a.xml', 'một'],
      ['b/c.xml', 'hai'],
    ]);
    expect([...readBoundedZip(storeZip(found), BOUNDS).values()].map(text)).toEqual(['một', 'hai']);
  });

  test('may be as large as the bounds and not a byte larger', () => {
    const zip = zipSync({ a: [new Uint8Array(1000), { level: 0 }] });
    expect(read(zip, { ...BOUNDS, maxBytes: zip.length, maxInflatedBytes: 1000 })).toEqual(['a']);
    expect(read(zip, { ...BOUNDS, maxBytes: zip.length - 1 })).toBe('too-large');
    expect(read(zip, { ...BOUNDS, maxInflatedBytes: 999 })).toBe('inflates-too-much');
    const six = zipSync(Object.fromEntries('abcdef'.split('').map((name) => [name, strToU8(name)])));
    expect(read(six)).toBe('too-many-entries');
    expect(read(six, { ...BOUNDS, maxEntries: 6 })).toHaveLength(6);
  });

  test('is stopped where it inflates to more, whatever it says of its size', () => {
    const bomb = zipSync({ a: new Uint8Array(50_000_000) }, { level: 9 });
    expect(bomb.length).toBeLessThan(BOUNDS.maxBytes);
    expect(read(bomb)).toBe('inflates-too-much');
    expect(read(changed(bomb, SIZE, 10))).toBe('inflates-too-much');
    const small = zipSync({ a: strToU8('x'.repeat(500)) });
    expect(read(changed(small, SIZE, 499))).toBe('damaged');
    expect(read(changed(small, SIZE, 501))).toBe('damaged');
  });

  test('counts all its parts together', () => {
    const parts = { a: new Uint8Array(90_000), b: new Uint8Array(90_000), c: new Uint8Array(90_000) };
    const zip = changed(changed(zipSync(parts), SIZE, 1, 1), SIZE, 1, 2);
    expect(read(zip)).not.toEqual(['a', 'b', 'c']);
    expect(read(zipSync(parts))).toBe('inflates-too-much');
  });

  test('may not use its bytes twice', () => {
    const zip = zipSync({ a1: strToU8('một'), a2: strToU8('hai') });
    expect(read(changed(zip, OFFSET, 0, 1))).toBe('damaged');
    const same = Buffer.from(zip);
    same.write('a1', same.indexOf('a2', same.readUInt32LE(same.length - 6)));
    expect(read(changed(same, OFFSET, 0, 1))).toBe('duplicate-name');
  });

  test('may not have a part that reaches into the next one', () => {
    const zip = zipSync({ a1: [strToU8('một'), { level: 0 }], a2: [strToU8('hai'), { level: 0 }] });
    expect(read(zip)).toEqual(['a1', 'a2']);
    expect(read(changed(zip, DEFLATED_SIZE, 4 + 30))).toBe('overlapping');
  });

  test.each(['../a', 'a/../b', '/a', 'a\\b', 'c:a', './a', 'a\0'])('may not call a part %j', (name) => {
    expect(read(zipSync({ [name]: strToU8('x') }))).toBe('unsafe-name');
  });

  test('may not have two parts of one name, in any case', () => {
    expect(read(zipSync({ 'a.xml': strToU8('x'), 'A.XML': strToU8('y') }))).toBe('duplicate-name');
  });

  test('is refused when encrypted, cut, changed or no zip at all', () => {
    const zip = zipSync({ 'a.xml': strToU8('một hai ba') });
    const flags = Buffer.from(zip);
    flags.writeUInt16LE(1, flags.readUInt32LE(flags.length - 6) + 8);
    expect(read(flags)).toBe('encrypted');
    expect(read(zip.subarray(0, zip.length - 5))).toBe('not-a-zip');
    expect(read(strToU8('không phải zip'))).toBe('not-a-zip');
    expect(read(new Uint8Array())).toBe('not-a-zip');
    for (let at = 0; at < zip.length; at++) {
      const one = Buffer.from(zip);
      one[at]! ^= 0xff;
      const outcome = read(one);
      if (Array.isArray(outcome)) expect(outcome, String(at)).toEqual(['a.xml']);
    }
  });
});
