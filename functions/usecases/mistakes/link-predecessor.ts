import { undefinedIfNotFound } from '#base/coded-error.ts';
import type { DocumentItem, OrganLink } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { isOut } from '../may-read.ts';
import { requireRole } from '../permissions.ts';
import { readForAct, type SeenVersion } from '../read-document.ts';
import { sharingOf } from '../sharing/organ-sharing.ts';
import { UseCaseError } from '../use-case-error.ts';

/** A document of an organ that was taken over, and what ours does to it. */
export interface PredecessorLink {
  readonly docId: string;
  readonly seen: SeenVersion;
  readonly to: { readonly organ: string; readonly docId: string };
  readonly kind: OrganLink['kind'];
}

/**
 * Links an issued document with the one of a predecessor that it replaces or amends (Điều 18.3): of an organ whose profile names
 * the actor's as successor. Both show the link. Throws `wrong-state`, `stale`, `not-a-predecessor`.
 */
export async function linkPredecessor(deps: Deps, actor: Actor, input: PredecessorLink): Promise<DocumentItem> {
  requireRole(actor, 'link');
  const { to, kind } = input;
  const document = await readForAct(deps, actor, 'link', input);
  const { organ, staffId } = actor;
  const older = await deps.register.getDocument(to.organ, to.docId).catch(undefinedIfNotFound);
  const isTheirs = (await sharingOf(deps, to.organ)).successor === organ;
  if (!older || !isTheirs || !isOut(older.state)) throw new UseCaseError('not-a-predecessor');
  return deps.register.linkPredecessor({ document, to, kind, actor: staffId, at: deps.clock.now() });
}
