import type { DocumentItem, DocumentState } from '#register/model/types.ts';
import type { Page } from '#register/register.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { isOut, sightOf } from '../may-read.ts';
import { requireRole } from '../permissions.ts';

/**
 * Documents of the actor's organ in a state that they may see, the one that waits longest first. A page may be short and yet have a
 * cursor. Throws `role-missing`, `bad-cursor`.
 */
export async function listDocuments(
  deps: Deps,
  actor: Actor,
  input: {
    readonly state: DocumentState;
    readonly cursor?: string | undefined;
    readonly limit?: number | undefined;
  },
): Promise<Page<DocumentItem>> {
  requireRole(actor, isOut(input.state) ? 'read-issued' : 'read-draft');
  const { state, cursor, limit } = input;
  const page = { ...(cursor !== undefined && { cursor }), ...(limit !== undefined && { limit }) };
  const { items, ...rest } = await deps.register.listByState(actor.organ, state, page);
  return { ...rest, items: items.filter(await sightOf(deps, actor, actor.organ)) };
}
