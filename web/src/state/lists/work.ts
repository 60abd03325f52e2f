import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import type { OfficeDocument, Person } from '../../api/types.ts';
import { seriesLabel } from '../labels.ts';

/** Work that waits for someone, as the server lists it. */
export interface Reminders {
  readonly unfinished: readonly OfficeDocument[];
  /** At a step before the signature that the person takes. */
  readonly toCheck: readonly OfficeDocument[];
  readonly toApprove: readonly OfficeDocument[];
  readonly toIssue: readonly OfficeDocument[];
  readonly toSend: readonly OfficeDocument[];
  readonly returned: readonly OfficeDocument[];
  /** Drafts that came down from a superior, as they came. */
  readonly cameDown: readonly OfficeDocument[];
  /** Last numbers to compare with the paper book before the first of the day. */
  readonly lastNumbers: readonly LastNumber[];
}

/** Last number of a series. */
export interface LastNumber {
  readonly year: number;
  readonly series: string;
  readonly seq: number;
  readonly issuedDate: string;
}

/** A list in the menu. `count`: what waits there for the person; null where nothing can wait. */
export interface MenuEntry {
  readonly view:
    | 'work'
    | 'new'
    | 'drafts'
    | 'to-check'
    | 'to-sign'
    | 'to-number'
    | 'to-send'
    | 'replies'
    | 'book'
    | 'find'
    | 'check'
    | 'register'
    | 'admin'
    | 'profile'
    | 'fan-outs'
    | 'came-down'
    | 'statistics'
    | 'old-books'
    | 'library';
  readonly label: string;
  readonly count: number | null;
}

/** A part of one's own work. */
export interface WorkGroup {
  readonly title: string;
  readonly documents: readonly OfficeDocument[];
}

const URGENCY_ORDER = ['HOẢ TỐC', 'HỎA TỐC', 'THƯỢNG KHẨN', 'KHẨN'];

/** The lists that a person's roles open, with what waits in each. */
export function menuOf(
  { roles }: Person,
  reminders: Reminders,
  { name = '', hasSteps = false } = {},
  awaitedReplies = 0,
): MenuEntry[] {
  const { returned, cameDown, toCheck, toApprove, toIssue, toSend, unfinished } = reminders;
  const waiting = [returned, cameDown, toCheck, toApprove, toIssue, toSend, unfinished];
  const total = waiting.reduce((sum, list) => sum + list.length, 0);
  const has = (...any: Person['roles']) => roles.some((role) => any.includes(role));
  const entry = (view: MenuEntry['view'], label: string, count: number | null = null) => ({ view, label, count });
  return [
    entry('work', 'Việc của tôi', total),
    ...(has('drafter')
      ? [entry('new', 'Soạn văn bản mới'), entry('drafts', 'Dự thảo', returned.length + cameDown.length)]
      : []),
    ...(has('checker') || (hasSteps && has('drafter', 'signer', 'clerk'))
      ? [entry('to-check', 'Chờ kiểm tra', has('checker', 'signer') ? toCheck.length : null)]
      : []),
    ...(has('drafter', 'signer', 'clerk') ? [entry('to-sign', 'Chờ ký', has('signer') ? toApprove.length : null)] : []),
    ...(has('drafter', 'signer', 'clerk')
      ? [entry('to-number', 'Chờ cấp số', has('clerk') ? toIssue.length + unfinished.length : null)]
      : []),
    ...(has('clerk') ? [entry('to-send', 'Chờ gửi', toSend.length)] : []),
    ...(has('clerk', 'drafter') ? [entry('replies', 'Chờ trả lời', awaitedReplies)] : []),
    ...(has('clerk') ? [entry('register', 'Đăng ký văn bản soạn ngoài'), entry('old-books', 'Nhập sổ cũ')] : []),
    ...(has('clerk', 'drafter') && givesPlansDown(name) ? [entry('fan-outs', 'Giao kế hoạch')] : []),
    ...(has('clerk', 'drafter') && takesPlans(name)
      ? [entry('came-down', 'Kế hoạch cấp trên giao', has('drafter') ? cameDown.length : null)]
      : []),
    entry('book', 'Sổ văn bản đi'),
    entry('statistics', 'Số liệu'),
    entry('find', 'Tra cứu'),
    ...(has('drafter', 'clerk', 'admin') ? [entry('library', 'Thư viện')] : []),
    entry('check', 'Kiểm tra tệp Word'),
    ...(has('admin') ? [entry('admin', 'Quản trị'), entry('profile', 'Thông tin cơ quan')] : []),
  ];
}

/** Tells whether an office has xã, phường, đặc khu below it; the server asks for the province's own id as well. */
export function givesPlansDown(officeName: string): boolean {
  return /^Ủy ban nhân dân (?:tỉnh|thành phố) /.test(officeName);
}

/** Tells whether an office has a province above it that may give plans down. */
export function takesPlans(officeName: string): boolean {
  return /^Ủy ban nhân dân (?:xã|phường|đặc khu) /i.test(officeName);
}

/** One's own work in groups, the urgent first; groups without work are left out. */
export function workGroups(reminders: Reminders): WorkGroup[] {
  const { unfinished, toCheck, toApprove, toIssue, toSend, returned, cameDown } = reminders;
  const groups = [
    { title: 'Bị trả lại', documents: returned },
    { title: 'Kế hoạch cấp trên giao', documents: cameDown },
    { title: 'Chờ kiểm tra', documents: byUrgency(toCheck) },
    { title: 'Chờ ký', documents: byUrgency(toApprove) },
    { title: 'Chờ cấp số', documents: byUrgency(toIssue) },
    { title: 'Chờ gửi', documents: byUrgency(toSend) },
    { title: 'Đã cấp số, tệp đang hoàn tất', documents: unfinished },
  ];
  return groups.filter(({ documents }) => documents.length > 0);
}

/** From this hour on 31 December what is approved and has no number is said on top: tomorrow it would bear the next year's first. */
const LAST_HOUR = 16;

/** Warns a clerk in the last hours of a year; null otherwise, or where nothing waits. */
export function yearEndLine(now: Date, { toIssue }: Pick<Reminders, 'toIssue'>): string | null {
  const [month, day, hour] = ['month', 'day', 'hour'].map((part) =>
    Number(
      new Intl.DateTimeFormat('en', { timeZone: 'Asia/Ho_Chi_Minh', [part]: 'numeric', hourCycle: 'h23' }).format(now),
    ),
  );
  if (month !== 12 || day !== 31 || hour === undefined || hour < LAST_HOUR || toIssue.length === 0) return null;
  return `Hết năm: ${toIssue.length} văn bản đã duyệt chưa cấp số. Sau 24 giờ hôm nay, số bắt đầu lại từ 01 của năm mới (Điều 15, khoản 1).`;
}

/** `Sổ Kế hoạch năm 2026: số cuối 35, ngày 24/01/2026` */
export function lastNumberLine({ year, series, seq, issuedDate }: LastNumber, profile: OrganProfile | null): string {
  const types = profile?.series.find(({ name }) => name === series)?.types ?? [];
  return `Sổ ${seriesLabel(types, profile?.types)} năm ${year}: số cuối ${seq}, ngày ${issuedDate.split('-').reverse().join('/')}`;
}

/** The urgent first, then as they came. */
export function byUrgency(documents: readonly OfficeDocument[]): OfficeDocument[] {
  const rank = ({ urgency }: OfficeDocument) => {
    const index = URGENCY_ORDER.indexOf(urgency ?? '');
    return index < 0 ? URGENCY_ORDER.length : index;
  };
  return [...documents].sort((a, b) => rank(a) - rank(b) || (a.updatedAt < b.updatedAt ? -1 : 1));
}

/** `(3) Chờ ký – Ban Hành`; with the organ where somebody works for several. */
export function tabTitle(view: string, waiting: number, organ = ''): string {
  const parts = [view, ...(organ === '' ? [] : [organ]), 'Ban Hành'];
  return `${waiting > 0 ? `(${waiting}) ` : ''}${parts.join(' – ')}`;
}
