import { sha256Hex } from '#base/node/hash.ts';
import { canonicalJson } from '#document/json/canonical-json.ts';

/** A JSON value as it is stored: the bytes of its one canonical text, and their SHA-256 in lower-case hex. */
export interface BlobContent {
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** Makes the bytes to store of a JSON value. */
export function blobContent(value: unknown): BlobContent {
  const bytes = new TextEncoder().encode(canonicalJson(value));
  return { bytes, sha256: sha256Hex(bytes) };
}
