import { type Cell, cellText, type SheetRow } from '../workbook/cell.ts';
import { columnLetters } from '../workbook/column-letters.ts';
import type { ImportField, ImportHeader } from './import-columns.ts';

/** Columns of a sheet as a person mapped them. */
export interface MappedSheet {
  readonly sheet: string;
  /** Last row of the header as Excel counts it; 0: the sheet has none. */
  readonly headerRow: number;
  readonly columns: ReadonlyMap<ImportField, number>;
}

/** A column of a sheet as a person recognises it. */
export interface ColumnSample {
  /** As Excel names it: `B`. */
  readonly letter: string;
  readonly title: string;
  /** First value below the header. */
  readonly sample: string;
  /** Field read from it; null: none. */
  readonly field: ImportField | null;
}

/** Columns of a sheet with what they hold, mapped or not. */
export interface SheetColumns {
  /** Last row of the header as Excel counts it; 0: none was found. */
  readonly headerRow: number;
  readonly samples: readonly ColumnSample[];
}

const MAX_COLUMNS = 60;
const MAX_TEXT = 80;
const LOOKED_AT = 30;

/** Describes the columns of a sheet by its header; without one by the first row that looks like one. */
export function describeColumns(rows: readonly SheetRow[], header: ImportHeader | undefined): SheetColumns {
  const headerRow = header?.lastRow ?? widestRow(rows);
  const titles = rows.find(({ row }) => row === headerRow)?.cells ?? [];
  const below = rows.filter(({ row }) => row > headerRow).slice(0, LOOKED_AT);
  const width = Math.min(MAX_COLUMNS, Math.max(titles.length, ...below.map(({ cells }) => cells.length)));
  const fields = new Map([...(header?.columns ?? [])].map(([field, column]) => [column, field]));
  const samples = Array.from({ length: width }, (_, column) => ({
    letter: columnLetters(column),
    title: shown(titles[column] ?? titleAbove(rows, headerRow, column)),
    sample: shown(below.map(({ cells }) => cells[column] ?? null).find((cell) => shown(cell) !== '') ?? null),
    field: fields.get(column) ?? null,
  }));
  return { headerRow, samples: samples.filter(({ title, sample }) => title !== '' || sample !== '') };
}

/** The title of a column whose header has two rows stands in the upper one. */
function titleAbove(rows: readonly SheetRow[], headerRow: number, column: number): Cell {
  return rows.find(({ row }) => row === headerRow - 1)?.cells[column] ?? null;
}

/** Finds the first of the fullest rows at the top: a header is as wide as its table. */
function widestRow(rows: readonly SheetRow[]): number {
  const filled = rows.slice(0, LOOKED_AT).map(({ row, cells }) => ({
    row,
    count: cells.filter((cell) => shown(cell) !== '').length,
  }));
  const most = Math.max(0, ...filled.map(({ count }) => count));
  return filled.find(({ count }) => count === most && most > 1)?.row ?? 0;
}

function shown(cell: Cell): string {
  const text = cell instanceof Date && !Number.isNaN(cell.getTime()) ? cell.toISOString().slice(0, 10) : cellText(cell);
  return text.replace(/\s+/gu, ' ').trim().slice(0, MAX_TEXT);
}
