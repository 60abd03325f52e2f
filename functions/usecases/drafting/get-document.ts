import type { DocumentItem, Note } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import { withApprover } from '../approval/with-approver.ts';
import { readBlob } from '../blobs.ts';
import type { Deps } from '../deps.ts';
import { may } from '../permissions.ts';
import { readOwnDocument } from '../read-document.ts';

/** A document of the actor's organ, with what was saved of it last. */
export interface OpenDocument {
  readonly document: DocumentItem;
  /** Null for a paper record that came without. */
  readonly data: unknown;
  /** Remarks on all its versions; none for those who do not see drafts. */
  readonly notes: readonly Note[];
}

/** Reads a document of the actor's organ. Throws `not-found`. */
export async function getDocument(deps: Deps, actor: Actor, docId: string): Promise<OpenDocument> {
  const document = await withApprover(deps, await readOwnDocument(deps, actor, docId));
  const [data, notes] = await Promise.all([
    document.data ? readBlob(deps, document.data) : null,
    may(actor, 'read-draft') ? deps.register.listNotes(actor.organ, docId) : [],
  ]);
  return { document, data, notes };
}
