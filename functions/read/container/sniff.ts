import type { ReadErrorCode } from '../problems/read-error.ts';

const ZIP = [0x50, 0x4b];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
/** Bytes of the beginning that are looked at as text. */
const HEAD_BYTES = 2048;

/** UTF-16 names of streams in an OLE file that is an encrypted package (MS-OFFCRYPTO). */
const ENCRYPTED_STREAM = [...'EncryptedPackage'].flatMap((char) => [char.charCodeAt(0), 0]);

/** Classifies a file by its bytes: null for a zip, else why it is refused. */
export function sniff(bytes: Uint8Array): ReadErrorCode | null {
  if (bytes.length === 0) return 'EMPTY_FILE';
  if (startsWith(bytes, ZIP)) return null;
  if (startsWith(bytes, OLE)) return holds(bytes, ENCRYPTED_STREAM) ? 'ENCRYPTED_FILE' : 'OLD_WORD_FILE';
  const head = new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-8')
    .decode(bytes.subarray(0, HEAD_BYTES))
    .trimStart();
  if (head.startsWith('{\\rtf')) return 'RTF_FILE';
  if (head.startsWith('%PDF-')) return 'PDF_FILE';
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!doctype html|<html|<meta|<head|<body)/i.test(head)) return 'HTML_FILE';
  if (/^MIME-Version:[\s\S]*multipart\/related/i.test(head)) return 'HTML_FILE';
  return 'NOT_WORD';
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}

function holds(bytes: Uint8Array, wanted: readonly number[]): boolean {
  const first = wanted[0] ?? 0;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}
