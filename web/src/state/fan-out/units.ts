import type { Unit } from '#localise/units/directory.ts';
import { selectUnits } from '#localise/units/select-units.ts';
import { answer, api } from '../../api/client.ts';
import { unitName } from './runs.ts';
import { STAGE_COLOURS, STAGE_LABELS, type Stage, type UnitState } from './stages.ts';

/** Filter of a list of units. */
export type UnitFilter = 'all' | 'open' | 'late' | Stage;

/** Reads the states of a run's units. Throws `Problem`. */
export async function readUnits(runId: string): Promise<readonly UnitState[]> {
  return (await answer(api.GET('/fan-outs/{runId}/units', { params: { path: { runId } } }))).data.items;
}

/** Reminds units of a run whose plan is still a draft. Throws `Problem`. */
export async function remindUnits(runId: string, units: readonly UnitState[]): Promise<string> {
  const body = { unitCodes: units.map(({ unitCode }) => unitCode) };
  const { data } = await answer(api.POST('/fan-outs/{runId}/remind', { params: { path: { runId } }, body }));
  const already = data.already > 0 ? ` ${data.already} đơn vị đã nhắc hôm nay.` : '';
  return `Đã nhắc ${data.reminded} đơn vị: hiện trong việc của người soạn ở đó và thư báo.${already}`;
}

/** Tells whether a unit may be reminded here: its plan is there and still a draft. */
export function isRemindable({ stage }: Pick<UnitState, 'stage'>): boolean {
  return stage === 'down' || stage === 'opened';
}

/** The unit of a province that a name means; undefined where it means none, or several. */
export function unitNamed(name: string, provinceCode: string): Unit | undefined {
  const { units, findings } = selectUnits(name, provinceCode);
  return units.length === 1 && findings.length === 0 ? units[0] : undefined;
}

/** Tells whether something is still to come of a unit. */
export function isOpen({ stage }: Pick<UnitState, 'stage'>): boolean {
  return stage !== 'issued' && stage !== 'outside';
}

/** Units of a filter, by name. */
export function unitsOf(units: readonly UnitState[], filter: UnitFilter): UnitState[] {
  const chosen = units.filter((unit) => {
    if (filter === 'all') return true;
    if (filter === 'open') return isOpen(unit);
    return filter === 'late' ? unit.isLate : unit.stage === filter;
  });
  return chosen.sort((a, b) => unitName(a.unitCode).localeCompare(unitName(b.unitCode), 'vi'));
}

/** Counts the units at each stage for a bar; empty stages are left out. */
export function stageCounts(
  units: readonly UnitState[],
): { readonly key: Stage; readonly label: string; readonly count: number; readonly colour: string }[] {
  const stages: readonly Stage[] = [
    'issued',
    'outside',
    'submitted',
    'opened',
    'down',
    'waiting',
    'failed',
    'ended',
    'discarded',
  ];
  return stages
    .map((key) => ({
      key,
      label: STAGE_LABELS[key],
      colour: STAGE_COLOURS[key],
      count: units.filter(({ stage }) => stage === key).length,
    }))
    .filter(({ count }) => count > 0);
}
