import { sniff } from './sniff.ts';

/** Fewer lines are a note, no document. */
const LEAST_LINES = 5;
/** Signs that no text has: what holds one is another kind of file. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f]/;

/** The text of a file that is nothing but text, in UTF-8 or marked UTF-16; null for any other file. */
export function bareText(bytes: Uint8Array): string | null {
  if (sniff(bytes) !== 'NOT_WORD') return null;
  const text = decoded(bytes);
  return text !== null && !CONTROL.test(text) && text.split('\n').length >= LEAST_LINES ? text : null;
}

function decoded(bytes: Uint8Array): string | null {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
