import { create } from 'content-disposition';
import { fold } from '#document/text/vietnamese.ts';

/** Content-Disposition of a download: an ASCII name for old programs, the Vietnamese one in `filename*`. */
export function dispositionOf(file: { readonly fileName: string }): string {
  const fileName = file.fileName.replace(/[\p{Cc}/\\]/gu, '-');
  const fallback = fold(fileName).replace(/[^\x20-\x7e]/g, '-');
  return create(fileName, /^[\x20-\x7e]*$/.test(fileName) ? {} : { fallback });
}

/** Headers of a file as a download. */
export function attachmentHeaders(
  file: { readonly fileName: string; readonly contentType: string },
  bytes: Uint8Array,
) {
  return {
    'Content-Type': file.contentType,
    'Content-Length': String(bytes.byteLength),
    'Content-Disposition': dispositionOf(file),
  };
}

/** The bytes as a body: a copy that is its own buffer, as a response wants it. */
export function bodyOf(bytes: Uint8Array): ArrayBuffer {
  const body = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(body).set(bytes);
  return body;
}
