import { groupSaidSchema, type RecipientGroup } from '#register/library/library.schema.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { requireRole } from '../permissions.ts';

/** The office's groups of recipients. */
export async function listGroups(deps: Deps, actor: Actor): Promise<RecipientGroup[]> {
  requireRole(actor, 'read-library');
  return deps.register.listGroups(actor.organ);
}

/** Writes a group anew, or changes one. Throws `stale`. */
export async function putGroup(
  deps: Deps,
  actor: Actor,
  input: { readonly said: object; readonly rev: number | null },
): Promise<RecipientGroup> {
  requireRole(actor, 'put-library');
  const { organ, staffId } = actor;
  const said = groupSaidSchema.parse(input.said);
  return deps.register.putGroup({ organ, ...said, rev: input.rev, actor: staffId, at: deps.clock.now() });
}
