import { transcode } from 'node:buffer';
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

/** Text is deflated in blocks of about so many characters: enough to cost nothing, few enough to hold. */
const BLOCK_CHARS = 1 << 19;
/** Distance in bytes that deflate looks back. */
const WINDOW_BYTES = 32_768;
/** Bytes of a character in UTF-16. */
const CHAR_BYTES = 2;

/** Buffer that gathers pieces of text as UTF-16; turning them into UTF-8 one by one takes longer. */
let scratch = Buffer.allocUnsafeSlow(0);

/** Shared opening of many texts, deflated once; later data does not look back at it. */
export interface DeflatedOpening {
  readonly deflated: Uint8Array;
  readonly crc: number;
  readonly size: number;
}

const NOTHING: DeflatedOpening = { deflated: new Uint8Array(), crc: 0, size: 0 };

/** Deflates an opening that is kept for as long as the process lives, as small as it gets. */
export function deflateOpening(text: string): DeflatedOpening {
  const bytes = Buffer.from(text);
  const deflated = deflateRawSync(bytes, { level: 9, memLevel: 9, finishFlush: constants.Z_FULL_FLUSH });
  return { deflated, crc: crc32(bytes), size: bytes.length };
}

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

/** Most bytes of a stored block, and the bits of its head that say that it is stored and the last (RFC 1951, 3.2.4). */
const STORED = { maxBytes: 0xffff, lastBlock: 1 } as const;

/**
 * A part of which all but the opening is stored as it is, for a few hundred bytes: to deflate them takes as long as to render
 * ten paragraphs, and saves a hundred bytes.
 *
 * @throws RangeError above 65,535 bytes
 */
export function storeAfter(name: string, opening: DeflatedOpening, text: string): DeflatedPart {
  const bytes = Buffer.from(text);
  if (bytes.length > STORED.maxBytes) throw new RangeError(`${name}: ${bytes.length} bytes are too many to be stored`);
  const head = Buffer.from([STORED.lastBlock, 0, 0, 0, 0]);
  head.writeUInt16LE(bytes.length, 1);
  head.writeUInt16LE(bytes.length ^ 0xffff, 3);
  return {
    name,
    deflated: [opening.deflated, head, bytes],
    crc: crc32(bytes, opening.crc),
    size: opening.size + bytes.length,
  };
}

/** Takes the next piece of a text. */
export type WriteText = (piece: string) => void;

/**
 * Deflates a part whose text comes in pieces: `make` writes them, one after the other. A long text goes about a megabyte at a
 * time, so that memory holds that much and what is deflated already. Each time is one native call that takes over the
 * window of the call before: what they give is one stream.
 */
export function deflatePieces(
  name: string,
  make: (write: WriteText) => void,
  level = DEFLATE_LEVEL,
  opening = NOTHING,
): DeflatedPart {
  const deflated = [opening.deflated];
  let { crc, size } = opening;
  let window: Uint8Array | undefined;
  let filled = 0;
  const deflateBlock = (finishFlush: number) => {
    const bytes = transcode(scratch.subarray(0, filled), 'utf16le', 'utf8');
    deflated.push(deflateRawSync(bytes, { level, finishFlush, ...(window && { dictionary: window }) }));
    crc = crc32(bytes, crc);
    size += bytes.length;
    window = Uint8Array.prototype.slice.call(bytes, -WINDOW_BYTES);
    filled = 0;
    // Given back at once: of a long text, a megabyte at a time, the collector would come too late for many of them.
    if (finishFlush === constants.Z_SYNC_FLUSH) bytes.buffer.transfer(0);
  };
  make((piece) => {
    if (filled >= BLOCK_CHARS * CHAR_BYTES) deflateBlock(constants.Z_SYNC_FLUSH);
    const end = filled + piece.length * CHAR_BYTES;
    if (end > scratch.length) scratch = grown(scratch, filled, end);
    filled += scratch.write(piece, filled, 'utf16le');
  });
  deflateBlock(constants.Z_FINISH);
  return { name, deflated, crc, size };
}

function grown(buffer: Buffer, filled: number, least: number): Buffer<ArrayBuffer> {
  const larger = Buffer.allocUnsafeSlow(Math.max(least, buffer.length * 2));
  buffer.copy(larger, 0, 0, filled);
  return larger;
}
