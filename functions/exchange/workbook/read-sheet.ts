import { IMPORT_BOUNDS } from '../older-book/import-bounds.ts';
import { ImportError } from '../older-book/import-error.ts';
import type { Cell, MergedCells, SheetRow, SheetRows } from './cell.ts';
import type { NumberFormats } from './number-formats.ts';
import { scanPart } from './scan-part.ts';
import { createTextCollector } from './shared-strings.ts';
import { isTrue } from './workbook-parts.ts';

/** Tables of a workbook that its cells refer to. */
export interface SheetContext {
  readonly sharedStrings: readonly string[];
  readonly formats: NumberFormats;
}

/** A cell as its element says it. */
interface RawCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string | undefined;
  hasFormula: boolean;
}

const MAX_HIDDEN = 16_384;

/**
 * Reads a sheet row by row: an empty cell, styled or not, is nothing, wherever it stands. Throws `ImportError`:
 * `too-many-columns` for content far out, `unsafe` for an address that is none.
 */
export function readSheet(part: Uint8Array, context: SheetContext): Omit<SheetRows, 'name' | 'isHidden'> {
  const rows: SheetRow[] = [];
  const merges: MergedCells[] = [];
  const hiddenColumns: number[] = [];
  const text = createTextCollector();
  let row = 0;
  let isHidden = false;
  let areHidden = false;
  let cells: Cell[] = [];
  let nextColumn = 0;
  let cell: RawCell | undefined;
  let isValue = false;
  scanPart(part, {
    open(name, attributes) {
      text.open(name);
      isValue = name === 'v';
      if (name === 'row') {
        row = attributes['r'] === undefined ? row + 1 : wholeNumber(attributes['r']);
        isHidden = isHiddenRow(attributes, areHidden);
        [cells, nextColumn] = [[], 0];
      } else if (name === 'c') {
        const column = attributes['r'] === undefined ? nextColumn : addressOf(attributes['r']).column;
        nextColumn = column + 1;
        cell = {
          column,
          type: attributes['t'] ?? 'n',
          style: Number(attributes['s'] ?? 0),
          value: undefined,
          hasFormula: false,
        };
        text.start();
      } else if (name === 'f' && cell) cell.hasFormula = true;
      else if (name === 'v' && cell) cell.value = '';
      else if (name === 'col' && (isTrue(attributes['hidden']) || Number(attributes['width']) === 0)) {
        const [min, max] = [wholeNumber(attributes['min'] ?? ''), wholeNumber(attributes['max'] ?? '')];
        for (let column = min; column <= Math.min(max, MAX_HIDDEN); column++) hiddenColumns.push(column - 1);
      } else if (name === 'sheetFormatPr') areHidden = isTrue(attributes['zeroHeight']);
      else if (name === 'mergeCell') addMerge(merges, mergeOf(attributes['ref'] ?? ''));
    },
    close(name) {
      text.close(name);
      isValue = false;
      if (name === 'is' && cell) cell.value = text.end();
      if (name === 'c' && cell) {
        const read = readCell(cell, context);
        if (read !== null && cell.column >= IMPORT_BOUNDS.maxColumns) throw new ImportError('too-many-columns');
        if (read !== null) put(cells, cell.column, read);
        cell = undefined;
      }
      if (name === 'row' && cells.length > 0) rows.push({ row, cells, isHidden });
      if (rows.length > IMPORT_BOUNDS.maxRows) throw new ImportError('too-many-rows');
    },
    text(piece) {
      text.take(piece);
      if (isValue && cell) cell.value = (cell.value ?? '') + piece;
    },
  });
  return { rows: rows.toSorted((a, b) => a.row - b.row), merges, hiddenColumns };
}

/** Keeps what is merged where cells are read; of more than any book has the sheet is refused. */
function addMerge(merges: MergedCells[], merge: MergedCells): void {
  if (merge.left >= IMPORT_BOUNDS.maxColumns) return;
  merges.push(merge);
  if (merges.length > IMPORT_BOUNDS.maxMerges) throw new ImportError('unsafe');
}

/** A row is not seen where it is hidden, has no height, or where all are hidden but those that say otherwise. */
function isHiddenRow(attributes: Readonly<Record<string, string>>, areHidden: boolean): boolean {
  const { hidden, ht } = attributes;
  return hidden === undefined ? areHidden || (ht !== undefined && Number(ht) === 0) : isTrue(hidden);
}

function put(cells: Cell[], column: number, cell: Cell): void {
  while (cells.length < column) cells.push(null);
  cells[column] = cell;
}

function readCell({ type, style, value, hasFormula }: RawCell, { sharedStrings, formats }: SheetContext): Cell {
  const isMissing = value === undefined || (value === '' && type === 'n');
  if (isMissing) return hasFormula ? { fault: 'uncomputed', text: '' } : null;
  if (type === 'e') return { fault: 'error', text: value };
  if (type === 'b') return isTrue(value);
  if (type === 's') {
    const shared = sharedStrings[Number(value)];
    if (shared === undefined) throw new ImportError('damaged');
    return shared.trim() === '' ? null : formats.textOf(shared, style);
  }
  if (type === 'd') return new Date(value.includes('T') ? `${value.replace(/Z$/, '')}Z` : `${value}T00:00:00Z`);
  if (type !== 'n') return value.trim() === '' ? null : formats.textOf(value, style);
  const number = Number(value);
  return Number.isFinite(number) ? formats.cellOf(number, style) : value;
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new ImportError('unsafe');
  return Number(text);
}

function addressOf(text: string): { readonly column: number; readonly row: number } {
  const [, letters, digits = ''] = /^([A-Z]{1,3})(\d{1,7})$/.exec(text.replaceAll('$', '')) ?? [];
  if (letters === undefined) throw new ImportError('unsafe');
  return {
    column: [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1,
    row: Number(digits),
  };
}

function mergeOf(ref: string): MergedCells {
  const [first = '', last = first] = ref.split(':');
  const [from, to] = [addressOf(first), addressOf(last)];
  return { top: from.row, bottom: to.row, left: from.column, right: to.column };
}
