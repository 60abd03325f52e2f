import { checkDocument } from '#document/checking/check-document.ts';
import { vietnamDate } from '#document/dates.ts';
import { type KeHoach, keHoach } from '#document/schemas/ke-hoach.schema.ts';
import type { PlanOrigin } from '#document/schemas/origin.schema.ts';
import type { Actor } from '../actor.ts';
import { readFrozen } from '../blobs.ts';
import type { Deps } from '../deps.ts';
import { getDocument } from '../drafting/get-document.ts';
import { readProfiles } from '../profiles.ts';
import { UseCaseError } from '../use-case-error.ts';

/** A unit's own plan with where it came from. */
export type OwnPlan = KeHoach & { readonly localisedFrom: PlanOrigin };

/**
 * Reads the unit's own plan, frozen or as it is being written. Throws `not-found` for what came from no superior's plan, and
 * `document-invalid` with what is wrong for a draft that is not a whole plan yet.
 */
export async function readOwnPlan(deps: Deps, actor: Actor, docId: string): Promise<OwnPlan> {
  const { document, data } = await getDocument(deps, actor, docId);
  const given = document.frozen ? (await readFrozen(deps, document)).document : data;
  const own = keHoach.safeParse(given);
  if (!own.success && typeof given === 'object' && given !== null && 'localisedFrom' in given) {
    const profiles = await readProfiles(deps, actor.organ);
    const { findings } = checkDocument(given, { profiles, on: vietnamDate(deps.clock.now()), placeholders: 'show' });
    throw new UseCaseError('document-invalid', { findings });
  }
  if (!own.success || !own.data.localisedFrom) throw new UseCaseError('not-found');
  return { ...own.data, localisedFrom: own.data.localisedFrom };
}
