import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import {
  type DeflatedPart,
  deflateForGood,
  deflateOpening,
  deflatePart,
  deflatePieces,
  storeAfter,
} from '#package/deflate.ts';
import { readOwnZip } from '#package/read-zip.ts';
import { layParts, zipBytes } from '#package/write-zip.ts';
import { zipStream } from '#package/zip-stream.ts';

/** A part of pieces that are written one after the other. */
const inPieces = (pieces: readonly string[], level?: number) =>
  deflatePieces(
    'a',
    (write) => {
      for (const piece of pieces) write(piece);
    },
    level,
  );
const inflated = ({ deflated }: DeflatedPart) => inflateRawSync(Buffer.concat(deflated)).toString();
const TEXT = 'Căn cứ Luật Tổ chức chính quyền địa phương; 😀 <w:p/> ';
/** Texts of a document, and of nothing that compresses. */
const noise = Array.from({ length: 100_000 }, (_, i) => String.fromCodePoint(0x4e00 + ((i * 7919) % 20_000))).join('');

test.each([
  ['nothing', []],
  ['empty pieces', ['', '', '']],
  ['one piece', [TEXT]],
  ['many small pieces', Array(1000).fill(TEXT)],
  ['several blocks', Array(60_000).fill(TEXT)],
  ['one piece larger than a block', [TEXT.repeat(60_000)]],
  ['blocks that hardly compress', [noise, noise, noise, 'x', noise]],
  ['a block and an empty rest', [TEXT.repeat(30_000), '', '']],
])('deflates %s to the same text, in one call or in pieces', (_, pieces) => {
  const whole = pieces.join('');
  for (const part of [inPieces(pieces), inPieces([whole]), deflatePart('a', whole), deflateForGood('a', whole)]) {
    expect(inflated(part) === whole).toBe(true);
    expect(part.size).toBe(Buffer.byteLength(whole));
    expect(part.crc).toBe(deflatePart('a', whole).crc);
  }
});

test.each(['', TEXT, TEXT.repeat(60_000)])('deflates what follows an opening that was deflated before', (rest) => {
  const part = deflatePieces('a', (write) => write(rest), 6, deflateOpening(TEXT));
  const whole = deflatePart('a', TEXT + rest);
  expect(inflated(part) === TEXT + rest).toBe(true);
  expect([part.size, part.crc]).toEqual([whole.size, whole.crc]);
});

test.each(['', 'x', TEXT, 'x'.repeat(65_535)])('stores what follows an opening that was deflated before', (rest) => {
  const part = storeAfter('a', deflateOpening(TEXT), rest);
  const whole = deflatePart('a', TEXT + rest);
  expect(inflated(part) === TEXT + rest).toBe(true);
  expect([part.size, part.crc]).toEqual([whole.size, whole.crc]);
});

test('stores no more than a stored block holds', () => {
  expect(() => storeAfter('a', deflateOpening(''), 'x'.repeat(65_536))).toThrow(RangeError);
});

test('deflates any pieces to their text', () => {
  const piece = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(TEXT.repeat(9000), '', 'đ'));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.integer({ min: 1, max: 9 }), (pieces, level) => {
      expect(inflated(inPieces(pieces, level)) === pieces.join('')).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test('gives the same bytes for the same pieces, whatever was deflated between', () => {
  const bytes = () => Buffer.concat(inPieces(Array(40_000).fill(TEXT)).deflated);
  const first = bytes();
  inPieces([noise]);
  expect(Buffer.compare(bytes(), first)).toBe(0);
});

test('keeps what was deflated when the next part is', () => {
  const first = inPieces([TEXT.repeat(100)]);
  inPieces([noise]);
  expect(inflated(first)).toBe(TEXT.repeat(100));
});

const constant = [
  deflateForGood('[Content_Types].xml', '<Types/>'),
  deflateForGood('word/styles.xml', TEXT.repeat(50)),
];
const own = () => [
  deflatePart('docProps/core.xml', TEXT),
  { ...inPieces(Array(40_000).fill(TEXT)), name: 'word/document.xml' },
];
const zip = () => zipBytes(layParts(constant), own());
const NAMES = ['[Content_Types].xml', 'word/styles.xml', 'docProps/core.xml', 'word/document.xml'];

test('writes a zip that is read back, by us and by fflate, in order', () => {
  expect([...readOwnZip(zip()).keys()]).toEqual(NAMES);
  const parts = unzipSync(zip());
  expect(Object.keys(parts)).toEqual(NAMES);
  expect(Buffer.from(parts['word/document.xml']!).toString() === TEXT.repeat(40_000)).toBe(true);
});

test('writes the same zip when its parts come one by one', async () => {
  const pieces: Uint8Array[] = [];
  const each = async function* (parts: ReturnType<typeof own>) {
    yield* parts;
  };
  for await (const piece of zipStream(each([...constant, ...own()]))) pieces.push(piece);
  expect(pieces).toHaveLength(6);
  expect(Buffer.compare(Buffer.concat(pieces), zip())).toBe(0);
});

test('writes an empty zip and one of own parts alone', () => {
  expect(Object.keys(unzipSync(zipBytes(layParts([]), [])))).toEqual([]);
  expect(Object.keys(unzipSync(zipBytes(layParts([]), own())))).toEqual(NAMES.slice(2));
  expect(Object.keys(unzipSync(zipBytes(layParts(constant), [])))).toEqual(NAMES.slice(0, 2));
});

test('writes the same bytes each time, and laid parts can be used again', () => {
  const laid = layParts(constant);
  const first = zipBytes(laid, own());
  expect(Buffer.compare(zipBytes(laid, own()), first)).toBe(0);
  expect(Buffer.compare(zip(), first)).toBe(0);
});

/** The entries of the directory at the end, read by hand (APPNOTE.TXT 4.3.12). */
function directory(bytes: Uint8Array) {
  const view = Buffer.from(bytes);
  const end = view.length - 22;
  expect(view.readUInt32LE(end)).toBe(0x06054b50);
  let at = view.readUInt32LE(end + 16);
  return Array.from({ length: view.readUInt16LE(end + 10) }, () => {
    const nameLength = view.readUInt16LE(at + 28);
    const place = view.readUInt32LE(at + 42);
    const entry = {
      name: view.toString('latin1', at + 46, at + 46 + nameLength),
      flags: view.readUInt16LE(at + 8),
      method: view.readUInt16LE(at + 10),
      time: view.readUInt16LE(at + 12),
      date: view.readUInt16LE(at + 14),
      facts: view.subarray(at + 6, at + 32).toString('hex'),
      localSignature: view.readUInt32LE(place),
      localFacts: view.subarray(place + 4, place + 30).toString('hex'),
    };
    at += 46 + nameLength + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
    return entry;
  });
}

test('dates every entry 1980-01-01 00:00:00, and says the same of it at both places', () => {
  const entries = directory(zip());
  expect(entries.map(({ name }) => name)).toEqual(NAMES);
  for (const { date, time, flags, method, facts, localFacts, localSignature } of entries) {
    expect({ date, time, flags, method, localSignature }).toEqual({
      date: 0x21,
      time: 0,
      flags: 0,
      method: 8,
      localSignature: 0x04034b50,
    });
    expect(localFacts).toBe(facts);
  }
});

/** Runs a program over a file; null where the machine has no such program. */
function asked(program: string, ...args: readonly string[]): string | null {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

test('passes the tests of other readers where the machine has them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'banhanh-zip-'));
  try {
    const file = join(folder, 'a.zip');
    writeFileSync(file, zip());
    expect(asked('unzip', '-t', file) ?? 'No errors detected').toContain('No errors detected');
    const script =
      'import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\nprint(z.testzip(), [i.date_time for i in z.infolist()][0], len(z.namelist()))';
    expect(asked('python3', '-c', script, file) ?? 'None (1980, 1, 1, 0, 0, 0) 4').toContain(
      'None (1980, 1, 1, 0, 0, 0) 4',
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
