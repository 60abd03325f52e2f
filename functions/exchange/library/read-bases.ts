import { type Citation, citation } from '#document/schemas/basis.schema.ts';
import { fold } from '#document/text/vietnamese.ts';
import { type Cell, cellText, isBlankRow, type SheetRows } from '../workbook/cell.ts';

/** A row of a list of căn cứ. */
export interface BasisRow {
  readonly cites: Citation;
  readonly inForceUntil?: string;
  readonly replacedBy?: string;
}

/** A list of căn cứ, and its rows that cannot be read. */
export interface ReadBases {
  readonly bases: readonly BasisRow[];
  readonly bad: ReadonlyArray<{ readonly row: number; readonly text: string }>;
}

/** Columns by what their titles begin with, folded; in this order where a list has no titles. */
const COLUMNS = [
  ['typeName', 'loai'],
  ['code', 'so'],
  ['issuedDate', 'ngay'],
  ['organName', 'co quan'],
  ['subject', 'trich yeu'],
  ['inForceUntil', 'het hieu luc'],
  ['replacedBy', 'thay the'],
] as const;

type Column = (typeof COLUMNS)[number][0];

/** Reads a list of căn cứ: type, số và ký hiệu (none for laws), day, organ, trích yếu, out of force from, replaced by. */
export function readBases(sheets: readonly SheetRows[]): ReadBases {
  const bases: BasisRow[] = [];
  const bad: { readonly row: number; readonly text: string }[] = [];
  for (const { rows } of sheets) {
    let places: readonly Column[] = COLUMNS.map(([name]) => name);
    for (const { row, cells } of rows.filter((one) => !isBlankRow(one.cells))) {
      const titles = titlesOf(cells);
      if (titles) places = titles;
      else {
        const read = rowOf(places, cells);
        if (read) bases.push(read);
        else bad.push({ row, text: cells.map(cellText).join(' ').slice(0, 80) });
      }
    }
  }
  return { bases, bad };
}

/** The columns of a row of titles; null for any other. */
function titlesOf(cells: readonly Cell[]): Column[] | null {
  const folded = cells.map((cell) => fold(cellText(cell)).trim());
  const found = folded.flatMap((text) => COLUMNS.find(([, start]) => text.startsWith(start))?.[0] ?? []);
  return found.length === cells.length && found.includes('typeName') && found.includes('subject') ? found : null;
}

function rowOf(places: readonly Column[], cells: readonly Cell[]): BasisRow | null {
  const values: Partial<Record<Column, string>> = {};
  for (const [index, name] of places.entries()) {
    const cell = cells[index] ?? null;
    const text = (name === 'issuedDate' || name === 'inForceUntil' ? dayText(cell) : cellText(cell)).normalize('NFC');
    if (text.trim() !== '') values[name] = text.trim();
  }
  const { inForceUntil, replacedBy, ...cited } = values;
  const { data: cites } = citation.safeParse(cited);
  if (!cites || (inForceUntil !== undefined && !ISO_DAY.test(inForceUntil))) return null;
  return { cites, ...(inForceUntil && { inForceUntil }), ...(replacedBy && { replacedBy }) };
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A day as ISO has it; `05/3/2020` is read, too. */
function dayText(cell: Cell): string {
  const text = cellText(cell).trim();
  if (cell instanceof Date) return text.slice(0, 10);
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  return day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
}
