import { constants, crc32, deflateRawSync } from 'node:zlib';
import type { DeflatedPart } from './deflate.ts';

/** A part made of bytes that are compressed already, such as a .docx: it is taken as it is, at the least cost. */
export function binaryPart(name: string, bytes: Uint8Array): DeflatedPart {
  const deflated = deflateRawSync(bytes, { level: constants.Z_BEST_SPEED });
  return { name, deflated: [deflated], crc: crc32(bytes), size: bytes.length };
}
