/** A number that its cell shows otherwise, by its number format: 1 as `01/KH-UBND`. */
export interface ShownNumber {
  readonly value: number;
  readonly shown: string;
}

/** A cell without a value: an error of Excel (`#REF!`), or a formula that no program has computed. */
export interface CellFault {
  readonly fault: 'error' | 'uncomputed';
  readonly text: string;
}

/** A cell as Excel has it; null is empty. */
export type Cell = string | number | boolean | Date | null | ShownNumber | CellFault;

/** A row that has any cell with content. */
export interface SheetRow {
  /** As Excel counts it, from 1. */
  readonly row: number;
  /** From column A on, up to the last with content. */
  readonly cells: readonly Cell[];
  /** By hand, or by a filter. */
  readonly isHidden: boolean;
}

/** Cells that were merged into one: rows as Excel counts them, columns from 0, all inclusive. */
export interface MergedCells {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** A sheet: its rows with content, and what a reader of the screen does not see. */
export interface SheetRows {
  readonly name: string;
  readonly rows: readonly SheetRow[];
  readonly merges: readonly MergedCells[];
  /** From 0. */
  readonly hiddenColumns: readonly number[];
  readonly isHidden: boolean;
}

/** Tells whether a cell has no value. */
export function isFault(cell: Cell): cell is CellFault {
  return cell !== null && typeof cell === 'object' && 'fault' in cell;
}

/** Tells whether a cell shows its number otherwise. */
export function isShown(cell: Cell): cell is ShownNumber {
  return cell !== null && typeof cell === 'object' && 'shown' in cell;
}

/** The text of a cell as its sheet shows it; a day as ISO has it. */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '#' : cell.toISOString();
  if (isFault(cell)) return cell.text;
  return isShown(cell) ? cell.shown : String(cell);
}

/** Tells whether a row has nothing to read: spaces alone are nothing. */
export function isBlankRow(cells: readonly Cell[]): boolean {
  return cells.every((cell) => !isFault(cell) && cellText(cell).trim() === '');
}

/** A cell as a plain value: what is shown of a number, the text of an error. */
export function plainCell(cell: Cell): string | number | boolean | Date | null {
  return isFault(cell) || isShown(cell) ? cellText(cell) : cell;
}
