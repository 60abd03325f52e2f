import { createPathLabels } from '#document/checking/path-labels.ts';
import { readPartialDocument } from '#document/checking/read-partial-document.ts';
import { findPart } from '#document/compare/find-part.ts';
import type { Note } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { requireRole } from '../permissions.ts';
import { checkSeen, readOwnDocument, type SeenVersion } from '../read-document.ts';
import { UseCaseError } from '../use-case-error.ts';
import { requireInvolved } from './involved.ts';
import { readText, textHashOf } from './text-of.ts';

/** A remark as someone makes it, on the text that they saw. */
export interface NoteInput {
  readonly docId: string;
  readonly seen: SeenVersion;
  /** Absent: on the document as a whole. */
  readonly partId?: string | undefined;
  readonly text: string;
}

/**
 * Adds a remark at a part of a draft or submitted document, by its drafter, a checker or its signer. Nothing else of
 * the document changes, its ETag included. Throws `not-involved`, `no-such-part`, `stale`, `not-remarkable`,
 * `too-many-notes`.
 */
export async function addNote(deps: Deps, actor: Actor, input: NoteInput): Promise<Note> {
  requireRole(actor, 'remark');
  const { docId, seen, partId } = input;
  const document = await readOwnDocument(deps, actor, docId);
  await requireInvolved(deps, actor, document);
  checkSeen(document, seen);
  const contentHash = textHashOf(document);
  const place = partId === undefined ? {} : placeOf(await readText(deps, document, contentHash), partId);
  return deps.register.addNote({
    organ: actor.organ,
    docId,
    version: seen.version,
    ...place,
    text: input.text,
    contentHash,
    actor: actor.staffId,
    at: deps.clock.now(),
  });
}

function placeOf(data: unknown, partId: string): { readonly partId: string; readonly place: string } {
  const pointer = findPart(data, partId);
  if (!pointer) throw new UseCaseError('no-such-part', { params: { partId } });
  return { partId, place: createPathLabels(readPartialDocument(data))(pointer) };
}

/** Lists the remarks on all versions of a document of the actor's organ, in their order. Throws `not-found`. */
export async function listNotes(deps: Deps, actor: Actor, docId: string): Promise<Note[]> {
  requireRole(actor, 'read-draft');
  const { organ } = await readOwnDocument(deps, actor, docId);
  return deps.register.listNotes(organ, docId);
}
