import { formatCode } from '../document/code-notation.ts';
import type { TypeCode } from '../document/document-types.ts';
import type { SignerInfo } from '../register/types.ts';
import type { Actor } from './actor.ts';
import type { Deps } from './deps.ts';
import type { KeptFile } from './issued-files.ts';
import { keptScan } from './kept-scan.ts';
import { PDF } from './pdf.ts';
import { type Brought, type BroughtData, dataOf, readUpload } from './read-upload.ts';
import { DOCX } from './upload-ticket.ts';
import { UseCaseError } from './use-case-error.ts';

/** What an older book says of a document of which there is paper alone. */
export interface PaperRecord {
  readonly typeCode: TypeCode;
  /** As printed: `KH-UBND`. */
  readonly codeNotation: string;
  readonly subject: string;
  readonly signerInfo?: SignerInfo | undefined;
  readonly to?: readonly string[] | undefined;
  /** Who keeps the record copy, as the older book has it. */
  readonly archivedAt?: string | undefined;
  readonly issuedAmount?: number | undefined;
}

/** A document's data, from which its file is made; or its record, with the file that was kept of it, if any. */
export type BroughtContent =
  | { readonly data: unknown }
  | { readonly record: PaperRecord; readonly file?: KeptFile | undefined };

/** The same, where an upload may have the data or the file. */
export type NamedContent =
  | BroughtData
  | { readonly record: PaperRecord; readonly file?: KeptFile | undefined }
  | { readonly record: PaperRecord; readonly fileUploadId: string };

/** Reads what an upload has. Throws as `dataOf`, and `file-unsuitable`. */
export async function readContent(
  deps: Deps,
  actor: Actor,
  content: NamedContent,
  codeNumber: number,
): Promise<BroughtContent> {
  if (!('record' in content)) return { data: await dataOf(deps, actor, content) };
  if (!('fileUploadId' in content)) return content;
  const { record, fileUploadId } = content;
  const symbol = formatCode(codeNumber, record.codeNotation);
  return { record, file: await scanOf(deps, actor, { uploadId: fileUploadId }, symbol) };
}

/** The file of a paper record: a PDF or a .docx, uploaded, or a PDF that came with the request. Throws `file-unsuitable`. */
export async function scanOf(deps: Deps, actor: Actor, brought: Brought, symbol: string): Promise<KeptFile> {
  const isUpload = 'uploadId' in brought;
  const { bytes, contentType } = isUpload
    ? await readUpload(deps, actor, brought.uploadId, [PDF, DOCX])
    : { ...brought, contentType: PDF };
  const fileName = `${symbol.replaceAll('/', '-')}.${contentType === PDF ? 'pdf' : 'docx'}`;
  const scan = keptScan({ fileName, bytes }, symbol);
  if ('why' in scan) throw new UseCaseError('file-unsuitable', { facts: { fileName, why: scan.why } });
  return scan;
}
