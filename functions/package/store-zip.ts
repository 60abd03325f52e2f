import { zipSync } from 'fflate';

/** A zip of parts that were read within bounds, stored and not deflated: for a reader that unzips by itself. */
export function storeZip(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return zipSync(Object.fromEntries(parts), { level: 0, mtime: new Date(1980, 0, 1) });
}
