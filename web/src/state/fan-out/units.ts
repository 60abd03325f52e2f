import { answer, api } from '../../api/client.ts';
import type { components } from '../../api/generated/contract.d.ts';
import { formatDay } from '../format.ts';
import { unitName } from './runs.ts';

/** How far a unit is with a plan that came down. */
export type UnitState = components['schemas']['UnitState'];
/** What a unit may be at. */
export type Stage = UnitState['stage'];

/** Stages as people read them, in the order in which a unit passes them. */
export const STAGE_LABELS: Readonly<Record<Stage, string>> = {
  waiting: 'Đang tạo dự thảo',
  failed: 'Chưa tạo được',
  down: 'Đã nhận, chưa mở',
  opened: 'Đang soạn',
  submitted: 'Đã trình',
  issued: 'Đã cấp số',
  outside: 'Ban hành ngoài hệ thống',
  discarded: 'Đã bỏ dự thảo',
};

/** What a list of units may be narrowed to. */
export type UnitFilter = 'all' | 'open' | 'late' | Stage;

/** How far the units of a run are. Throws `Problem`. */
export async function readUnits(runId: string): Promise<readonly UnitState[]> {
  return (await answer(api.GET('/fan-outs/{runId}/units', { params: { path: { runId } } }))).data.items;
}

/** Whether something is still to come of a unit. */
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

/** How many units are at each stage, for a bar; stages where nobody is are left out. */
export function stageCounts(
  units: readonly UnitState[],
): { readonly key: Stage; readonly label: string; readonly count: number }[] {
  const stages: readonly Stage[] = [
    'issued',
    'outside',
    'submitted',
    'opened',
    'down',
    'waiting',
    'failed',
    'discarded',
  ];
  return stages
    .map((key) => ({ key, label: STAGE_LABELS[key], count: units.filter(({ stage }) => stage === key).length }))
    .filter(({ count }) => count > 0);
}

/** `35/KH-UBND, 16/03/2026`; empty before anything was issued. */
export function issuedLine({ code, issuedDate }: Pick<UnitState, 'code' | 'issuedDate'>): string {
  return code === undefined || issuedDate === undefined ? '' : `${code}, ${formatDay(issuedDate)}`;
}
