import { ZipError } from './zip-error.ts';

/** An entry of a zip, as its directory has it; where its bytes begin is read from its own header. */
export interface ZipEntry {
  readonly name: string;
  readonly isStored: boolean;
  readonly crc: number;
  readonly deflatedSize: number;
  readonly size: number;
  readonly headerAt: number;
  readonly dataAt: number;
}

/** Signatures and lengths of APPNOTE.TXT 4.3.7, 4.3.12 and 4.3.16. */
const LOCAL = { signature: 0x04034b50, length: 30 } as const;
const ENTRY = { signature: 0x02014b50, length: 46 } as const;
const END = { signature: 0x06054b50, length: 22, maxComment: 0xffff } as const;
const ENCRYPTED = 0x0001;
const STORED = 0;
const DEFLATED = 8;

/** A zip's bytes, and numbers read out of them; no Buffer, so that the browser reads the same way. */
interface Zip {
  readonly bytes: Uint8Array;
  readonly view: DataView;
}

/** The entries of a zip's directory, checked against the headers before each part. Throws {@link ZipError}. */
export function zipEntries(bytes: Uint8Array, maxEntries: number): ZipEntry[] {
  const zip = { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.length) };
  const endAt = findEnd(zip);
  const count = zip.view.getUint16(endAt + 10, true);
  const directoryAt = zip.view.getUint32(endAt + 16, true);
  if (count > maxEntries) throw new ZipError('too-many-entries');
  if (count !== zip.view.getUint16(endAt + 8, true) || directoryAt > endAt) throw new ZipError('damaged');
  const entries: ZipEntry[] = [];
  let at = directoryAt;
  for (let n = 0; n < count; n++) {
    if (at + ENTRY.length > endAt || zip.view.getUint32(at, true) !== ENTRY.signature) throw new ZipError('damaged');
    const nameLength = zip.view.getUint16(at + 28, true);
    const next = at + ENTRY.length + nameLength + zip.view.getUint16(at + 30, true) + zip.view.getUint16(at + 32, true);
    if (next > endAt) throw new ZipError('damaged');
    entries.push(readEntry(zip, at, nameLength, directoryAt));
    at = next;
  }
  checkNames(entries);
  checkRatios(entries);
  checkPlaces(entries);
  return entries.filter(({ name }) => !name.endsWith('/'));
}

/** The end record is the last thing but for a comment, whose length it names. */
function findEnd(zip: Zip): number {
  const last = zip.bytes.length - END.length;
  for (let at = last; at >= 0 && at >= last - END.maxComment; at--) {
    if (
      zip.view.getUint32(at, true) === END.signature &&
      at + END.length + zip.view.getUint16(at + 20, true) === zip.bytes.length
    )
      return at;
  }
  throw new ZipError('not-a-zip');
}

function readEntry(zip: Zip, at: number, nameLength: number, directoryAt: number): ZipEntry {
  const flags = zip.view.getUint16(at + 8, true);
  const method = zip.view.getUint16(at + 10, true);
  if ((flags & ENCRYPTED) !== 0) throw new ZipError('encrypted');
  if (method !== STORED && method !== DEFLATED) throw new ZipError('damaged');
  const nameBytes = zip.bytes.subarray(at + ENTRY.length, at + ENTRY.length + nameLength);
  const headerAt = zip.view.getUint32(at + 42, true);
  if (headerAt + LOCAL.length > directoryAt || zip.view.getUint32(headerAt, true) !== LOCAL.signature) {
    throw new ZipError('damaged');
  }
  const ownNameLength = zip.view.getUint16(headerAt + 26, true);
  const nameAt = headerAt + LOCAL.length;
  if (!isSame(zip.bytes.subarray(nameAt, nameAt + ownNameLength), nameBytes)) throw new ZipError('damaged');
  const dataAt = nameAt + ownNameLength + zip.view.getUint16(headerAt + 28, true);
  const deflatedSize = zip.view.getUint32(at + 20, true);
  if (dataAt + deflatedSize > directoryAt) throw new ZipError('damaged');
  return {
    name: new TextDecoder().decode(nameBytes),
    isStored: method === STORED,
    crc: zip.view.getUint32(at + 16, true),
    deflatedSize,
    size: zip.view.getUint32(at + 24, true),
    headerAt,
    dataAt,
  };
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** A part of an office's file inflates twelvefold: one of empty styled cells. Small ones may be anything. */
const MAX_RATIO = 100;
const SMALL_PART_BYTES = 1024 * 1024;

function checkRatios(entries: readonly ZipEntry[]): void {
  const isBomb = ({ size, deflatedSize }: ZipEntry) => size > SMALL_PART_BYTES && size > MAX_RATIO * deflatedSize;
  if (entries.some(isBomb)) throw new ZipError('inflates-too-much');
}

/** One name, one part, whatever the case; and no name that leaves the package. */
function checkNames(entries: readonly ZipEntry[]): void {
  const seen = new Set<string>();
  for (const { name } of entries) {
    if (/[\0\\:]|^\/|(?:^|\/)\.\.?(?:\/|$)/.test(name) || name === '') throw new ZipError('unsafe-name');
    const folded = name.toLowerCase();
    if (seen.has(folded)) throw new ZipError('duplicate-name');
    seen.add(folded);
  }
}

/** Each byte belongs to one part: parts that share bytes are how a small file inflates without end. */
function checkPlaces(entries: readonly ZipEntry[]): void {
  const sorted = entries.toSorted((a, b) => a.headerAt - b.headerAt);
  for (const [i, entry] of sorted.entries()) {
    const next = sorted[i + 1];
    if (next && entry.dataAt + entry.deflatedSize > next.headerAt) throw new ZipError('overlapping');
  }
}
