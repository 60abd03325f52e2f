import { type BookEntry, type BookVolume, numbersOf } from './book.ts';

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
  ['văn bản nhập từ sổ cũ', ({ broughtIn }) => broughtIn],
  ['văn bản đã thu hồi', ({ state }) => state === 'withdrawn'],
  ['văn bản được thay thế', ({ state }) => state === 'replaced'],
];

/** Makes the end of a volume: its lines counted, and blanks for day and signatures. */
export function closingOf(volume: BookVolume): BookClosing {
  const { entries } = volume;
  const numbers = numbersOf(volume);
  const apart = APART.map(([words, counts]) => [entries.filter(counts).length, words] as const)
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${two(count)} ${words}`);
  const range = numbers ? `, từ số ${numbers.first} đến số ${numbers.last}` : '';
  const lines = entries.filter(({ state }) => state !== 'struck').length;
  return {
    lines: [
      `Quyển này đăng ký ${two(lines)} văn bản${range}${apart.length > 0 ? `; trong đó: ${apart.join(', ')}` : ''}.`,
      'Đóng sổ ngày …… tháng …… năm ………',
    ],
    signatures: ['Văn thư', 'Xác nhận của cơ quan, tổ chức'],
  };
}

function two(count: number): string {
  return String(count).padStart(2, '0');
}
