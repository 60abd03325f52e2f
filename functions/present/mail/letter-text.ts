import { formatMoment, formatShortDate } from '#document/dates.ts';
import type { Letter, WaitingLine } from '#usecases/telling/letter.ts';

/** A mail in plain text. */
export interface MailText {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

const LIST_NAMES: Readonly<Record<WaitingLine['list'], string>> = {
  'came-down': 'Kế hoạch cấp trên giao',
  returned: 'Bị trả lại',
  'to-check': 'Chờ kiểm tra',
  'to-sign': 'Chờ ký',
  'to-number': 'Chờ cấp số',
  'to-send': 'Chờ gửi',
};

/** Letters of a trích yếu that a subject line shows. */
const SUBJECT_LETTERS = 120;

/** Writes a letter: what waits, with trích yếu and link, never the text. `pageAddress` has no slash at its end. */
export function letterText({ kind, to, name, lines }: Letter, pageAddress: string): MailText {
  const groups = Object.entries(LIST_NAMES).flatMap(([list, title]) => {
    const own = lines.filter((line) => line.list === list);
    return own.length === 0 ? [] : [[title, ...own.map((line) => lineText(line, pageAddress))].join('\n\n')];
  });
  const lead = kind === 'urgent' ? 'Văn bản khẩn đang chờ anh/chị:' : 'Văn bản đang chờ anh/chị:';
  const end = 'Thư do Ban Hành gửi tự động; nội dung văn bản chỉ xem ở trang làm việc.';
  const text = [`Kính gửi ${name},`, lead, ...groups, end].join('\n\n');
  return { to, subject: subjectOf(kind, lines), text: `${text}\n` };
}

function subjectOf(kind: Letter['kind'], lines: readonly WaitingLine[]): string {
  const [first] = lines;
  if (kind === 'digest' || !first) return `Ban Hành: ${lines.length} văn bản đang chờ`;
  const { urgency = '', list, subject } = first;
  const cut = subject.length > SUBJECT_LETTERS ? `${subject.slice(0, SUBJECT_LETTERS)}…` : subject;
  return `[${urgency}] ${LIST_NAMES[list]}: ${cut}`.replace(/\s+/g, ' ');
}

function lineText(
  { organ, docId, typeName, subject, urgency, since, dueOn }: WaitingLine,
  pageAddress: string,
): string {
  const mark = urgency === undefined ? '' : `[${urgency}] `;
  const due = dueOn === undefined ? '' : `; hạn ${formatShortDate(dueOn)}`;
  return [
    `- ${mark}${typeName}: ${subject}`,
    `  Chờ từ ${formatMoment(new Date(since))}${due}`,
    `  ${pageAddress}/van-ban/${encodeURIComponent(organ)}/${encodeURIComponent(docId)}`,
  ].join('\n');
}
