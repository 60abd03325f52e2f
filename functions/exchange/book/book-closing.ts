import { formatTableDate } from '../table-date.ts';
import { type BookEntry, type BookVolume, isBlank, numbersOf } from './book.ts';

/** The end of a volume, as it is signed and closed (Điều 16.2.b): what it holds, and who signs. */
export interface BookClosing {
  readonly lines: readonly string[];
  /** Titles over the two places for signatures, left and right. */
  readonly signatures: readonly [left: string, right: string];
}

/** Lines of a volume that are counted apart. */
const APART: ReadonlyArray<readonly [words: string, counts: (entry: BookEntry) => boolean]> = [
  ['số bị hủy', ({ state }) => state === 'voided'],
  ['số ghi nhầm đã gạch', ({ state }) => state === 'struck'],
  ['số ghi lại', ({ recorded, state }) => recorded && state !== 'struck'],
  ['văn bản soạn ngoài hệ thống', ({ registered }) => registered],
  ['văn bản nhập từ sổ cũ', (entry) => entry.broughtIn && !isBlank(entry)],
  ['văn bản đã thu hồi', ({ state }) => state === 'withdrawn'],
  ['văn bản được thay thế', ({ state }) => state === 'replaced'],
];

/** Numbers that have no document. */
const WITHOUT: typeof APART = [
  ['số bị hủy', ({ state }) => state === 'cancelled'],
  ['số bỏ trống', ({ state }) => state === 'empty'],
  ['số của văn bản mật', ({ state }) => state === 'secret'],
];

/** Makes the end of a volume: its lines counted, and blanks for day and signatures. */
export function closingOf(volume: BookVolume): BookClosing {
  const { entries } = volume;
  const numbers = numbersOf(volume);
  const [apart, without] = [countsOf(entries, APART), countsOf(entries, WITHOUT)];
  const range = numbers ? `, từ số ${numbers.first} đến số ${numbers.last}` : '';
  const lines = entries.filter((entry) => entry.state !== 'struck' && !isBlank(entry)).length;
  return {
    lines: [
      `Quyển này đăng ký ${two(lines)} văn bản${range}${after('trong đó', apart)}${after('không có văn bản', without)}.`,
      ...closedLines(volume),
      'Đóng sổ ngày …… tháng …… năm ………',
    ],
    signatures: ['Văn thư', 'Xác nhận của cơ quan, tổ chức'],
  };
}

/** Lines of a closed year, for a reader who compares the paper with the register. */
function closedLines({ closed }: BookVolume): string[] {
  if (!closed) return [];
  const { day, hash, sealed } = closed;
  return [
    `Đã khóa sổ trên hệ thống ngày ${formatTableDate(day)}; mã băm của mọi dòng: ${hash}.`,
    ...(sealed ? [`Gốc của chuỗi nhật ký, ghi ngoài sổ ngày ${formatTableDate(sealed.day)}: ${sealed.root}.`] : []),
  ];
}

/** Counts the entries of each word; words without entries are left out. */
function countsOf(entries: readonly BookEntry[], words: typeof APART): string[] {
  return words
    .map(([name, counts]) => [entries.filter(counts).length, name] as const)
    .filter(([count]) => count > 0)
    .map(([count, name]) => `${two(count)} ${name}`);
}

function after(lead: string, counts: readonly string[]): string {
  return counts.length > 0 ? `; ${lead}: ${counts.join(', ')}` : '';
}

function two(count: number): string {
  return String(count).padStart(2, '0');
}
