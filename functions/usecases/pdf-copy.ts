import type { IssuedFile } from '../register/types.ts';
import type { Store, StoredObject } from '../store/store.ts';
import { StoreError } from '../store/store-error.ts';
import type { IssuedRef } from './download-file.ts';
import { UseCaseError } from './use-case-error.ts';

/** One issued file of a document. */
export interface IssuedFileRef extends IssuedRef {
  readonly fileId: string;
}

/** Where the reading copy of an issued file is kept. */
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
  const copy = await store.head(key).catch((error: unknown) => {
    if (error instanceof StoreError && error.code === 'not-found') return undefined;
    throw error;
  });
  if (copy && copy.metadata['source-sha256'] !== file.sha256) {
    throw new UseCaseError('stored-file-differs', { facts: { key } });
  }
  return copy;
}
