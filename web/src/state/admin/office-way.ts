import { answer, api } from '../../api/client.ts';
import type { components } from '../../api/generated/contract.d.ts';
import { createLoaded } from '../loaded.ts';

/** Settings of the office, with a rev once they were set. */
export type OfficeWay = components['schemas']['Office'];
type WayBody = components['schemas']['PutOffice'];
type StepName = NonNullable<WayBody['steps']>[number]['steps'][number]['step'];

/** A step as its row in the form has it; what its kind does not use stays empty. */
export interface StepRow {
  readonly step: StepName;
  readonly kind: 'unit-head' | 'position' | 'person';
  readonly position: string;
  readonly staffId: string;
  readonly deputy: string;
}

/** Steps of some types; of all other types where none is named. */
export interface StepSet {
  readonly types: readonly string[];
  readonly steps: readonly StepRow[];
}

/** Someone and who does it for them. */
export interface HeadRow {
  readonly unit: string;
  readonly staffId: string;
  readonly deputy: string;
}

/** Someone who is away, and who stands in. */
export interface AbsenceRow {
  readonly staffId: string;
  readonly from: string;
  readonly to: string;
  readonly deputy: string;
}

/** Settings of an office, as the form has them. */
export interface WayForm {
  readonly ownDraftAllowed: boolean;
  readonly sets: readonly StepSet[];
  readonly unitHeads: readonly HeadRow[];
  readonly absences: readonly AbsenceRow[];
}

/** At most so many steps before the signature. */
export const MAX_STEPS = 4;

/** A step that nothing was chosen for. */
export const NEW_STEP: StepRow = { step: 'form', kind: 'person', position: '', staffId: '', deputy: '' };

/** Settings of the own office, loaded. */
export const officeWay = createLoaded<OfficeWay>(async () => (await answer(api.GET('/office'))).data);

/** Colleagues who can sign in, by name; each with what they are. */
export const colleagues = createLoaded(async () => {
  const { data } = await answer(api.GET('/people'));
  return data.items.filter(({ active }) => active).sort((a, b) => a.name.localeCompare(b.name, 'vi'));
});

/** The form of what stands. */
export function toForm({ ownDraftAllowed, steps = [], unitHeads = [], absences = [] }: OfficeWay): WayForm {
  return {
    ownDraftAllowed,
    sets: steps.map((set) => ({ types: set.types ?? [], steps: set.steps.map(toRow) })),
    unitHeads: unitHeads.map(({ unit, staffId, deputy = '' }) => ({ unit, staffId, deputy })),
    absences,
  };
}

function toRow({ step, by }: { readonly step: StepName; readonly by: StepBy }): StepRow {
  const row = { ...NEW_STEP, step, kind: by.kind };
  if (by.kind === 'position') return { ...row, position: by.position };
  return by.kind === 'person' ? { ...row, staffId: by.staffId, deputy: by.deputy ?? '' } : row;
}

type StepBy = NonNullable<WayBody['steps']>[number]['steps'][number]['by'];

/** Builds the request; lists without rows are left out. */
export function toWay({ ownDraftAllowed, sets, unitHeads, absences }: WayForm): WayBody {
  const steps = sets.map((set) => ({
    ...(set.types.length > 0 && { types: [...set.types] }),
    steps: set.steps.map((row) => ({ step: row.step, by: toBy(row) })),
  }));
  const heads = unitHeads.map(({ deputy, ...head }) => ({ ...head, ...(deputy !== '' && { deputy }) }));
  return {
    ownDraftAllowed,
    ...(steps.length > 0 && { steps }),
    ...(heads.length > 0 && { unitHeads: heads }),
    ...(absences.length > 0 && { absences: [...absences] }),
  };
}

function toBy({ kind, position, staffId, deputy }: StepRow): StepBy {
  if (kind === 'unit-head') return { kind };
  return kind === 'position' ? { kind, position } : { kind, staffId, ...(deputy !== '' && { deputy }) };
}

/** Lists what is missing or contradicts itself, in words. */
export function faultsIn({ sets, unitHeads, absences }: WayForm): string[] {
  const rows = sets.flatMap(({ steps }) => steps);
  const needsHeads = rows.some(({ kind }) => kind === 'unit-head');
  const named = sets.flatMap(({ types }) => types);
  return [
    ...(rows.some(isUnfinished) ? ['Mỗi bước cần người hoặc chức vụ.'] : []),
    ...(sets.filter(({ types }) => types.length === 0).length > 1
      ? ['Chỉ một nhóm bước được để cho mọi loại khác.']
      : []),
    ...(new Set(named).size < named.length ? ['Một loại văn bản đứng trong hai nhóm bước.'] : []),
    ...(needsHeads && unitHeads.length === 0 ? ['Có bước do trưởng đơn vị làm: ghi trưởng các đơn vị.'] : []),
    ...(unitHeads.some(({ unit, staffId }) => unit === '' || staffId === '')
      ? ['Mỗi đơn vị cần chữ viết tắt và trưởng đơn vị.']
      : []),
    ...(absences.some(({ staffId, from, to, deputy }) => [staffId, from, to, deputy].includes('') || from > to)
      ? ['Mỗi lần vắng cần người vắng, người làm thay, từ ngày, đến ngày không trước từ ngày.']
      : []),
  ];
}

function isUnfinished({ kind, position, staffId }: StepRow): boolean {
  return (kind === 'position' && position === '') || (kind === 'person' && staffId === '');
}

/** Sets how the office works, where it stands as it was seen. Throws `Problem`. */
export async function saveOfficeWay({ rev }: OfficeWay, form: WayForm): Promise<void> {
  const header = rev === undefined ? { 'If-None-Match': '*' } : { 'If-Match': `"r${rev}"` };
  await answer(api.PUT('/office', { params: { header }, body: toWay(form) }));
}
