import { sha256Hex } from '#base/node/hash.ts';
import { canonicalJson } from '#document/json/canonical-json.ts';

/** SHA-256 of a value's canonical JSON, in hexadecimal. */
export function hashOf(value: unknown): string {
  return sha256Hex(canonicalJson(value));
}
