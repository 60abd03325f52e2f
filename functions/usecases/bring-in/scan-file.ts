import { DOCX, PDF } from '#base/content-types.ts';
import { formatCode } from '#document/code-notation.ts';
import type { FileFault } from '#exchange/older-book/import-texts.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import type { FileToStore } from '../issuing/issued-files.ts';
import { isPdf, MAX_PDF_BYTES } from '../uploads/pdf.ts';
import { type BytesOrUpload, readUpload } from '../uploads/read-upload.ts';
import { requireSafePdf } from '../uploads/safe-pdf.ts';
import { UseCaseError } from '../use-case-error.ts';
import type { OlderNumber } from './older-number.ts';
import type { PaperRecord } from './paper-record.ts';

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

/** Symbol that the file of a record is named by. */
export function nameOfScan({ codeNotation }: PaperRecord, { codeNumber, codeSuffix }: OlderNumber): string {
  return formatCode(codeNumber, codeNotation, codeSuffix);
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

/** The file of a paper record: a PDF or a .docx, uploaded, or a PDF that came with the request. Throws `file-unsuitable`, `pdf-unsafe`. */
export async function scanOf(deps: Deps, actor: Actor, source: BytesOrUpload, symbol: string): Promise<FileToStore> {
  const isUpload = 'uploadId' in source;
  const { bytes, contentType } = isUpload
    ? await readUpload(deps, actor, source.uploadId, [PDF, DOCX])
    : { ...source, contentType: PDF };
  const fileName = scanFileName(symbol, contentType);
  const scan = toScanFile({ fileName, bytes }, symbol);
  if ('fault' in scan) throw new UseCaseError('file-unsuitable', { params: { ...scan } });
  if (contentType === PDF) await requireSafePdf(deps, actor.organ, bytes);
  return scan;
}
