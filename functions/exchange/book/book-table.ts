import type { Table } from '#document/schemas/table.schema.ts';
import { BOOK_COLUMNS, type BookVolume, bookCells } from './book.ts';

/** Ids of the ten columns. */
const COLUMN_IDS = BOOK_COLUMNS.map((_, i) => `cot-${i + 1}`);

/** A volume as a table that can be laid out: the ten columns of PL IV, each with its number under its title. */
export function bookTable({ entries }: BookVolume): Table {
  return {
    columns: BOOK_COLUMNS.map(({ title, width, align }, i) => ({
      title,
      columns: [{ title: `(${i + 1})`, id: `cot-${i + 1}`, width, align }],
    })),
    rows: entries.map((entry) => {
      const cells = bookCells(entry).map((text, i) => [COLUMN_IDS[i] ?? '', literal(text)]);
      return { cells: Object.fromEntries(cells) };
    }),
  };
}

/** In a table's cell an asterisk may be a mark; here each is text. */
function literal(text: string): string {
  return text.replaceAll('*', '\\*');
}
