import { crc32, inflateRawSync } from 'node:zlib';
import type { ZipBounds } from './zip-bounds.ts';
import { type ZipEntry, zipEntries } from './zip-directory.ts';
import { ZipError } from './zip-error.ts';

/**
 * Reads the parts of a zip that a person sent, by name. Sizes in its headers are not believed: what inflates to more than is
 * left of the bounds is stopped there. Entries that overlap, share a name, are encrypted or name a place outside are refused.
 *
 * @throws ZipError
 */
export function readBoundedZip(bytes: Uint8Array, bounds: ZipBounds): Map<string, Uint8Array> {
  if (bytes.length > bounds.maxBytes) throw new ZipError('too-large');
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const entries = zipEntries(bytes, bounds.maxEntries);
  const declared = entries.reduce((sum, { size }) => sum + size, 0);
  if (declared > bounds.maxInflatedBytes) throw new ZipError('inflates-too-much');
  const parts = new Map<string, Uint8Array>();
  let left = bounds.maxInflatedBytes;
  for (const entry of entries) {
    const part = inflated(zip, entry, left);
    left -= part.length;
    parts.set(entry.name, part);
  }
  return parts;
}

function inflated(zip: Buffer, entry: ZipEntry, most: number): Uint8Array {
  const data = zip.subarray(entry.dataAt, entry.dataAt + entry.deflatedSize);
  const part = entry.isStored ? data : inflate(data, most);
  if (part.length > most) throw new ZipError('inflates-too-much');
  if (part.length !== entry.size || crc32(part) !== entry.crc) throw new ZipError('damaged');
  return part;
}

function inflate(data: Buffer, most: number): Buffer {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, most) });
  } catch (cause) {
    const isTooMuch = cause instanceof RangeError && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE';
    throw new ZipError(isTooMuch ? 'inflates-too-much' : 'damaged', { cause });
  }
}
