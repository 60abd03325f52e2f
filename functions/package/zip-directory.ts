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

/** The entries of a zip's directory, checked against the headers before each part. Throws {@link ZipError}. */
export function zipEntries(zip: Buffer, maxEntries: number): ZipEntry[] {
  const endAt = findEnd(zip);
  const count = zip.readUInt16LE(endAt + 10);
  const directoryAt = zip.readUInt32LE(endAt + 16);
  if (count > maxEntries) throw new ZipError('too-many-entries');
  if (count !== zip.readUInt16LE(endAt + 8) || directoryAt > endAt) throw new ZipError('damaged');
  const entries: ZipEntry[] = [];
  let at = directoryAt;
  for (let n = 0; n < count; n++) {
    if (at + ENTRY.length > endAt || zip.readUInt32LE(at) !== ENTRY.signature) throw new ZipError('damaged');
    const nameLength = zip.readUInt16LE(at + 28);
    const next = at + ENTRY.length + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    if (next > endAt) throw new ZipError('damaged');
    entries.push(readEntry(zip, at, nameLength, directoryAt));
    at = next;
  }
  checkNames(entries);
  checkPlaces(entries);
  return entries.filter(({ name }) => !name.endsWith('/'));
}

/** The end record is the last thing but for a comment, whose length it names. */
function findEnd(zip: Buffer): number {
  const last = zip.length - END.length;
  for (let at = last; at >= 0 && at >= last - END.maxComment; at--) {
    if (zip.readUInt32LE(at) === END.signature && at + END.length + zip.readUInt16LE(at + 20) === zip.length) return at;
  }
  throw new ZipError('not-a-zip');
}

function readEntry(zip: Buffer, at: number, nameLength: number, directoryAt: number): ZipEntry {
  const flags = zip.readUInt16LE(at + 8);
  const method = zip.readUInt16LE(at + 10);
  if ((flags & ENCRYPTED) !== 0) throw new ZipError('encrypted');
  if (method !== STORED && method !== DEFLATED) throw new ZipError('damaged');
  const nameBytes = zip.subarray(at + ENTRY.length, at + ENTRY.length + nameLength);
  const headerAt = zip.readUInt32LE(at + 42);
  if (headerAt + LOCAL.length > directoryAt || zip.readUInt32LE(headerAt) !== LOCAL.signature) {
    throw new ZipError('damaged');
  }
  const ownNameLength = zip.readUInt16LE(headerAt + 26);
  const nameAt = headerAt + LOCAL.length;
  if (!zip.subarray(nameAt, nameAt + ownNameLength).equals(nameBytes)) throw new ZipError('damaged');
  const dataAt = nameAt + ownNameLength + zip.readUInt16LE(headerAt + 28);
  const deflatedSize = zip.readUInt32LE(at + 20);
  if (dataAt + deflatedSize > directoryAt) throw new ZipError('damaged');
  return {
    name: nameBytes.toString('utf8'),
    isStored: method === STORED,
    crc: zip.readUInt32LE(at + 16),
    deflatedSize,
    size: zip.readUInt32LE(at + 24),
    headerAt,
    dataAt,
  };
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
