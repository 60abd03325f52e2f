import type { Found } from '../register/register.ts';
import type { IssuedFile } from '../register/types.ts';
import type { Actor } from './actor.ts';
import type { Deps } from './deps.ts';
import { mayRead } from './may-read.ts';
import { UseCaseError } from './use-case-error.ts';
import { requireRole } from './who-may.ts';

/** A document of any organ. `organ` says whose. */
export interface IssuedRef {
  readonly organ: string;
  readonly docId: string;
}

/** An issued document with its line of the book; the look is recorded. Throws `not-found`. */
export async function readIssued(deps: Deps, actor: Actor, ref: IssuedRef): Promise<Found> {
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
): Promise<{ file: IssuedFile; bytes: Uint8Array }> {
  const { row } = await readVisible(deps, actor, ref);
  const file = row.files.find(({ fileId }) => fileId === ref.fileId);
  if (!file) throw new UseCaseError('not-found');
  const { key, sha256, versionId } = file;
  const { bytes } = await deps.store.get(key, { expectSha256: sha256, ...(versionId !== undefined && { versionId }) });
  await record(deps, actor, ref, 'download', file.fileId);
  return { file, bytes };
}

async function readVisible(deps: Deps, actor: Actor, { organ, docId }: IssuedRef): Promise<Found> {
  requireRole(actor, 'read-issued');
  const found = await deps.register.getNumbered(organ, docId);
  if (!mayRead(actor, found.document)) throw new UseCaseError('not-found');
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
