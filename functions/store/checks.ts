import { sha256Beside } from '#base/node/hash.ts';
import { StoreError } from './store-error.ts';

const SEGMENT = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;

/** Refuses a key that is not server ids joined by `/`: no `..`, `\`, NUL, `%`, empty part or leading dot. Throws `bad-key`. */
export function checkKey(key: string): void {
  if (key.length > 512 || !key.split('/').every((segment) => SEGMENT.test(segment)))
    throw new StoreError('bad-key', key);
}

/** Refuses what a header cannot carry, and `sha256`, which is the store's own. Throws `bad-metadata`. */
export function checkMetadata(key: string, metadata: Readonly<Record<string, string>> = {}): void {
  const fits = Object.entries(metadata).every(([name, value]) => /^[a-z][a-z0-9-]*$/.test(name) && isHeaderText(value));
  if (!fits || 'sha256' in metadata) throw new StoreError('bad-metadata', key);
}

/** Throws `integrity-mismatch` unless the bytes have every hash that is known of them. */
export async function checkBytes(
  key: string,
  bytes: Uint8Array,
  ...known: readonly (string | undefined)[]
): Promise<void> {
  const sha256 = await sha256Beside(bytes);
  if (known.some((hash) => hash !== undefined && hash !== sha256)) throw new StoreError('integrity-mismatch', key);
}

/** Spaces at the ends are refused with the rest: a header loses them. */
function isHeaderText(value: string): boolean {
  return /^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/.test(value);
}
