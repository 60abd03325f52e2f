import type { DeflatedPart } from './deflate.ts';

/** Parts as a zip holds them: one after the other, and their entries in the directory at its end. */
export interface LaidParts {
  readonly count: number;
  readonly local: Uint8Array;
  readonly directory: Uint8Array;
}

/** Signatures and lengths of APPNOTE.TXT 4.3.7, 4.3.12 and 4.3.16. */
const LOCAL = { signature: 0x04034b50, length: 30 } as const;
const ENTRY = { signature: 0x02014b50, length: 46 } as const;
const END = { signature: 0x06054b50, length: 22 } as const;
const VERSION = 20;
const METHOD_DEFLATE = 8;
/** 1980-01-01, where zip's calendar begins: nothing of the clock or the zone goes in. */
const DATE = 0x0021;

/**
 * Lays parts that stand at the beginning of many zips, so that it is done once; or further on, after `before` bytes of other
 * parts. Names are ASCII.
 */
export function layParts(parts: readonly DeflatedPart[], before = 0): LaidParts {
  const local = Buffer.alloc(sum(parts, localLength));
  const directory = Buffer.alloc(sum(parts, entryLength));
  writeParts(parts, local, 0, directory, 0, before);
  return { count: parts.length, local, directory };
}

/** Writes a zip: parts laid before, and parts of its own. Same parts, same bytes. */
export function zipBytes(laid: LaidParts, own: readonly DeflatedPart[]): Uint8Array {
  const directoryAt = laid.local.length + sum(own, localLength);
  const endAt = directoryAt + laid.directory.length + sum(own, entryLength);
  const zip = Buffer.alloc(endAt + END.length);
  zip.set(laid.local, 0);
  zip.set(laid.directory, directoryAt);
  writeParts(own, zip, laid.local.length, zip, directoryAt + laid.directory.length);
  zip.set(zipEnd(laid.count + own.length, directoryAt, endAt - directoryAt), endAt);
  return zip;
}

/** Makes the end of a zip: its count of parts, and the position of their directory. */
export function zipEnd(count: number, directoryAt: number, directoryLength: number): Uint8Array {
  const end = Buffer.alloc(END.length);
  end.writeUInt32LE(END.signature, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directoryLength, 12);
  end.writeUInt32LE(directoryAt, 16);
  return end;
}

/** Writes parts from a place on, and their entries; places of parts count from `before` bytes ahead of `local`. */
function writeParts(
  parts: readonly DeflatedPart[],
  local: Buffer,
  localAt: number,
  directory: Buffer,
  entryAt: number,
  before = 0,
): void {
  for (const part of parts) {
    local.writeUInt32LE(LOCAL.signature, localAt);
    writeSizes(part, local, localAt + 4);
    directory.writeUInt32LE(ENTRY.signature, entryAt);
    directory.writeUInt16LE(VERSION, entryAt + 4);
    writeSizes(part, directory, entryAt + 6);
    directory.writeUInt32LE(before + localAt, entryAt + 42);
    directory.write(part.name, entryAt + ENTRY.length, 'latin1');
    local.write(part.name, localAt + LOCAL.length, 'latin1');
    let at = localAt + LOCAL.length + part.name.length;
    for (const piece of part.deflated) {
      local.set(piece, at);
      at += piece.length;
    }
    localAt += localLength(part);
    entryAt += entryLength(part);
  }
}

/** Fields that a local header and a directory entry have in common. */
function writeSizes(part: DeflatedPart, out: Buffer, at: number): void {
  out.writeUInt16LE(VERSION, at);
  out.writeUInt16LE(METHOD_DEFLATE, at + 4);
  out.writeUInt16LE(DATE, at + 8);
  out.writeUInt32LE(part.crc, at + 10);
  out.writeUInt32LE(deflatedLength(part), at + 14);
  out.writeUInt32LE(part.size, at + 18);
  out.writeUInt16LE(part.name.length, at + 22);
}

function localLength(part: DeflatedPart): number {
  return LOCAL.length + part.name.length + deflatedLength(part);
}

function entryLength(part: DeflatedPart): number {
  return ENTRY.length + part.name.length;
}

function deflatedLength({ deflated }: DeflatedPart): number {
  return sum(deflated, (piece) => piece.length);
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
