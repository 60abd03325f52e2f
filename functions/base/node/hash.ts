import { createHash, hash, webcrypto } from 'node:crypto';

/** SHA-256 in lower-case hexadecimal; of a text, that of its UTF-8. */
export function sha256Hex(data: string | Uint8Array): string {
  return hash('sha256', data);
}

/** Bytes from which hashing is worth another thread: some tenths of a millisecond. */
const LARGE_BYTES = 256 * 1024;

/** As {@link sha256Hex}; what is large is hashed beside the thread that asks. */
export async function sha256Beside(data: Uint8Array): Promise<string> {
  if (data.length < LARGE_BYTES) return sha256Hex(data);
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', data)).toString('hex');
}

/** Number from 0 to 2³² − 1 that spreads keys evenly: the first four bytes of their SHA-256. */
export function spread(key: string): number {
  return createHash('sha256').update(key).digest().readUInt32BE(0);
}
