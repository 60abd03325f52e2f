import { undefinedIfNotFound } from '#base/coded-error.ts';
import { changedParts, type PartChange } from '#document/compare/changed-parts.ts';
import type { DocumentItem, Seen } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { requireRole } from '../permissions.ts';
import { checkSeen, readOwnDocument, type SeenVersion } from '../read-document.ts';
import { readText, textHashOf } from './text-of.ts';

/** Changes in a document since a reader's last look. */
export interface ChangesSinceSeen {
  /** The text that stands. */
  readonly contentHash: string;
  /** Text they saw, and when; absent: none. */
  readonly seen?: Pick<Seen, 'contentHash' | 'at'>;
  /** Null: they never saw it, or what they saw is no longer kept. */
  readonly changes: readonly PartChange[] | null;
}

/** Records that the actor saw a document as it stands. Throws `stale` where it has moved on, `no-data` for a paper record. */
export async function markSeen(
  deps: Deps,
  actor: Actor,
  input: { readonly docId: string; readonly seen: SeenVersion },
): Promise<Seen> {
  requireRole(actor, 'read-draft');
  const document = await readOwnDocument(deps, actor, input.docId);
  checkSeen(document, input.seen);
  const { organ, docId } = document;
  const contentHash = textHashOf(document);
  return deps.register.markSeen({ organ, docId, staffId: actor.staffId, contentHash, at: deps.clock.now() });
}

/** Tells which parts changed since the actor saw a document last. Throws `no-data` for a paper record. */
export async function listChanges(deps: Deps, actor: Actor, docId: string): Promise<ChangesSinceSeen> {
  requireRole(actor, 'read-draft');
  const document = await readOwnDocument(deps, actor, docId);
  const contentHash = textHashOf(document);
  const seen = await deps.register.getSeen(document.organ, docId, actor.staffId);
  if (!seen) return { contentHash, changes: null };
  const changes = await changesBetween(deps, document, seen.contentHash, contentHash);
  return { contentHash, seen: { contentHash: seen.contentHash, at: seen.at }, changes };
}

async function changesBetween(
  deps: Deps,
  document: DocumentItem,
  earlier: string,
  later: string,
): Promise<PartChange[] | null> {
  if (earlier === later) return [];
  const before = await readText(deps, document, earlier).catch(undefinedIfNotFound);
  return before === undefined ? null : changedParts(before, await readText(deps, document, later));
}
