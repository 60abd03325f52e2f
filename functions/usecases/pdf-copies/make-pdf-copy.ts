import { PDF } from '#base/content-types.ts';
import type { Convert, ConvertLimits } from '#pdf/convert.ts';
import type { IssuedFile } from '#register/model/types.ts';
import type { Register } from '#register/register.ts';
import type { Store } from '#store/store.ts';
import { StoreError } from '#store/store-error.ts';
import { UseCaseError } from '../use-case-error.ts';
import { findPdfCopy, hasPdfCopy, type IssuedFileRef, pdfCopyKey, pdfCopyMetadata } from './pdf-copy.ts';

/** Dependencies of making a PDF copy. */
export interface PdfCopyDeps {
  readonly register: Pick<Register, 'getNumbered'>;
  readonly store: Pick<Store, 'get' | 'head' | 'put'>;
  readonly convert: Convert;
}

/** Outcome of making a copy. `not-rendered`: this file never gets one. */
export type PdfCopyOutcome = 'made' | 'there' | 'not-rendered';

/**
 * Makes the PDF copy of an issued file, whose bytes are compared with its row first. Nothing waits for it but who
 * wants to read it: it is never on the way of an issue. Repeating is harmless.
 *
 * Throws `not-found` as long as no row names the file (it is kept a moment before), the store's `integrity-mismatch`, and
 * {@link PdfError}.
 */
export async function makePdfCopy(
  deps: PdfCopyDeps,
  ref: IssuedFileRef,
  limits: ConvertLimits = {},
): Promise<PdfCopyOutcome> {
  const { document, row } = await deps.register.getNumbered(ref.organ, ref.docId);
  const file = row.files.find(({ fileId }) => fileId === ref.fileId);
  if (!file && (document.state === 'voided' || (await isOfPeople(deps.store, ref)))) return 'not-rendered';
  if (!file) throw new UseCaseError('not-found');
  if (!hasPdfCopy(file)) return 'not-rendered';
  if (await findPdfCopy(deps.store, ref, file)) return 'there';
  const { key, sha256, versionId } = file;
  const { bytes } = await deps.store.get(key, { expectSha256: sha256, ...(versionId !== undefined && { versionId }) });
  return keep(deps.store, ref, file, await deps.convert(bytes, limits));
}

/** Tells whether a file without a row is a PDF from people: signed, or a scan. */
async function isOfPeople(store: PdfCopyDeps['store'], { organ, docId, fileId }: IssuedFileRef): Promise<boolean> {
  try {
    return (await store.head(`issued/${organ}/${docId}/${fileId}`)).contentType === PDF;
  } catch (error) {
    if (error instanceof StoreError && error.code === 'not-found') return false;
    throw error;
  }
}

/** Keeps the first copy when two are made at once. */
async function keep(
  store: PdfCopyDeps['store'],
  ref: IssuedFileRef,
  file: IssuedFile,
  pdf: Uint8Array,
): Promise<PdfCopyOutcome> {
  try {
    const metadata = pdfCopyMetadata(ref, file);
    await store.put(pdfCopyKey(ref), pdf, { contentType: PDF, metadata, ifAbsent: true });
    return 'made';
  } catch (error) {
    if (error instanceof StoreError && error.code === 'already-exists') return 'there';
    throw error;
  }
}
