import { Inflate } from 'fflate';
import { portableCrc32 } from './crc32.ts';
import type { ZipBounds } from './zip-bounds.ts';
import { type ZipEntry, zipEntries } from './zip-directory.ts';
import { ZipError } from './zip-error.ts';

/** A zip whose parts are inflated one by one, when they are asked for. */
export interface BoundedZip {
  /** Names of its parts, as its directory has them. */
  readonly names: readonly string[];
  /** Bytes of a part by its header, not believed when it is read; undefined where there is none. */
  sizeOf(name: string): number | undefined;
  /** Hands a part on in pieces; false where there is none. Throws {@link ZipError}. */
  read(name: string, take: (piece: Uint8Array) => void): boolean;
}

/** Deflated bytes that are inflated in one go: a thousandfold they still fit into memory. */
const PIECE_BYTES = 16_384;

/**
 * Opens a zip that a person sent, in Node and in the browser alike: the bounds of `readBoundedZip`, parts in pieces. The bound
 * on inflated bytes counts what is read, not what lies there unread.
 *
 * @throws ZipError
 */
export function openBoundedZip(bytes: Uint8Array, bounds: ZipBounds): BoundedZip {
  if (bytes.length > bounds.maxBytes) throw new ZipError('too-large');
  const entries = new Map(zipEntries(bytes, bounds.maxEntries).map((entry) => [entry.name, entry]));
  let left = bounds.maxInflatedBytes;
  return {
    names: [...entries.keys()],
    sizeOf: (name) => entries.get(name)?.size,
    read(name, take) {
      const entry = entries.get(name);
      if (!entry) return false;
      if (entry.size > left) throw new ZipError('inflates-too-much');
      left -= entry.size;
      inflateEntry(bytes, entry, take);
      return true;
    },
  };
}

function inflateEntry(bytes: Uint8Array, entry: ZipEntry, take: (piece: Uint8Array) => void): void {
  let size = 0;
  let crc = 0;
  const accept = (piece: Uint8Array) => {
    size += piece.length;
    if (size > entry.size) throw new ZipError('inflates-too-much');
    crc = portableCrc32(piece, crc);
    if (piece.length > 0) take(piece);
  };
  const data = bytes.subarray(entry.dataAt, entry.dataAt + entry.deflatedSize);
  if (entry.isStored) accept(data);
  else inflate(data, accept);
  if (size !== entry.size || crc !== entry.crc) throw new ZipError('damaged');
}

function inflate(data: Uint8Array, accept: (piece: Uint8Array) => void): void {
  const inflater = new Inflate(accept);
  for (let at = 0; at === 0 || at < data.length; at += PIECE_BYTES) {
    const piece = data.subarray(at, at + PIECE_BYTES);
    pushPiece(inflater, piece, at + PIECE_BYTES >= data.length);
  }
}

function pushPiece(inflater: Inflate, piece: Uint8Array, isLast: boolean): void {
  try {
    inflater.push(piece, isLast);
  } catch (cause) {
    // fflate's own errors carry a number as code; those of whoever takes the pieces go on as they are.
    if (cause instanceof Error && 'code' in cause && typeof cause.code === 'number') {
      throw new ZipError('damaged', { cause });
    }
    throw cause;
  }
}
