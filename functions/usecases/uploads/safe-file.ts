import { DOCX, PDF } from '#base/content-types.ts';
import type { Deps } from '../deps.ts';
import { UseCaseError } from '../use-case-error.ts';
import { MAX_PDF_BYTES } from './pdf.ts';
import type { Uploaded } from './read-upload.ts';
import { requireSafePdf } from './safe-pdf.ts';

/** Part that every Office file has, by the name that its zip shows. */
const CONTENT_TYPES = '[Content_Types].xml';

/** Throws `not-a-pdf`, `pdf-unsafe`, or `file-unsuitable` for what is called a .docx and is none. */
export async function requireSafeFile(deps: Deps, organ: string, { bytes, contentType }: Uploaded): Promise<void> {
  if (contentType === PDF) return requireSafePdf(deps, organ, bytes);
  if (contentType === DOCX && isOfficeZip(bytes)) return;
  const params = { fileName: '.docx', fault: 'docx-damaged', maxBytes: MAX_PDF_BYTES };
  throw new UseCaseError('file-unsuitable', { params });
}

function isOfficeZip(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return file.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004')) && file.includes(CONTENT_TYPES);
}
