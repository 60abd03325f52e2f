import type { DocumentItem, DocumentState } from '#register/model/types.ts';
import type { Page } from '#register/register.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { isOut, sightOf } from '../may-read.ts';
import { requireRole } from '../permissions.ts';

/** Pages of other people's documents that one request passes over. */
const MOST_PASSED = 10;

/**
 * Lists documents of the actor's organ in a state that they may see, the one that waits longest first. A page may be short and yet have a
 * cursor; it is empty only at the end, or after {@link MOST_PASSED} pages of others. Throws `role-missing`, `bad-cursor`.
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
  const isSeen = await sightOf(deps, actor, actor.organ);
  const read = (from: string | undefined) =>
    deps.register.listByState(actor.organ, state, {
      ...(from !== undefined && { cursor: from }),
      ...(limit !== undefined && { limit }),
    });
  let page = await read(cursor);
  for (let passed = 1; passed < MOST_PASSED && page.cursor !== undefined && !page.items.some(isSeen); passed++)
    page = await read(page.cursor);
  return { ...page, items: page.items.filter(isSeen) };
}
