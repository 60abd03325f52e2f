import { createHash } from 'node:crypto';

/** SHA-256 in lower-case hexadecimal; of a text, that of its UTF-8. */
export function sha256Hex(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** Number from 0 to 2³² − 1 that spreads keys evenly: the first four bytes of their SHA-256. */
export function spread(key: string): number {
  return createHash('sha256').update(key).digest().readUInt32BE(0);
}
