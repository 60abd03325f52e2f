import { vietnamDate } from '#document/dates.ts';
import { keHoach } from '#document/schemas/ke-hoach.schema.ts';
import { type Unit, unitDirectory } from '#localise/units/directory.ts';
import { provinceOrganId } from '#localise/units/province-names.ts';
import { unitOrgan } from '#localise/units/unit-organ.ts';
import { unitProfile } from '#localise/units/unit-profile.ts';
import type { FanOutRow, FanOutRun } from '#register/fan-outs/fan-out.schema.ts';
import type { DocumentItem } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import { getDocument } from '../drafting/get-document.ts';
import { readFront } from '../heavy/read-front.ts';
import { mayRead } from '../may-read.ts';
import { requireRole } from '../permissions.ts';
import { readProfiles } from '../profiles.ts';
import { planForUnit } from './compare-with-superior.ts';
import type { FanOutDeps } from './fan-out-deps.ts';
import { runsOf } from './list-fan-outs.ts';
import { documentOf, stateOf, type UnitState } from './unit-states.ts';

/** A superior's plan as it came down to a unit: once, or again after it was amended. */
export interface CameDown {
  readonly superior: FanOutRun['superior'] & { readonly organ: string };
  /** Runs that the plan came by, the oldest first. */
  readonly runs: readonly FanOutRun[];
  /** The run that the unit's text stands at; where a later one is there, the superior has changed the plan since. */
  readonly standsAt: string;
  readonly state: UnitState;
  readonly document: DocumentItem;
}

interface UnitRow {
  readonly run: FanOutRun;
  readonly row: FanOutRow;
}

/** Lists the plans that came down to the actor's organ, the newest first; not the drafts of units that are not theirs. */
export async function listCameDown(deps: FanOutDeps, actor: Actor): Promise<CameDown[]> {
  requireRole(actor, 'read-draft');
  const found = await rowsOfOrgan(deps, actor.organ);
  const byDocument = Map.groupBy(found, ({ row }) => row.docId ?? '');
  const listed = await Promise.all([...byDocument.values()].map((rows) => cameDown(deps, actor, rows)));
  return listed.filter((one) => one !== undefined);
}

/** The newest row of a document that came down to the actor's organ; undefined where none did. */
export async function rowOfDocument(deps: FanOutDeps, actor: Actor, docId: string): Promise<FanOutRow | undefined> {
  return (await rowsOfOrgan(deps, actor.organ)).find(({ row }) => row.docId === docId)?.row;
}

async function cameDown(deps: FanOutDeps, actor: Actor, rows: readonly UnitRow[]): Promise<CameDown | undefined> {
  const [newest] = rows;
  const document = newest && (await documentOf(deps, newest.row));
  if (!newest || !document || document.state === 'discarded') return undefined;
  if (!(await mayRead(deps, actor, document))) return undefined;
  const { run, row } = newest;
  const outside = rows.find((one) => one.row.outside)?.row.outside;
  return {
    superior: { ...run.superior, organ: run.organ },
    runs: rows.map((one) => one.run).reverse(),
    standsAt: await runOfText(deps, actor, rows, document),
    state: stateOf(outside ? { ...row, outside } : row, run, document, vietnamDate(deps.clock.now())),
    document,
  };
}

/** The newest run of which the unit's text says that it was made; the oldest where it says none of them. */
async function runOfText(
  deps: FanOutDeps,
  actor: Actor,
  rows: readonly UnitRow[],
  { docId, frozen }: DocumentItem,
): Promise<string> {
  const [newest] = rows;
  if (rows.length < 2 || !newest) return newest?.run.runId ?? '';
  const { document, data } = await getDocument(deps, actor, docId);
  const own = keHoach.safeParse(frozen ? (await readFront(deps, document)).document : data).data?.localisedFrom;
  for (const { run, row } of rows) {
    const { data: made } = await planForUnit(deps, run, row.unitCode);
    if (made.localisedFrom?.hash === own?.hash) return run.runId;
  }
  return rows.at(-1)?.run.runId ?? '';
}

async function rowsOfOrgan(deps: FanOutDeps, organ: string): Promise<UnitRow[]> {
  const units = await unitsCalled(deps, organ);
  const found: UnitRow[] = [];
  for (const [province, ofProvince] of Map.groupBy(units, ({ provinceCode }) => provinceCode)) {
    const superior = unitDirectory().provinces.get(province);
    if (!superior) continue;
    const codes = ofProvince.map(({ code }) => code);
    for (const run of await runsOf(deps, provinceOrganId(superior))) {
      const rows = await deps.fanOuts.rowsOf(run.organ, run.runId, codes);
      found.push(...rows.filter(({ unitOrgan: own }) => own === organ).map((row) => ({ run, row })));
    }
  }
  return found;
}

/** Units that an organ may be: by its id, or by a name that it has; names repeat, so the rows have the last word. */
async function unitsCalled(deps: FanOutDeps, organ: string): Promise<Unit[]> {
  const names = new Set(
    (await readProfiles(deps, organ)).flatMap(({ name, formerNames = [] }) => [name, ...formerNames]),
  );
  return [...unitDirectory().units.values()].filter((unit) => {
    const profile = unitProfile(unit);
    return profile.organId === organ || names.has(unitOrgan(profile).name);
  });
}
