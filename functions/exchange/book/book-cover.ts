import { formatTableDate } from '../table-date.ts';
import { type Book, type BookVolume, numbersOf } from './book.ts';

/** Name of the book (PL IV, Mục I). */
export const BOOK_TITLE = 'Sổ đăng ký văn bản đi';

/** Blank to be filled in by hand. */
const BLANK = '……';

/** The first day that a volume registers: not before its series began. */
export function firstDay(from: string, { startsOn = from }: BookVolume): string {
  return startsOn > from ? startsOn : from;
}

/** The lines under the book's name on cover and first page: year, days, numbers, volume (PL IV, Mục I.1). */
export function coverLines({ from, to, volumeNumber }: Book, volume: BookVolume): string[] {
  const numbers = numbersOf(volume);
  return [
    `Năm: ${volume.year}`,
    `Loại văn bản: ${volume.types}`,
    `Từ ngày ${formatTableDate(firstDay(from, volume))} đến ngày ${formatTableDate(to)}`,
    `Từ số ${numbers?.first ?? BLANK} đến số ${numbers?.last ?? BLANK}`,
    `Quyển số: ${volumeNumber ?? BLANK}`,
  ];
}
