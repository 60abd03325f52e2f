import type { ReadDocument } from './body/model.ts';
import { bareText } from './container/bare-text.ts';
import { readText } from './plain/read-text.ts';
import { readDocx } from './read-docx.ts';

/** Reads a .docx, or bare text as it was copied out of a PDF. Throws `ReadError`. */
export function readFile(bytes: Uint8Array): ReadDocument {
  const text = bareText(bytes);
  return text === null ? readDocx(bytes) : readText(text);
}
