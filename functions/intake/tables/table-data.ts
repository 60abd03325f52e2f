import type { Column, Table } from '#document/schemas/table.schema.ts';
import type { ReadTable, TableRow } from '#read/body/model.ts';
import { linesIn } from '#read/elements/line.ts';
import type { IntakeNote } from '../intake-note.ts';
import { countedRows, plainRows } from './body-rows.ts';
import { columnCount, columnId, plainText } from './cell-text.ts';
import {
  type ColumnLook,
  columnNumbersOf,
  columnTree,
  headRowsOf,
  NUMBER_TITLE,
  parted,
  plainColumns,
} from './head-rows.ts';
import { countRows, looksNumbered } from './row-kinds.ts';

/** Shares of a width are written in so many twips, to stay in the schema's bounds. */
const TWIPS_PER_SHARE = 20;
const BODY_SIZE = 13;
const EMPTY_WEIGHT = 1e-6;

/** A table as data: the head's rows as a tree of columns, merged cells, groups, totals; what it cannot count it keeps as text. */
export function tableOf(read: ReadTable): { readonly table: Table; readonly notes: readonly IntakeNote[] } {
  const count = columnCount(read);
  const headRows = headRowsOf(read);
  const body = read.rows.slice(headRows);
  const { titles, numbers } = parted(read.rows.slice(0, headRows));
  const hasNumbers = headRows > 0 && (NUMBER_TITLE.test(plainText(titles[0]?.cells[0])) || looksNumbered(body));
  const counted = hasNumbers ? countRows(body, count) : null;
  const look: ColumnLook = (index, isNumbering) => ({ ...widthOf(read, index), ...alignOf(body, index, isNumbering) });
  const size = sizeOf(body);
  const rows = counted ? { rows: countedRows(body, count, counted) } : plainRows(body, count);
  const table: Table = {
    ...(size === null ? {} : { fontSize: size }),
    ...columnNumbersOf(numbers),
    ...(read.hasBorders ? {} : { borders: 'none' as const }),
    columns: headRows > 0 ? columnTree(titles, count, counted !== null, look) : plainColumns(count, look),
    ...(rows.rows.length > 0 ? rows : { rows: [emptyRow(count)] }),
    ...(counted?.restart ? { restart: true } : {}),
    ...(counted && !counted.numberGroups ? { numberGroups: false } : {}),
  };
  const isTyped = headRows > 0 && !counted && body.some((row) => /^\d+$/.test(plainText(row.cells[0])));
  return { table, notes: isTyped ? [{ code: 'ROW_NUMBERS_KEPT', params: {}, page: read.page }] : [] };
}

function emptyRow(count: number) {
  return { cells: Object.fromEntries(Array.from({ length: count }, (_, i) => [columnId(i), ''])) };
}

function widthOf({ gridTwips }: ReadTable, index: number): Pick<Column, 'width'> {
  const width = (gridTwips[index] ?? 0) / TWIPS_PER_SHARE;
  return width > 0 && width <= 1000 ? { width } : {};
}

function alignOf(rows: readonly TableRow[], index: number, isNumbering: boolean): Pick<Column, 'align'> {
  const counts = new Map<NonNullable<Column['align']>, number>();
  let isByComma = false;
  for (const { cells } of rows) {
    const cell = cells.find(({ column, colSpan }) => column === index && colSpan === 1);
    const props = cell?.blocks.find((block) => block.kind === 'paragraph')?.format.props;
    if (!props) continue;
    const own = props.align === 'both' ? 'justify' : props.align;
    isByComma = isByComma || (own === 'right' && props.right > 0);
    // An empty cell says little of how its column is set, and something where all are empty.
    counts.set(own, (counts.get(own) ?? 0) + (plainText(cell) === '' ? EMPTY_WEIGHT : 1));
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? ['left' as const];
  const usual = isNumbering ? 'center' : 'left';
  if (most === 'right' && isByComma) return { align: 'decimal' };
  return most === usual ? {} : { align: most };
}

/** Size of the cells where it is another than the body's of a table. */
function sizeOf(rows: readonly TableRow[]): number | null {
  const sizes = new Map<number, number>();
  for (const line of linesIn(rows.flatMap(({ cells }) => cells.flatMap(({ blocks }) => blocks)))) {
    const size = line.runs[0]?.format.props.sizePt;
    if (size !== undefined) sizes.set(size, (sizes.get(size) ?? 0) + 1);
  }
  const [most] = [...sizes].sort(([, a], [, b]) => b - a)[0] ?? [BODY_SIZE];
  return most === BODY_SIZE || !Number.isInteger(most) || most < 10 || most > BODY_SIZE ? null : most;
}
