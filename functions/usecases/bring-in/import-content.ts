import { z } from 'zod';
import { DOCX, PDF } from '#base/content-types.ts';
import { formatCode } from '#document/code-notation.ts';
import { typeCode } from '#document/schemas/type.schema.ts';
import type { RegisterRow } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import type { FileToStore } from '../issuing/issued-files.ts';
import { type BytesOrUpload, type DataOrUpload, dataOf, readUpload } from '../uploads/read-upload.ts';
import { requireSafePdf } from '../uploads/safe-pdf.ts';
import { UseCaseError } from '../use-case-error.ts';
import { scanFileName, toScanFile } from './scan-file.ts';

const recordSchema = z.strictObject({
  /** Of any type that an older book has. */
  typeCode,
  codeNotation: z.string(),
  subject: z.string(),
  signerInfo: z.strictObject({ position: z.string(), fullName: z.string() }).optional(),
  to: z.array(z.string()).readonly().optional(),
  archivedAt: z.string().optional(),
  issuedAmount: z.number().optional(),
});

/**
 * Entry of an older book for a document on paper. `codeNotation` as printed: `KH-UBND`; `archivedAt`: keeper of the
 * record copy.
 */
export type PaperRecord = z.infer<typeof recordSchema>;

/** A record as it is kept before its file: repair finds in it what the file does not say. */
export const paperRecordBlob = z.strictObject({
  schema: z.literal('PaperRecord@1'),
  record: recordSchema,
  /** SHA-256 of a file that came with it, lower-case hex. */
  file: z.string().optional(),
});

/** See {@link paperRecordBlob}. */
export type PaperRecordBlob = z.infer<typeof paperRecordBlob>;

/** The record that a line of the book was made of. */
export function recordOf(row: RegisterRow): PaperRecord {
  const { typeCode, codeNotation, subject, signerInfo, to, archivedAt, issuedAmount } = row;
  return recordSchema.parse({ typeCode, codeNotation, subject, signerInfo, to, archivedAt, issuedAmount });
}

/** A document's data, from which its file is made; or its record, with the file that was kept of it, if any. */
export type ImportContent =
  | { readonly data: unknown }
  | { readonly record: PaperRecord; readonly file?: FileToStore | undefined };

/** The same, where an upload may have the data or the file. */
export type ContentOrUpload =
  | DataOrUpload
  | { readonly record: PaperRecord; readonly file?: FileToStore | undefined }
  | { readonly record: PaperRecord; readonly fileUploadId: string };

/** Reads what an upload has. Throws as `dataOf`, and `file-unsuitable`. */
export async function readContent(
  deps: Deps,
  actor: Actor,
  content: ContentOrUpload,
  { number, codeSuffix }: { readonly number: number; readonly codeSuffix?: string | undefined },
): Promise<ImportContent> {
  if (!('record' in content)) return { data: await dataOf(deps, actor, content) };
  if (!('fileUploadId' in content)) return content;
  const { record, fileUploadId } = content;
  const symbol = formatCode(number, record.codeNotation, codeSuffix);
  return { record, file: await scanOf(deps, actor, { uploadId: fileUploadId }, symbol) };
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
