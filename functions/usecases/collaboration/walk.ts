import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { requireRole } from '../permissions.ts';
import { readOwnDocument } from '../read-document.ts';

/** Reads which places of a draft made of an old document the actor looked at. Throws `not-found`. */
export async function readWalk(deps: Deps, actor: Actor, docId: string): Promise<readonly string[]> {
  requireRole(actor, 'read-draft');
  const { organ } = await readOwnDocument(deps, actor, docId);
  return (await deps.register.getWalk(organ, docId, actor.staffId))?.looked ?? [];
}

/** Keeps which places the actor looked at, in place of what was kept before. Throws `not-found`. */
export async function keepWalk(
  deps: Deps,
  actor: Actor,
  input: { readonly docId: string; readonly looked: readonly string[] },
): Promise<readonly string[]> {
  requireRole(actor, 'read-draft');
  const { organ, docId } = await readOwnDocument(deps, actor, input.docId);
  const { looked } = input;
  return (await deps.register.keepWalk({ organ, docId, staffId: actor.staffId, looked, at: deps.clock.now() })).looked;
}
