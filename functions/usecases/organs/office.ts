import type { Office, OfficeWay } from '#register/organs/office.schema.ts';
import { officeWaySchema, USUAL_WAY } from '#register/organs/office.schema.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { requireRole } from '../permissions.ts';

/** Settings of an office; without a rev where it has chosen none. */
export type OfficeAsked = OfficeWay & Partial<Pick<Office, 'rev' | 'updatedBy' | 'updatedAt'>>;

/** Reads the settings of the actor's office. */
export async function getOffice(deps: Deps, actor: Actor): Promise<OfficeAsked> {
  requireRole(actor, 'read-office');
  return (await deps.register.getOffice(actor.organ)) ?? USUAL_WAY;
}

/** Changes how the actor's office works; what is on its way goes by the new rules from then on. Throws `stale`. */
export async function putOffice(
  deps: Deps,
  actor: Actor,
  input: { readonly way: object; readonly rev: number | null },
): Promise<Office> {
  requireRole(actor, 'put-office');
  const { organ, staffId } = actor;
  const { rev } = input;
  const way = officeWaySchema.parse(input.way);
  return deps.register.putOffice({ organ, ...way, rev, actor: staffId, at: deps.clock.now() });
}
