import type { DeflatedPart } from './deflate.ts';
import { layParts, zipEnd } from './write-zip.ts';

/** Limits of a zip's end: 16 bits for parts, 32 for bytes (APPNOTE.TXT 4.3.16). */
const MAX_PARTS = 0xffff;
const MAX_BYTES = 0xffff_ffff;

/**
 * A zip whose parts come one by one: memory holds one part and the directory. Same parts, same bytes as `zipBytes`. Throws
 * RangeError where there are more parts or bytes than a zip without extensions counts.
 */
export async function* zipStream(parts: AsyncIterable<DeflatedPart>): AsyncGenerator<Uint8Array> {
  const directory: Uint8Array[] = [];
  let at = 0;
  for await (const part of parts) {
    const laid = layParts([part], at);
    at += laid.local.length;
    if (directory.push(laid.directory) > MAX_PARTS || at > MAX_BYTES) throw new RangeError('too much for one zip');
    yield laid.local;
  }
  const entries = Buffer.concat(directory);
  yield entries;
  yield zipEnd(directory.length, at, entries.length);
}
