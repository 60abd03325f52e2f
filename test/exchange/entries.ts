import type { Book, BookEntry } from '#exchange/book/book.ts';

/** An entry of a book, changed in one place. */
export function entry(changes: Partial<BookEntry> = {}): BookEntry {
  return {
    symbol: '35/KH-UBND',
    issuedDate: '2026-01-24',
    typeName: 'Kế hoạch',
    subject: 'thực hiện cải cách hành chính năm 2026',
    fullName: 'Nguyễn Văn A',
    to: ['Thường trực HĐND', 'Các phòng, ban'],
    archivedAt: 'VHXH',
    issuedAmount: 30,
    state: 'issued',
    correctedBy: [],
    broughtIn: false,
    registered: false,
    recorded: false,
    hasFiles: true,
    ...changes,
  };
}

/** A book of one volume. */
export function bookOf(entries: readonly BookEntry[]): Book {
  return {
    parentName: null,
    organLines: ['Ủy ban nhân dân', 'phường Bình Long'],
    from: '2026-01-01',
    to: '2026-12-31',
    volumeNumber: null,
    volumes: [{ year: 2026, types: 'Kế hoạch', entries }],
  };
}
