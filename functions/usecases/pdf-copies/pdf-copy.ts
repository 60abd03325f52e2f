import { undefinedIfNotFound } from '#base/coded-error.ts';
import type { PdfErrorCode } from '#pdf/pdf-error.ts';
import type { IssuedFile } from '#register/model/types.ts';
import type { Store, StoredObject } from '#store/store.ts';
import { StoreError } from '#store/store-error.ts';
import type { IssuedRef } from '../search/download-file.ts';
import { UseCaseError } from '../use-case-error.ts';

/** One issued file of a document. */
export interface IssuedFileRef extends IssuedRef {
  readonly fileId: string;
}

/** Key of the PDF copy of an issued file. */
export function pdfCopyKey({ organ, docId, fileId }: IssuedFileRef): string {
  return `exports/${organ}/${docId}/${fileId}.pdf`;
}

/** Tells whether a file gets a PDF copy: only files that we rendered. */
export function hasPdfCopy({ role }: Pick<IssuedFile, 'role'>): boolean {
  return role === 'rendered' || role === 'appendix';
}

/** Metadata of a copy: the hash of its source. */
export function pdfCopyMetadata({ docId }: IssuedRef, file: IssuedFile): Record<string, string> {
  return { 'doc-id': docId, 'source-sha256': file.sha256 };
}

/**
 * The copy of a file, if there is one. LibreOffice writes the time into a PDF, so two copies never have the same bytes: one that
 * is there is enough. Throws `stored-file-differs` where it was made of other bytes than the row names.
 */
export async function findPdfCopy(
  store: Pick<Store, 'head'>,
  ref: IssuedFileRef,
  file: IssuedFile,
): Promise<StoredObject | undefined> {
  const key = pdfCopyKey(ref);
  const copy = await headOf(store, key);
  if (copy && copy.metadata['source-sha256'] !== file.sha256) {
    throw new UseCaseError('stored-file-differs', { params: { key } });
  }
  return copy;
}

/** Key of the note that a conversion failed; it expires with the other exports. */
const noteKey = ({ organ, docId, fileId }: IssuedFileRef) => `exports/${organ}/${docId}/${fileId}.no-pdf`;

/** Notes why no copy could be made, so that nobody asks for it again and again. A copy that comes of it later counts more. */
export async function notePdfFailure(store: Pick<Store, 'put'>, ref: IssuedFileRef, code: PdfErrorCode): Promise<void> {
  const note = new TextEncoder().encode(JSON.stringify({ schema: 'no-pdf@1', code }));
  try {
    await store.put(noteKey(ref), note, { contentType: 'application/json', ifAbsent: true });
  } catch (error) {
    if (!(error instanceof StoreError && error.code === 'already-exists')) throw error;
  }
}

/** Tells whether a conversion failed before. */
export async function hasPdfFailure(store: Pick<Store, 'head'>, ref: IssuedFileRef): Promise<boolean> {
  return (await headOf(store, noteKey(ref))) !== undefined;
}

function headOf(store: Pick<Store, 'head'>, key: string): Promise<StoredObject | undefined> {
  return store.head(key).catch(undefinedIfNotFound);
}
