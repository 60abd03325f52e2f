import { createRowPlacer, type PlacedCell } from '#document/checking/row-placer.ts';
import { type Column, leafColumns, type Row, type Table } from '#document/schemas/table.schema.ts';
import { parseRuns, type Run } from '#document/text/runs.ts';
import { toRoman } from '#document/text/vietnamese.ts';
import { cellTags } from './markup.ts';
import type { StyleId } from './optional-styles.ts';
import { mmToTwips } from './page.ts';
import type { CellFrame, CellLook, CellView, RowView } from './view.ts';

const ALIGNED: Readonly<Record<NonNullable<Column['align']>, StyleId>> = {
  left: 'BangO',
  center: 'BangOGiua',
  right: 'BangOPhai',
  justify: 'BangODeu',
};
/** Width of the column of row numbers where the author gives none, as a share of an ordinary column. */
const NUMBERING_SHARE = 0.35;
/** Average width of a character of 13 points, and the height of its line, in twips: enough to see that a row fills a page. */
const CHARACTER_TWIPS = 125;
const LINE_TWIPS = 310;
/** From this height on a row may break: two thirds of a page on its side. */
const TALL_ROW_TWIPS = mmToTwips(110);

/** Widths of the leaf columns in twips; they add up to the table's. */
export function columnWidths(columns: readonly Column[], tableTwips: number): number[] {
  const shares = leafColumns(columns).map((leaf) => leaf.width ?? (leaf.numbering ? NUMBERING_SHARE : 1));
  const total = shares.reduce((sum, share) => sum + share, 0);
  let edge = 0;
  let taken = 0;
  return shares.map((share) => {
    edge += (share / total) * tableTwips;
    const width = Math.round(edge) - taken;
    taken += width;
    return width;
  });
}

/** The header's rows, from the tree of headings: merged across where a heading has columns, down where it has none. */
export function headerRows(columns: readonly Column[], widths: readonly number[]): RowView[] {
  const depth = depthOf(columns);
  return Array.from({ length: depth }, (_, level) => ({
    mayBreak: false,
    cells: headerCells(columns, 0, level, depth, widths),
  }));
}

function headerCells(
  columns: readonly Column[],
  first: number,
  level: number,
  depth: number,
  widths: readonly number[],
): CellView[] {
  let at = first;
  return columns.flatMap((column) => {
    const from = at;
    const span = leafColumns([column]).length;
    at += span;
    if (level > 0 && column.columns) return headerCells(column.columns, from, level - 1, depth - 1, widths);
    const merge = column.columns || depth === 1 ? 'none' : level === 0 ? 'start' : 'continue';
    const shown = level === 0 ? [parseRuns(column.title)] : [[]];
    return [{ frame: frameOf(widths, from, span, merge, 'BangTieuDe'), paragraphs: shown }];
  });
}

function depthOf(columns: readonly Column[]): number {
  return 1 + Math.max(0, ...columns.map((column) => (column.columns ? depthOf(column.columns) : 0)));
}

/**
 * Lays out the rows and hands each on before the next is laid out, so that a table of any length takes little memory.
 * `keepLast` keeps the last row on the page of what follows.
 */
export function layRows(
  table: Table,
  widths: readonly number[],
  keepLast: boolean,
  take: (row: RowView) => void,
): void {
  const layRow = rowLayer(table, widths);
  const last = keepLast ? table.rows.at(-1) : undefined;
  for (const row of table.rows) take(row === last ? kept(layRow(row)) : layRow(row));
}

function kept(row: RowView): RowView {
  return { ...row, cells: row.cells.map((cell) => ({ ...cell, frame: framed({ ...cell.frame, keepNext: true }) })) };
}

function rowLayer(table: Table, widths: readonly number[]): (row: Row) => RowView {
  const leaves = leafColumns(table.columns);
  const placer = createRowPlacer(table.columns);
  const styles = leaves.map((leaf) => ALIGNED[leaf.align ?? (leaf.numbering ? 'center' : 'left')]);
  const single = styles.map((style, column) => frameOf(widths, column, 1, 'none', style));
  const frame = ({ column, colSpan, merge }: PlacedCell): CellFrame =>
    (colSpan === 1 && merge === 'none' && single[column]) ||
    frameOf(widths, column, colSpan, merge, styles[column] ?? 'BangO');
  let number = 0;
  let group = 0;
  const toCell = (cell: PlacedCell): CellView => {
    const text = leaves[cell.column]?.numbering ? String(number) : cell.text;
    return { frame: frame(cell), paragraphs: text === null ? NO_TEXT : paragraphsOf(text) };
  };
  return (row) => {
    if (row.group !== undefined) {
      placer.cut();
      group += 1;
      if (table.restart) number = 0;
      return groupRow(leaves, widths, table.numberGroups === false ? null : toRoman(group), row.group);
    }
    number += 1;
    const cells = placer.place(row).cells.map(toCell);
    return { mayBreak: cells.some(isTall), cells };
  };
}

/** The one empty paragraph that a covered cell has. */
const NO_TEXT: ReadonlyArray<readonly Run[]> = [[]];

function paragraphsOf(text: string): ReadonlyArray<readonly Run[]> {
  return text.includes('\n') ? text.split('\n').map(parseRuns) : [parseRuns(text)];
}

/** A group's row: its number in the column of numbers, its name over the rest; without such a column in one cell. */
function groupRow(leaves: readonly Column[], widths: readonly number[], label: string | null, name: string): RowView {
  const numbered = leaves[0]?.numbering === true && leaves.length > 1;
  const runs = parseRuns(!numbered && label !== null ? `${label}. ${name}` : name);
  const from = numbered ? 1 : 0;
  const rest = { frame: frameOf(widths, from, leaves.length - from, 'none', 'BangNhom'), paragraphs: [runs] };
  if (!numbered) return { mayBreak: false, cells: [rest] };
  const first = { frame: frameOf(widths, 0, 1, 'none', 'BangTieuDe'), paragraphs: [parseRuns(label ?? '')] };
  return { mayBreak: false, cells: [first, rest] };
}

function frameOf(
  widths: readonly number[],
  from: number,
  span: number,
  merge: CellLook['merge'],
  style: StyleId,
): CellFrame {
  let widthTwips = 0;
  for (let column = from; column < from + span; column++) widthTwips += widths[column] ?? 0;
  return framed({ widthTwips, span, merge, style, keepNext: false });
}

function framed(look: CellLook): CellFrame {
  return { ...look, tags: cellTags(look) };
}

function isTall({ paragraphs, frame }: CellView): boolean {
  let lines = 0;
  for (const runs of paragraphs) {
    let characters = 0;
    for (const run of runs) characters += run.text.length;
    lines += Math.max(1, Math.ceil((characters * CHARACTER_TWIPS) / frame.widthTwips));
  }
  return lines * LINE_TWIPS > TALL_ROW_TWIPS;
}
