import { DOCX, PDF } from '#base/content-types.ts';
import type { IssuedFile } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import type { ComparedFile } from '../heavy/compare-text-task.ts';
import { runHeavy } from '../heavy/heavy-work.ts';
import { requireRole } from '../permissions.ts';
import { readOwnDocument } from '../read-document.ts';
import { readUpload } from '../uploads/read-upload.ts';
import { UseCaseError } from '../use-case-error.ts';

/** A file of the document's row, or an upload that is to become one. */
export type FileToCompare = { readonly fileId: string } | { readonly uploadId: string };

/**
 * Compares the text of a signed or attached file with the approved document's, as it was rendered at issue. Writes nothing. Throws
 * `not-found`, `no-data` for a document without rendered files, `word-unreadable`, and as `readUpload`.
 */
export async function compareWithApproved(
  deps: Deps,
  actor: Actor,
  input: { readonly docId: string } & FileToCompare,
): Promise<ComparedFile> {
  requireRole(actor, 'uploadId' in input ? 'add-signed' : 'read-issued');
  const { organ } = actor;
  const { docId } = await readOwnDocument(deps, actor, input.docId);
  const { row } = await deps.register.getNumbered(organ, docId);
  const rendered = row.files.filter(({ role }) => role === 'rendered' || role === 'appendix');
  if (rendered.length === 0) throw new UseCaseError('no-data');
  const bytes = await bytesToCompare(deps, actor, row.files, input);
  return runHeavy(deps, { organ, name: 'compare-text' }, async () => ({
    bytes,
    approved: await Promise.all(rendered.map((file) => bytesOfFile(deps, file))),
  }));
}

async function bytesToCompare(
  deps: Deps,
  actor: Actor,
  files: readonly IssuedFile[],
  which: FileToCompare,
): Promise<Uint8Array> {
  if ('uploadId' in which) return (await readUpload(deps, actor, which.uploadId, [PDF, DOCX])).bytes;
  const file = files.find(({ fileId }) => fileId === which.fileId);
  if (!file) throw new UseCaseError('not-found');
  return bytesOfFile(deps, file);
}

async function bytesOfFile({ store }: Deps, { key, sha256, versionId }: IssuedFile): Promise<Uint8Array> {
  const { bytes } = await store.get(key, { expectSha256: sha256, ...(versionId !== undefined && { versionId }) });
  // A copy: what is handed to a thread is gone from its store.
  return new Uint8Array(bytes);
}
