import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { answer, api, putUploaded } from './client.ts';

/** Types of files that are kept as they come. */
const TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** The type of a file by its name; null where it is neither a PDF nor a .docx. */
export function typeOfFile(name: string): (typeof TYPES)[keyof typeof TYPES] | null {
  const ending = name.toLowerCase().split('.').at(-1);
  return ending === 'pdf' || ending === 'docx' ? TYPES[ending] : null;
}

/** Sends a file ahead of what will name it: its id. The hash needs no secure context. Throws `Problem`. */
export async function upload(file: File, contentType: (typeof TYPES)[keyof typeof TYPES]): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const body = { size: bytes.length, sha256: bytesToHex(sha256(bytes)), contentType };
  const { data } = await answer(api.POST('/uploads', { body }));
  await putUploaded(data, bytes);
  return data.uploadId;
}
