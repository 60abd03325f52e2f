import { undefinedIfNotFound } from '#base/coded-error.ts';
import type { PdfErrorCode } from '#pdf/pdf-error.ts';
import type { IssuedFile } from '#register/model/types.ts';
import type { Store, StoredObject } from '#store/store.ts';
import { StoreError } from '#store/store-error.ts';
import type { IssuedRef } from '../finding/download-file.ts';
import { UseCaseError } from '../use-case-error.ts';

/** One issued file of a document. */
export interface IssuedFileRef extends IssuedRef {
  readonly fileId: string;
}

/** Where the PDF copy of an issued file is kept. */
export function pdfCopyKey({ organ, docId, fileId }: IssuedFileRef): string {
  return `exports/${organ}/${docId}/${fileId}.pdf`;
}

/** Whether a PDF is made of a file: of what we rendered, and of nothing that a person brought. */
export function hasPdfCopy({ role }: Pick<IssuedFile, 'role'>): boolean {
  return role === 'rendered' || role === 'appendix';
}

/** What a copy says of itself: of which bytes it was made. */
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
    throw new UseCaseError('stored-file-differs', { facts: { key } });
  }
  return copy;
}

/** Where it is noted that a file was tried in vain. The note goes with the other exports when their time is over. */
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

/** Whether a file was tried in vain. */
export async function hasPdfFailure(store: Pick<Store, 'head'>, ref: IssuedFileRef): Promise<boolean> {
  return (await headOf(store, noteKey(ref))) !== undefined;
}

function headOf(store: Pick<Store, 'head'>, key: string): Promise<StoredObject | undefined> {
  return store.head(key).catch(undefinedIfNotFound);
}
