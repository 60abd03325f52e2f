import { z } from 'zod';
import { keHoach } from '#document/schemas/ke-hoach.schema.ts';
import { type OrganProfile, organProfile } from '#document/schemas/organ-profile.schema.ts';
import type { LocalisablePlan } from '#localise/localisable-plan.schema.ts';
import { unitDirectory } from '#localise/units/directory.ts';
import { answer, api } from '../../api/client.ts';
import type { components, paths } from '../../api/generated/contract.d.ts';
import { Problem } from '../../api/problem.ts';
import { createLoaded } from '../loaded.ts';
import { provinceOf, type SuperiorPlan, withAllIds } from './hand-down.ts';

/** Progress of a plan on its way down. */
export type FanOut = components['schemas']['FanOut'];
/** A run as the list of runs has it. */
export type FanOutRun = components['schemas']['FanOutRun'];
/** A target of a plan beside the sum of its units' drafts. */
export type TargetSum = components['schemas']['TargetSum'];

type StartBody = paths['/fan-outs']['post']['requestBody']['content']['application/json'];
/** It goes as it is: the server checks it and says what is wrong. */
const asPlan = z.custom<StartBody['plan']>((data) => typeof data === 'object' && data !== null && !Array.isArray(data));

/** Plan that goes down, as it is sent. */
export type StartPlan = StartBody['plan'];

/** A plan made here, as it is sent. */
export function asStartPlan(plan: LocalisablePlan): StartPlan {
  return asPlan.parse(plan);
}

/** Plan of one unit as its draft would be, with the unit's office. */
export interface UnitPreview extends Pick<components['schemas']['UnitPreview'], 'data' | 'open' | 'findings'> {
  readonly profile: OrganProfile | null;
}

/** Makes a plan for one unit, to look at. Throws `Problem`. */
export async function previewUnit(plan: LocalisablePlan, unitCode: string): Promise<UnitPreview> {
  const { data } = await answer(api.POST('/fan-outs/preview', { body: { plan: asPlan.parse(plan), unitCode } }));
  const profile = organProfile.safeParse(data.profile);
  return { data: data.data, open: data.open, findings: data.findings, profile: profile.data ?? null };
}

/** Reads an own plan that has its number, to be given down. Throws `Problem` where it is none. */
export async function readSuperiorPlan(organ: string, docId: string): Promise<SuperiorPlan> {
  const provinceCode = provinceOf(organ);
  const { data } = await answer(api.GET('/documents/{docId}', { params: { path: { docId } } }));
  const plan = keHoach.safeParse(data.data);
  const { symbol, issuedDate } = data.document;
  if (provinceCode === undefined || !plan.success || symbol === undefined || issuedDate === undefined) {
    throw new Problem('Chỉ kế hoạch đã cấp số của UBND tỉnh, thành phố mới giao xuống được.', 0, 'no-plan');
  }
  return { plan: withAllIds(plan.data), superior: { provinceCode, docId, code: symbol, issuedDate } };
}

/** Hands the plan to the browser's downloads. */
export function savePlanFile(plan: LocalisablePlan): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(plan, null, 1)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `ke-hoach-giao-${plan.superior.docId}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Reads the file of a plan that goes down. Throws `Problem`. */
export function readPlan(text: string): StartPlan {
  const read = asPlan.safeParse(parsed(text));
  if (read.success) return read.data;
  throw new Problem('Tệp này không phải tệp kế hoạch giao (.json); hãy chọn tệp khác.', 0, 'no-plan');
}

/** A new id for a run: repeating a start that was not answered makes nothing twice. */
export function newRunId(today: string, random: Uint8Array): string {
  return `giao-${today}-${[...random].map((byte) => byte.toString(36).padStart(2, '0')).join('')}`;
}

/** Runs of the own office, the newest first. */
export const fanOuts = createLoaded<readonly FanOutRun[]>(async () => (await answer(api.GET('/fan-outs'))).data.items);

/** Own plan that has its number and may be given down. */
export interface PlanToGive {
  readonly docId: string;
  readonly symbol: string;
  readonly issuedDate: string;
  readonly subject: string;
}

/** Own plans that have their numbers, loaded, the newest first. */
export function createPlansToGive(organ: string) {
  return createLoaded<readonly PlanToGive[]>(async () => {
    const query = { organ, typeCode: 'KeHoach', state: 'issued' as const, limit: 50 };
    const { items } = (await answer(api.GET('/search', { params: { query } }))).data;
    return items.flatMap(({ document: { docId, symbol, issuedDate, subject } }) =>
      symbol === undefined || issuedDate === undefined ? [] : [{ docId, symbol, issuedDate, subject }],
    );
  });
}

/** Starts a plan's way down to units; no units named: all of the province; `due` empty: no last day. Throws `Problem`. */
export async function startFanOut(runId: string, plan: StartPlan, units: string, due: string): Promise<FanOut> {
  const named = units
    .split(/[\n,;]+/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const body = { runId, plan, units: named.length === 0 ? '*' : named.join(', '), ...(due !== '' && { due }) };
  return (await answer(api.POST('/fan-outs', { body }))).data;
}

/** Reads the progress of a run. Throws `Problem`. */
export async function readFanOut(runId: string): Promise<FanOut> {
  return (await answer(api.GET('/fan-outs/{runId}', { params: { path: { runId } } }))).data;
}

/** Has the units that failed, and what was left over, made again. Throws `Problem`. */
export async function retryFanOut(runId: string): Promise<FanOut> {
  return (await answer(api.POST('/fan-outs/{runId}/retry', { params: { path: { runId } }, body: {} }))).data;
}

/** Targets of a run beside their sums. Throws `Problem`. */
export async function readTargets(runId: string): Promise<readonly TargetSum[]> {
  return (await answer(api.GET('/fan-outs/{runId}/targets', { params: { path: { runId } } }))).data.items;
}

/** Tells whether units still wait or are being made. */
export function isUnderWay({ counts }: Pick<FanOut, 'counts'>): boolean {
  return counts.waiting + counts.leased > 0;
}

/** `93 trong 95 đơn vị đã có dự thảo; 2 chưa tạo được.` */
export function progressLine({ total, counts }: Pick<FanOut, 'total' | 'counts'>): string {
  const done = `${counts.done} trong ${total} đơn vị đã có dự thảo`;
  return counts.failed === 0 ? `${done}.` : `${done}; ${counts.failed} chưa tạo được.`;
}

/** `phường Bình Long` of a unit's code. */
export function unitName(code: string): string {
  const unit = unitDirectory().units.get(code);
  return unit ? `${unit.kind} ${unit.name}` : code;
}

/** Computes the share of a target that its sum reaches, from 0 to 1; null where it cannot be compared. */
export function targetShare({ own, sum }: Pick<TargetSum, 'own' | 'sum'>): number | null {
  return own === null || own <= 0 ? null : Math.min(1, Math.max(0, sum / own));
}

/** Compares a target's sum with it: reached, short, beyond, or not comparable. */
export function targetState({ own, sum, missing, differing }: TargetSum): string {
  const open = [
    ...(missing.length > 0 ? [`${missing.length} đơn vị chưa có số`] : []),
    ...(differing.length > 0 ? [`${differing.length} đơn vị ghi số khác số được giao`] : []),
  ];
  if (open.length > 0) return open.join('; ');
  if (own === null) return 'Cấp trên không đặt số';
  const rest = Math.round((own - sum) * 1e6) / 1e6;
  if (rest === 0) return 'Đủ';
  return rest > 0 ? `Còn thiếu ${rest.toLocaleString('vi-VN')}` : `Vượt ${(-rest).toLocaleString('vi-VN')}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
