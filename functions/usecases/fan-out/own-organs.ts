import { z } from 'zod';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import type { Unit } from '#localise/units/directory.ts';
import { unitOrgan } from '#localise/units/unit-organ.ts';
import { unitProfile } from '#localise/units/unit-profile.ts';
import type { Deps } from '../deps.ts';
import { inParallel } from '../in-parallel.ts';
import { readProfiles } from '../profiles.ts';

const unitSaid = z.object({ unitCode: z.string() });
const CONCURRENCY = 20;

/**
 * Reads the offices of a province's units: those of its `unitOrgans` that bear a unit's name, as `DonVi@1`. A unit of
 * which something is said already keeps that; two offices of one name are nobody's.
 */
export async function ownOrgans(
  deps: Deps,
  { unitOrgans = [] }: Pick<OrganProfile, 'unitOrgans'>,
  units: readonly Unit[],
  said: readonly unknown[],
): Promise<object[]> {
  const known = new Set(said.flatMap((one) => unitSaid.safeParse(one).data?.unitCode ?? []));
  const named = await inParallel(unitOrgans, CONCURRENCY, async (organ) => {
    const profiles = await readProfiles(deps, organ);
    return { organ, names: new Set(profiles.flatMap(({ name, formerNames = [] }) => [name, ...formerNames])) };
  });
  return units.flatMap((unit) => {
    const { name } = unitOrgan(unitProfile(unit));
    const [found, ...others] = named.filter(({ names }) => names.has(name));
    if (!found || others.length > 0 || known.has(unit.code)) return [];
    return [{ schema: 'DonVi@1', unitCode: unit.code, organId: found.organ }];
  });
}
