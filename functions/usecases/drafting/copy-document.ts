import type { Actor } from '../actor.ts';
import { readBlob } from '../blobs.ts';
import type { Deps } from '../deps.ts';
import { requireRole } from '../permissions.ts';
import { readOwnDocument } from '../read-document.ts';
import { UseCaseError } from '../use-case-error.ts';
import { createDocument, type SavedDraft } from './create-document.ts';

/**
 * Starts a new draft with the data of a document of the actor's organ, whatever became of that: a voided number, a document
 * that was withdrawn, one that is to be replaced, a draft with errors. Throws `no-data` for a paper record, and as `createDocument`.
 */
export async function copyDocument(
  deps: Deps,
  actor: Actor,
  input: { readonly docId: string; readonly newDocId?: string | undefined },
): Promise<SavedDraft> {
  requireRole(actor, 'create');
  const document = await readOwnDocument(deps, actor, input.docId);
  if (!document.data) throw new UseCaseError('no-data');
  const data = await readBlob(deps, document.data);
  return createDocument(deps, actor, { docId: input.newDocId, data, copiedFrom: document.docId, withErrors: true });
}
