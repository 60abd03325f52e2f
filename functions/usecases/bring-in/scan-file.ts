import { DOCX, PDF } from '#base/content-types.ts';
import type { FileFault } from '#exchange/older-book/import-texts.ts';
import type { FileToStore } from '../issuing/issued-files.ts';
import { isPdf, MAX_PDF_BYTES } from '../uploads/pdf.ts';

/** A file that a person brings with an older document. */
export interface ImportFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** Reason why a file is refused. */
export interface Unsuitable {
  readonly fileName: string;
  readonly fault: FileFault;
  readonly maxBytes: number;
}

/** Last part of its key: a document that is brought in has one file at most. */
export const SCAN_FILE_ID = 'scan-1';

/** Name of its download: `35-KH-UBND.pdf`. */
export function scanFileName(symbol: string, contentType: string): string {
  return `${symbol.replaceAll('/', '-')}.${contentType === PDF ? 'pdf' : 'docx'}`;
}

/** The file as it is kept with the document, under the document's own name: a whole PDF, or a .docx. */
export function toScanFile({ fileName, bytes }: ImportFile, symbol: string): FileToStore | Unsuitable {
  const extension = /\.(pdf|docx)$/i.exec(fileName)?.[1]?.toLowerCase();
  const refuse = (fault: FileFault): Unsuitable => ({ fileName, fault, maxBytes: MAX_PDF_BYTES });
  if (bytes.length > MAX_PDF_BYTES) return refuse('too-large');
  if (extension === undefined) return refuse('not-pdf-or-docx');
  if (extension === 'pdf' && !isPdf(bytes)) return refuse('pdf-damaged');
  if (extension === 'docx' && !isZip(bytes)) return refuse('docx-damaged');
  const contentType = extension === 'pdf' ? PDF : DOCX;
  return { role: 'scan', fileId: SCAN_FILE_ID, fileName: scanFileName(symbol, contentType), contentType, bytes };
}

function isZip(bytes: Uint8Array): boolean {
  const [p, k, three, four] = bytes;
  return p === 0x50 && k === 0x4b && three === 3 && four === 4;
}
