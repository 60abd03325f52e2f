import type { components } from '../../api/generated/contract.d.ts';
import { formatDay } from '../format.ts';

/** State of a unit with a plan that came down. */
export type UnitState = components['schemas']['UnitState'];
/** Stage of a unit. */
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
  ended: 'Đã thu hồi hoặc bị thay thế',
  discarded: 'Đã bỏ dự thảo',
};

/** Colours of the stages, the same in bar and table; each is said in words beside it. */
export const STAGE_COLOURS: Readonly<Record<Stage, string>> = {
  waiting: '#a8a8a8',
  failed: '#a2191f',
  down: '#f1c21b',
  opened: '#4589ff',
  submitted: '#0f4c81',
  issued: '#198038',
  outside: '#007d79',
  ended: '#6f6f6f',
  discarded: '#525252',
};

/** `35/KH-UBND, 16/03/2026`; empty before anything was issued. */
export function issuedLine({ code, issuedDate }: Pick<UnitState, 'code' | 'issuedDate'>): string {
  return code === undefined || issuedDate === undefined ? '' : `${code}, ${formatDay(issuedDate)}`;
}
