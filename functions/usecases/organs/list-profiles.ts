import type { ProfileItem } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { requireRole } from '../permissions.ts';

/** The profiles of the actor's organ, oldest first. */
export function listProfiles(deps: Deps, actor: Actor): Promise<ProfileItem[]> {
  requireRole(actor, 'list-profiles');
  return deps.register.listProfiles(actor.organ);
}
