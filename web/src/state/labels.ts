import { findType, type OwnType } from '#document/type-table.ts';
import type { OfficeDocument, Role } from '../api/types.ts';
import { currentStep } from './document/steps.ts';

/** States as people read them. */
export const STATE_LABELS: Readonly<Record<OfficeDocument['state'], string>> = {
  draft: 'Dự thảo',
  submitted: 'Chờ ký',
  approved: 'Chờ cấp số',
  numbered: 'Đã cấp số',
  issued: 'Đã cấp số',
  withdrawn: 'Đã thu hồi',
  replaced: 'Được thay thế',
  voided: 'Số bị hủy',
  discarded: 'Đã bỏ',
};

const WAITS_AT = {
  content: 'Chờ kiểm tra nội dung',
  form: 'Chờ kiểm tra thể thức',
  'before-signing': 'Chờ xem trước khi ký',
} as const;

/** The state of a document: a draft that came back says so. */
export function stateLabel(document: {
  readonly state: OfficeDocument['state'];
  readonly returnReason?: string | undefined;
  readonly sending?: OfficeDocument['sending'];
  readonly route?: OfficeDocument['route'] | undefined;
  readonly step?: number | undefined;
}): string {
  const step = currentStep(document);
  if (step) return WAITS_AT[step.step];
  if (document.state === 'issued' && document.sending !== undefined)
    return document.sending === 'sent' ? 'Đã phát hành' : 'Đã cấp số, chưa gửi';
  return document.state === 'draft' && document.returnReason !== undefined
    ? 'Bị trả lại'
    : STATE_LABELS[document.state];
}

/** Names the holder of a document, by name where one person has it. */
export function holderLabel(document: OfficeDocument, names: ReadonlyMap<string, string>): string {
  switch (document.state) {
    case 'draft':
      return names.get(document.drafterId) ?? 'Người soạn';
    case 'submitted':
      return names.get(document.holder ?? document.approverId ?? '') ?? 'Người ký';
    case 'approved':
    case 'numbered':
      return 'Văn thư';
    case 'issued':
      return document.sending === 'unsent' ? 'Văn thư' : 'Đã xong';
    default:
      return 'Đã xong';
  }
}

/** Names who did something. Nobody is shown by an id: the system, the operator and people of another office have words. */
export function actorLabel(actor: string, names: ReadonlyMap<string, string>): string {
  return names.get(actor) ?? OTHER_ACTORS[actor] ?? 'người của cơ quan khác';
}

const OTHER_ACTORS: Readonly<Record<string, string>> = {
  system: 'hệ thống',
  'he-thong': 'hệ thống',
  'nguoi-van-hanh': 'người vận hành máy chủ',
};

/** The day that a document is due: a draft to be submitted, all else to be answered. */
export function deadlineOf({ state, submitBy, replyBy }: Pick<OfficeDocument, 'state' | 'submitBy' | 'replyBy'>): {
  readonly label: string;
  readonly day: string;
} | null {
  if (state === 'draft' && submitBy !== undefined) return { label: 'trình', day: submitBy };
  return replyBy === undefined ? null : { label: 'trả lời', day: replyBy };
}

/** Roles as people read them. */
export const ROLE_LABELS: Readonly<Record<Role, string>> = {
  drafter: 'Người soạn',
  checker: 'Người kiểm tra',
  signer: 'Người ký',
  clerk: 'Văn thư',
  reader: 'Người đọc',
  admin: 'Quản trị',
};

/** Names of document types. */
export const TYPE_LABELS: Readonly<Record<string, string>> = { KeHoach: 'Kế hoạch', CongVan: 'Công văn' };

/** Name of the type of a document's data: `KeHoach@1` is a Kế hoạch; `own`: types that the office names itself. */
export function typeLabel(schema: string, own: readonly OwnType[] = []): string {
  return findType(schema.split('@')[0] ?? '', own)?.typeName ?? 'loại khác';
}

/** A series by the types that share it; `own`: types that the office names itself. */
export function seriesLabel(types: readonly string[], own: readonly OwnType[] = []): string {
  return types.map((type) => findType(type, own)?.typeName ?? 'loại khác').join(', ');
}

/** Degrees of urgency, as they are printed (PL I, Mục III.2.b). */
export const URGENCIES = ['KHẨN', 'THƯỢNG KHẨN', 'HỎA TỐC'] as const;
