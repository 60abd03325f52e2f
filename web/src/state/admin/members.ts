import { answer, api } from '../../api/client.ts';
import type { components } from '../../api/generated/contract.d.ts';
import type { Role } from '../../api/types.ts';
import { formatDay, formatMoment } from '../format.ts';
import { ROLE_LABELS } from '../labels.ts';
import { createLoaded } from '../loaded.ts';

/** Someone who may sign in for the own organ, with every change that was made of them. */
export type Member = components['schemas']['Member'];
/** One change of a member. */
export type MemberChange = Member['changes'][number];
/** A password that only sets another. */
export type OneTimePassword = components['schemas']['OneTimePassword'];

/** A member as the form has them; `rev` null: not there yet. */
export interface MemberForm {
  readonly rev: number | null;
  /** Empty for who is no signer of the organ's information: the sign-in name becomes it. */
  readonly staffId: string;
  readonly username: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Abbreviation of their unit; empty: of the whole office; absent: as it is. */
  readonly unit?: string;
  readonly active: boolean;
}

/** A unit of the organ's information. */
export interface NamedUnit {
  readonly abbreviation: string;
  readonly name: string;
}

/** Someone whom the organ's information names as signing. */
export interface NamedSigner {
  readonly staffId: string;
  readonly fullName: string;
  readonly position: string;
}

/** Members of the own organ, those who work here first, by name. */
export const members = createLoaded<readonly Member[]>(async () => {
  const { data } = await answer(api.GET('/members'));
  return [...data.items].sort((a, b) => Number(b.active) - Number(a.active) || a.name.localeCompare(b.name, 'vi'));
});

/** Tells whether the organ has somebody of this role who can sign in. */
export function lacksRole(all: readonly Member[], role: Role): boolean {
  return !all.some(({ active, roles }) => active && roles.includes(role));
}

/** Sentences of what an office cannot do with the people it has. */
export function missingRoles(all: readonly Member[]): string[] {
  const needed = [
    ['drafter', 'Chưa có người soạn: chưa ai tạo được văn bản.'],
    ['signer', 'Chưa có người ký: chưa ai duyệt được văn bản.'],
    ['clerk', 'Chưa có văn thư: chưa ai cấp số được.'],
  ] as const;
  return needed.filter(([role]) => lacksRole(all, role)).map(([, sentence]) => sentence);
}

/** Signers of the organ's information who cannot sign in yet. */
export function signersToAdd(signers: readonly NamedSigner[], all: readonly Member[]): NamedSigner[] {
  const ids = new Set(all.map(({ staffId }) => staffId));
  return signers.filter(({ staffId }) => !ids.has(staffId));
}

/** Changes of a member in sentences, the newest first. */
export function changeLines({ changes }: Pick<Member, 'changes'>, names: ReadonlyMap<string, string>): string[] {
  return changes
    .map((change, index) => {
      const who = names.get(change.by) ?? 'người vận hành máy chủ';
      return `${formatMoment(change.at)}, ${who}: ${changeText(change, changes[index - 1])}`;
    })
    .reverse();
}

/** Differences that a change of a member made: `vai trò: Văn thư; thôi làm việc`. */
export function changeText(change: MemberChange, before: MemberChange | undefined): string {
  const { name, unit, roles, active } = change;
  const what = [
    ...(before && before.name !== name ? [`họ tên: ${name}`] : []),
    ...(before?.roles.join() === roles.join() ? [] : [`vai trò: ${roleNames(roles)}`]),
    ...(before && before.unit !== unit ? [unit === undefined ? 'của cả cơ quan' : `đơn vị: ${unit}`] : []),
    ...(before && before.active !== active ? [active ? 'trở lại làm việc' : 'thôi làm việc'] : []),
  ];
  return what.join('; ') || 'ghi lại';
}

/** `Người soạn, Văn thư`. */
export function roleNames(roles: readonly Role[]): string {
  return roles.map((role) => ROLE_LABELS[role]).join(', ');
}

/** Adds or changes a member as the form has them. Throws `Problem`. */
export async function saveMember({ staffId, rev, roles, unit, ...form }: MemberForm): Promise<Member> {
  const username = form.username.trim().toLowerCase();
  const header = rev === null ? { 'If-None-Match': '*' } : { 'If-Match': `"r${rev}"` };
  const path = { staffId: staffId === '' ? username : staffId };
  const body = {
    ...form,
    username,
    name: form.name.trim(),
    roles: [...roles],
    ...(unit !== undefined && { unit: unit || null }),
  };
  return (await answer(api.PUT('/members/{staffId}', { params: { path, header }, body }))).data;
}

/** Gives a member a one-time password in place of theirs. Throws `Problem`. */
export async function resetPassword(staffId: string): Promise<OneTimePassword> {
  return (await answer(api.POST('/members/{staffId}/password-reset', { params: { path: { staffId } } }))).data;
}

/** Until when a one-time password may be used, as people read it. */
export function untilLine({ validUntil }: OneTimePassword): string {
  return `Dùng được đến ${formatMoment(validUntil)}; người nhận đăng nhập bằng mật khẩu này rồi đặt mật khẩu của mình.`;
}

/** `Đang làm việc`, or since when somebody is no longer. */
export function standing({ active, updatedAt }: Pick<Member, 'active' | 'updatedAt'>): string {
  return active ? 'Đang làm việc' : `Đã thôi từ ${formatDay(updatedAt)}`;
}

/** Roles in the order in which a document passes them. */
export const ROLES: readonly Role[] = ['drafter', 'checker', 'signer', 'clerk', 'reader', 'admin'];

/** Short explanations of the roles. */
export const ROLE_HELP: Readonly<Record<Role, string>> = {
  drafter: 'soạn và trình',
  checker: 'kiểm tra trước khi ký: chuyển tiếp, sửa, trả lại',
  signer: 'duyệt hoặc trả lại văn bản mang tên mình',
  clerk: 'cấp số, gửi đi, giữ sổ',
  reader: 'tìm và đọc văn bản đã cấp số',
  admin: 'người, mật khẩu, Thông tin cơ quan',
};
