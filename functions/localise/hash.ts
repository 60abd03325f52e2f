import { createHash } from 'node:crypto';
import { canonicalJson } from '#document/json/canonical-json.ts';

/** SHA-256 of a value's canonical JSON, in hexadecimal. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
