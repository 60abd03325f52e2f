import { PDF } from '#base/content-types.ts';
import { PdfError } from '#pdf/pdf-error.ts';
import type { StoredObject } from '#store/store.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { handOutFile, readVisibleFile, recordDownload } from '../search/download-file.ts';
import { UseCaseError } from '../use-case-error.ts';
import { findPdfCopy, hasPdfCopy, hasPdfFailure, type IssuedFileRef } from './pdf-copy.ts';

/** Sees to a copy that is not there: makes it while its reader waits, or asks for it to be made soon. */
export type EnsurePdfCopy = (ref: IssuedFileRef) => Promise<'made' | 'asked'>;

/** File name of a copy, with its bytes or a link. */
export type PdfCopy = { readonly file: { readonly fileName: string; readonly contentType: string } } & (
  | { readonly link: string }
  | { readonly bytes: Uint8Array }
);

/**
 * The PDF copy of an issued file, for whoever may read the file; a file that is a PDF is handed out itself. Its taking
 * is recorded as a download of the file.
 *
 * Throws `not-found`, `no-pdf-copy`, `pdf-not-ready`, `pdf-given-up`, `pdf-not-installed`, `pdf-failed`.
 */
export async function getPdfCopy(
  deps: Deps,
  actor: Actor,
  ref: IssuedFileRef,
  {
    ensure,
    dispositionOf,
  }: { readonly ensure: EnsurePdfCopy; readonly dispositionOf: (file: { readonly fileName: string }) => string },
): Promise<PdfCopy> {
  const file = await readVisibleFile(deps, actor, ref);
  if (file.contentType === PDF) return handOutFile(deps, actor, ref, dispositionOf);
  if (!hasPdfCopy(file)) throw new UseCaseError('no-pdf-copy');
  const standing = await findPdfCopy(deps.store, ref, file);
  if (!standing && (await hasPdfFailure(deps.store, ref))) throw new UseCaseError('pdf-given-up');
  const copy = standing ?? ((await wasMade(ensure, ref)) && (await findPdfCopy(deps.store, ref, file)));
  if (!copy) throw new UseCaseError('pdf-not-ready');
  const named = { fileName: file.fileName.replace(/(\.docx)?$/i, '.pdf'), contentType: PDF };
  const handed = await handOut(deps, copy, named, dispositionOf);
  await recordDownload(deps, actor, ref);
  return { file: named, ...handed };
}

/** Tells whether a copy was made now. */
async function wasMade(ensure: EnsurePdfCopy, ref: IssuedFileRef): Promise<boolean> {
  try {
    return (await ensure(ref)) === 'made';
  } catch (cause) {
    if (!(cause instanceof PdfError)) throw cause;
    throw new UseCaseError(cause.code === 'not-installed' ? 'pdf-not-installed' : 'pdf-failed', { cause });
  }
}

async function handOut(
  { store, clock }: Deps,
  { key, sha256, versionId }: StoredObject,
  named: PdfCopy['file'],
  dispositionOf: (file: { readonly fileName: string }) => string,
): Promise<{ readonly link: string } | { readonly bytes: Uint8Array }> {
  const pinned = { expectSha256: sha256, ...(versionId !== undefined && { versionId }) };
  if (!store.link) return { bytes: (await store.get(key, pinned)).bytes };
  const { contentType } = named;
  const at = clock.now();
  return { link: await store.link(key, { ...pinned, contentType, contentDisposition: dispositionOf(named), at }) };
}
