import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { type DOC, DOCX, type ODT, PDF, type TEXT, type XLSX } from '#base/content-types.ts';
import { answer, api, putUploaded } from './client.ts';

/** The type of a file by its name; null where it is neither a PDF nor a .docx, which alone are kept as they come. */
export function typeOfFile(name: string): typeof PDF | typeof DOCX | null {
  if (/\.pdf$/i.test(name)) return PDF;
  return /\.docx$/i.test(name) ? DOCX : null;
}

/** Types of files that are sent ahead. */
export type UploadType = typeof PDF | typeof DOCX | typeof DOC | typeof ODT | typeof TEXT | typeof XLSX;

/** Sends a file ahead of what will name it: its id. The hash needs no secure context. Throws `Problem`. */
export async function upload(file: File, contentType: UploadType): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const body = { size: bytes.length, sha256: bytesToHex(sha256(bytes)), contentType };
  const { data } = await answer(api.POST('/uploads', { body }));
  await putUploaded(data, bytes);
  return data.uploadId;
}
