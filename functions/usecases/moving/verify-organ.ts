import { RegisterError } from '#register/model/register-error.ts';
import { readPartition } from '#register/table/keys/partition-name.ts';
import type { Holding } from '#register/upkeep/holdings.ts';
import type { Inspection } from '#register/upkeep/inspection.ts';
import { type Verification, verify } from '../upkeep/verify.ts';
import type { Violation } from '../upkeep/violation.ts';
import type { MoveDeps } from './move-deps.ts';

/** Checks I1–I7 over the series and documents of some partitions, and over all issued files of their organ. */
export function verifyOrgan(
  { deps, inspection }: MoveDeps,
  organ: string,
  partitions: Iterable<string>,
  onViolation: (violation: Violation) => void,
): Promise<Verification> {
  const { store, clock } = deps;
  return verify({
    inspection: { ...inspection, holdings: () => holdingsOf(inspection, partitions) },
    store: { ...store, list: (prefix) => store.list(`${prefix}/${organ}`) },
    now: clock.now,
    sleep: clock.sleep,
    onViolation,
  });
}

async function* holdingsOf(inspection: Inspection, partitions: Iterable<string>): AsyncIterable<Holding> {
  for (const pk of partitions) {
    const name = readPartition(pk);
    if (name.kind === 'other') continue;
    const { organ } = name;
    try {
      if (name.kind === 'document') yield { kind: 'document', ...(await inspection.document(organ, name.docId)) };
      else if (name.kind === 'profiles') yield { kind: 'profiles', ...(await inspection.profiles(organ)) };
      else if (name.kind === 'settings')
        yield { kind: 'settings', ...(await inspection.settings(organ, name.partition)) };
      else yield { kind: 'series', ...(await inspection.series(organ, name.year, name.series)) };
    } catch (error) {
      if (!(error instanceof RegisterError) || error.code !== 'broken-item') throw error;
      yield { kind: 'broken', organ, where: pk, what: `${error.params['schema']} ${error.params['path']}` };
    }
  }
}
