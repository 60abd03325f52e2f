import type { IssuedFile } from '#register/model/types.ts';
import type { NumberedDocument } from '#register/register.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { mayRead } from '../may-read.ts';
import { requireRole } from '../permissions.ts';
import { UseCaseError } from '../use-case-error.ts';

/** A document of any organ. `organ` says whose. */
export interface IssuedRef {
  readonly organ: string;
  readonly docId: string;
}

/** An issued document with its line of the book; the look is recorded. Throws `not-found`. */
export async function readIssued(deps: Deps, actor: Actor, ref: IssuedRef): Promise<NumberedDocument> {
  const found = await readVisible(deps, actor, ref);
  await record(deps, actor, ref, 'view');
  return found;
}

/**
 * The bytes of an issued file, compared with the hash in its row before any of them is handed out; the download is
 * recorded. Throws `not-found`, and the store's `integrity-mismatch`.
 */
export async function downloadFile(
  deps: Deps,
  actor: Actor,
  ref: IssuedRef & { readonly fileId: string },
): Promise<{ readonly file: IssuedFile; readonly bytes: Uint8Array }> {
  const file = await readVisibleFile(deps, actor, ref);
  const { key, sha256, versionId } = file;
  const { bytes } = await deps.store.get(key, { expectSha256: sha256, ...(versionId !== undefined && { versionId }) });
  await recordDownload(deps, actor, ref);
  return { file, bytes };
}

/** A file on its way to the one who asked: a link that lives a minute, or its bytes where the store makes none. */
export type HandedOut = { readonly file: IssuedFile } & ({ readonly link: string } | { readonly bytes: Uint8Array });

/**
 * Hands out an issued file: by a link, made after the pinned version was compared with the hash in its row, or as bytes that were.
 * The download is recorded before either. `dispositionOf` gives the Content-Disposition that the link makes the store answer with.
 * Throws `not-found`, and the store's `integrity-mismatch`.
 */
export async function handOutFile(
  deps: Deps,
  actor: Actor,
  ref: IssuedRef & { readonly fileId: string },
  dispositionOf: (file: IssuedFile) => string,
): Promise<HandedOut> {
  if (!deps.store.link) return downloadFile(deps, actor, ref);
  const file = await readVisibleFile(deps, actor, ref);
  const { key, sha256, versionId, contentType } = file;
  const link = await deps.store.link(key, {
    expectSha256: sha256,
    contentType,
    contentDisposition: dispositionOf(file),
    at: deps.clock.now(),
    ...(versionId !== undefined && { versionId }),
  });
  await recordDownload(deps, actor, ref);
  return { file, link };
}

/** An issued file that the actor may read, as its row names it; nothing is recorded yet. Throws `not-found`. */
export async function readVisibleFile(
  deps: Deps,
  actor: Actor,
  ref: IssuedRef & { readonly fileId: string },
): Promise<IssuedFile> {
  const { row } = await readVisible(deps, actor, ref);
  const file = row.files.find(({ fileId }) => fileId === ref.fileId);
  if (!file) throw new UseCaseError('not-found');
  return file;
}

/** Records that someone takes a file, or a copy of it. */
export function recordDownload(deps: Deps, actor: Actor, ref: IssuedRef & { readonly fileId: string }): Promise<void> {
  return record(deps, actor, ref, 'download', ref.fileId);
}

/** A document with its line of the book, as the actor may see it; nothing is recorded. Throws `not-found`. */
export async function readVisible(deps: Deps, actor: Actor, { organ, docId }: IssuedRef): Promise<NumberedDocument> {
  requireRole(actor, 'read-issued');
  const found = await deps.register.getNumbered(organ, docId);
  if (!(await mayRead(deps, actor, found.document))) throw new UseCaseError('not-found');
  return found;
}

function record(
  deps: Deps,
  actor: Actor,
  { organ, docId }: IssuedRef,
  kind: 'view' | 'download',
  fileId?: string,
): Promise<void> {
  return deps.register.recordView({
    organ,
    docId,
    viewId: deps.newId(),
    kind,
    actor: actor.staffId,
    at: deps.clock.now(),
    ...(fileId !== undefined && { fileId }),
  });
}
