import type { Members } from '#register/organs/members.ts';
import type { OrganItems } from '#register/organs/organ-items.ts';
import type { Inspection } from '#register/upkeep/inspection.ts';
import type { Deps } from '../deps.ts';

/** Deps of moving an organ: a deployment's store, members and raw items. */
export interface MoveDeps {
  readonly deps: Pick<Deps, 'store' | 'clock'>;
  readonly members: Members;
  readonly inspection: Inspection;
  readonly items: OrganItems;
}
