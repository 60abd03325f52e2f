import type { DocumentItem, Note } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import { withApprover } from '../approval/with-approver.ts';
import { readBlobBytes } from '../blobs.ts';
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

/** A document of the actor's organ, with the JSON of what was saved of it last. */
export interface StoredDocument extends Omit<OpenDocument, 'data'> {
  /** Absent for a paper record that came without. */
  readonly json: Uint8Array | undefined;
}

/** Reads a document of the actor's organ. Throws `not-found`. */
export async function getDocument(deps: Deps, actor: Actor, docId: string): Promise<OpenDocument> {
  const { json, ...read } = await getStoredDocument(deps, actor, docId);
  return { ...read, data: json ? JSON.parse(new TextDecoder().decode(json)) : null };
}

/** Reads a document as {@link getDocument} does, its data as it is stored. */
export async function getStoredDocument(deps: Deps, actor: Actor, docId: string): Promise<StoredDocument> {
  const document = await withApprover(deps, await readOwnDocument(deps, actor, docId));
  const [json, notes] = await Promise.all([
    document.data ? readBlobBytes(deps, document.data) : undefined,
    may(actor, 'read-draft') ? deps.register.listNotes(actor.organ, docId) : [],
  ]);
  return { document, json, notes };
}
