import { create } from 'content-disposition';
import { fold } from '../document/vietnamese.ts';

/** Headers of a file as a download: an ASCII name for old programs, the Vietnamese one in `filename*`. */
export function attachmentHeaders(file: { fileName: string; contentType: string }, bytes: Uint8Array) {
  const fileName = file.fileName.replace(/[\p{Cc}/\\]/gu, '-');
  const fallback = fold(fileName).replace(/[^\x20-\x7e]/g, '-');
  return {
    'Content-Type': file.contentType,
    'Content-Length': String(bytes.byteLength),
    'Content-Disposition': create(fileName, /^[\x20-\x7e]*$/.test(fileName) ? {} : { fallback }),
  };
}

/** The bytes as a body: a copy that is its own buffer, as a response wants it. */
export function bodyOf(bytes: Uint8Array): ArrayBuffer {
  const body = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(body).set(bytes);
  return body;
}
