import { constants, crc32, createDeflateRaw, deflateRawSync } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';

/** Deflate level of what we write: zlib's own default. */
export const DEFLATE_LEVEL = 6;

/** A body up to this many characters is deflated in one native call; a longer one streams. */
const ONE_SHOT_CHARS = 1_000_000;

/**
 * The date of every entry. It is made by the local constructor because fflate writes local time: this gives the same
 * bytes in every time zone. 1980-01-01 is where zip's calendar begins.
 */
const ENTRY_DATE = new Date(1980, 0, 1);

/** A part that is deflated already, so that constant parts are deflated once a process. */
export interface DeflatedPart {
  readonly name: string;
  readonly deflated: Uint8Array<ArrayBuffer>;
  readonly crc: number;
  /** Bytes before deflating. */
  readonly size: number;
}

/** A part whose text comes in pieces and is deflated on its way. */
export interface StreamedPart {
  readonly name: string;
  readonly pieces: Iterable<string>;
}

/** Deflates a part once. */
export function deflatePart(name: string, text: string): DeflatedPart {
  const bytes = Buffer.from(text);
  return { name, deflated: deflateRawSync(bytes, { level: DEFLATE_LEVEL }), crc: crc32(bytes), size: bytes.length };
}

/**
 * Writes a zip, part after part in the given order, as a stream of chunks. Same parts, same bytes: nothing of the clock,
 * the zone or the machine goes in.
 */
export async function* writeZip(parts: Iterable<DeflatedPart | StreamedPart>): AsyncGenerator<Uint8Array> {
  let chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const part of parts) {
    const entry: ZipInputFile = {
      filename: part.name,
      crc: 0,
      size: 0,
      compression: 8,
      flag: 0,
      os: 0,
      mtime: ENTRY_DATE,
    };
    zip.add(entry);
    for await (const { bytes, last, crc, size } of 'pieces' in part ? deflatePieces(part.pieces) : [whole(part)]) {
      entry.crc = crc;
      entry.size = size;
      entry.ondata?.(null, bytes, last);
      yield* chunks;
      chunks = [];
    }
  }
  zip.end();
  yield* chunks;
}

/** Writes a zip into one array of bytes. */
export async function zipBytes(parts: Iterable<DeflatedPart | StreamedPart>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeZip(parts)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

interface DeflatedChunk {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly last: boolean;
  /** Checksum and count of all bytes so far, before deflating; those of the last chunk are the part's. */
  readonly crc: number;
  readonly size: number;
}

function whole(part: DeflatedPart): DeflatedChunk {
  return { bytes: part.deflated, last: true, crc: part.crc, size: part.size };
}

async function* deflatePieces(pieces: Iterable<string>): AsyncGenerator<DeflatedChunk> {
  const iterator = pieces[Symbol.iterator]();
  let head = '';
  let next = iterator.next();
  while (!next.done && head.length < ONE_SHOT_CHARS) {
    head += next.value;
    next = iterator.next();
  }
  if (next.done) {
    yield whole(deflatePart('', head));
    return;
  }
  yield* deflateStream(head, next.value, iterator);
}

/** Deflates piece by piece; the stream's own buffer is awaited, so memory holds a few pieces at most. */
async function* deflateStream(head: string, second: string, rest: Iterator<string>): AsyncGenerator<DeflatedChunk> {
  const deflate = createDeflateRaw({ level: DEFLATE_LEVEL, finishFlush: constants.Z_FINISH });
  const out: Uint8Array<ArrayBuffer>[] = [];
  deflate.on('data', (chunk: Uint8Array<ArrayBuffer>) => out.push(chunk));
  let crc = 0;
  let size = 0;
  const write = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const bytes = Buffer.from(text);
      crc = crc32(bytes, crc);
      size += bytes.length;
      deflate.write(bytes, (error) => (error ? reject(error) : resolve()));
    });
  await write(head);
  await write(second);
  for (let next = rest.next(); !next.done; next = rest.next()) {
    await write(next.value);
    for (const bytes of out.splice(0)) yield { bytes, last: false, crc, size };
  }
  await new Promise<void>((resolve, reject) => deflate.once('end', resolve).once('error', reject).end());
  yield { bytes: Buffer.concat(out), last: true, crc, size };
}
