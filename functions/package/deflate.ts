import { constants, crc32, deflateRawSync, type ZlibOptions } from 'node:zlib';

/** Deflate level of what we write (docs/decisions/0010-deflate-level.md). */
export const DEFLATE_LEVEL = 6;

/** A part of a zip, deflated. */
export interface DeflatedPart {
  readonly name: string;
  /** The deflated bytes, in pieces. */
  readonly deflated: readonly Uint8Array[];
  readonly crc: number;
  /** Bytes before deflating. */
  readonly size: number;
}

/** Text is deflated in blocks of about so many bytes: large enough to cost nothing, small enough to hold. */
const BLOCK_BYTES = 1 << 20;
/** How far back deflate looks. */
const WINDOW_BYTES = 32_768;
/** Most bytes that UTF-8 takes for one unit of a string. */
const BYTES_PER_CHAR = 3;

/** Where text becomes bytes, again and again: no buffer is made for each piece, and no string is measured first. */
let scratch = Buffer.allocUnsafeSlow(0);

/** Deflates a small part; the compressor's tables are kept small too, or making them ready would cost the most. */
export function deflatePart(name: string, text: string): DeflatedPart {
  return deflateWhole(name, text, { level: DEFLATE_LEVEL, windowBits: 10, memLevel: 2, chunkSize: 2048 });
}

/** Deflates a part that is kept for as long as the process lives, as small as it gets. */
export function deflateForGood(name: string, text: string): DeflatedPart {
  return deflateWhole(name, text, { level: 9, memLevel: 9 });
}

function deflateWhole(name: string, text: string, options: ZlibOptions): DeflatedPart {
  const bytes = Buffer.from(text);
  return { name, deflated: [deflateRawSync(bytes, options)], crc: crc32(bytes), size: bytes.length };
}

/**
 * Deflates a part whose text comes in pieces, one or several at a time. A long one goes about a megabyte at a time, so that memory holds
 * that much and what is deflated already. Each time is one native call that takes over the window of the call before: what
 * they give is one stream.
 */
export function deflatePieces(
  name: string,
  pieces: Iterable<string | readonly string[]>,
  level = DEFLATE_LEVEL,
): DeflatedPart {
  const deflated: Uint8Array[] = [];
  let crc = 0;
  let size = 0;
  let window: Uint8Array | undefined;
  let filled = 0;
  const deflateBlock = (finishFlush: number) => {
    const bytes = scratch.subarray(0, filled);
    deflated.push(deflateRawSync(bytes, { level, finishFlush, ...(window && { dictionary: window }) }));
    crc = crc32(bytes, crc);
    size += filled;
    window = Uint8Array.prototype.slice.call(bytes, -WINDOW_BYTES);
    filled = 0;
  };
  for (const several of pieces) {
    for (const piece of typeof several === 'string' ? [several] : several) {
      if (filled >= BLOCK_BYTES) deflateBlock(constants.Z_SYNC_FLUSH);
      const most = filled + piece.length * BYTES_PER_CHAR;
      if (most > scratch.length) scratch = grown(scratch, filled, most);
      filled += scratch.write(piece, filled);
    }
  }
  deflateBlock(constants.Z_FINISH);
  return { name, deflated, crc, size };
}

function grown(buffer: Buffer, filled: number, least: number): Buffer<ArrayBuffer> {
  const larger = Buffer.allocUnsafeSlow(Math.max(least, buffer.length * 2));
  buffer.copy(larger, 0, 0, filled);
  return larger;
}
