import type { SendLine } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { requireRole } from '../permissions.ts';
import { readOwnDocument } from '../read-document.ts';

/** The recipients of a document of the actor's organ, with their receipts. Throws `not-found`. */
export async function listSends(deps: Deps, actor: Actor, docId: string): Promise<SendLine[]> {
  requireRole(actor, 'read-sends');
  await readOwnDocument(deps, actor, docId);
  return deps.register.listSends(actor.organ, docId);
}
