import { deflateSync } from 'fflate';
import { portableCrc32 } from './crc32.ts';
import type { ZipBounds } from './zip-bounds.ts';
import { type ZipEntry, zipEntries } from './zip-directory.ts';

const LOCAL = 0x04034b50;
const ENTRY = 0x02014b50;
const END = 0x06054b50;
/** Names are UTF-8. */
const UTF8_NAMES = 0x0800;
const VERSION = 20;
/** 1 January 1980, so that equal contents are equal bytes. */
const DOS_DATE = 0x0021;

/** A zip with one part replaced; every other part keeps its compressed bytes, and its place among them. Throws `ZipError`. */
export function replaceEntry(zip: Uint8Array, name: string, content: Uint8Array, bounds: ZipBounds): Uint8Array {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  const add = (piece: Uint8Array) => {
    pieces.push(piece);
    at += piece.length;
  };
  const entries = zipEntries(zip, bounds.maxEntries);
  for (const entry of entries) {
    const isReplaced = entry.name === name;
    const data = isReplaced ? deflateSync(content) : zip.subarray(entry.dataAt, entry.dataAt + entry.deflatedSize);
    const own: ZipEntry = isReplaced
      ? { ...entry, isStored: false, crc: portableCrc32(content, 0), deflatedSize: data.length, size: content.length }
      : entry;
    const nameBytes = new TextEncoder().encode(entry.name);
    directory.push(directoryEntry(own, nameBytes, at));
    add(localHeader(own, nameBytes));
    add(data);
  }
  const directoryAt = at;
  for (const piece of directory) add(piece);
  add(endRecord(entries.length, directoryAt, at - directoryAt));
  return joined(pieces, at);
}

function localHeader(entry: ZipEntry, name: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(30 + name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, LOCAL, true);
  writeCommon(view, 4, entry, name.length);
  bytes.set(name, 30);
  return bytes;
}

function directoryEntry(entry: ZipEntry, name: Uint8Array, at: number): Uint8Array {
  const bytes = new Uint8Array(46 + name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, ENTRY, true);
  view.setUint16(4, VERSION, true);
  writeCommon(view, 6, entry, name.length);
  view.setUint32(42, at, true);
  bytes.set(name, 46);
  return bytes;
}

/** Fields that a header and a directory entry have alike (APPNOTE.TXT 4.3.7, 4.3.12). */
function writeCommon(
  view: DataView,
  at: number,
  { isStored, crc, deflatedSize, size }: ZipEntry,
  nameLength: number,
): void {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 2, UTF8_NAMES, true);
  view.setUint16(at + 4, isStored ? 0 : 8, true);
  view.setUint16(at + 8, DOS_DATE, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, deflatedSize, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, nameLength, true);
}

function endRecord(count: number, at: number, length: number): Uint8Array {
  const bytes = new Uint8Array(22);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, END, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, length, true);
  view.setUint32(16, at, true);
  return bytes;
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const out = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}
