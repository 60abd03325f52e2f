import type { DocumentItem } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import { withApprover } from '../approval/with-approver.ts';
import { readBlob } from '../blobs.ts';
import type { Deps } from '../deps.ts';
import { readOwnDocument } from '../read-document.ts';

/** A document of the actor's organ with the data that was saved last; null for a paper record that came without. */
export async function getDocument(
  deps: Deps,
  actor: Actor,
  docId: string,
): Promise<{ document: DocumentItem; data: unknown }> {
  const document = await withApprover(deps, await readOwnDocument(deps, actor, docId));
  return { document, data: document.data ? await readBlob(deps, document.data) : null };
}
