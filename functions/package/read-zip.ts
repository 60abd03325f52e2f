import { unzipSync } from 'fflate';

/** Reads the parts of a zip that we made ourselves, by name; what users upload needs bounds and goes another way. */
export function readOwnZip(bytes: Uint8Array): ReadonlyMap<string, string> {
  const decoder = new TextDecoder();
  return new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, decoder.decode(part)]));
}
