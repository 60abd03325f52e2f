import type { Cell, Column, Row, Table } from '#document/schemas/table.schema.ts';
import { toRoman } from '#document/text/vietnamese.ts';
import type { ReadTable, TableCell, TableRow } from '#read/body/model.ts';
import { isBold, type Line, linesIn } from '#read/elements/line.ts';
import type { IntakeNote } from './intake-note.ts';
import { markedText, UPRIGHT } from './marked-text.ts';

const NUMBER_TITLE = /^(?:S?TT|STT|Số TT|Số thứ tự|S\.?T\.?T\.?)\.?$/iu;
/** Shares of a width are written in so many twips, to stay in the schema's bounds. */
const TWIPS_PER_SHARE = 20;
const BODY_SIZE = 13;
const EMPTY_WEIGHT = 1e-6;

/** A table as data: the head's rows as a tree of columns, merged cells, groups; what it cannot count it keeps as text. */
export function tableOf(table: ReadTable): { table: Table; notes: IntakeNote[] } {
  const count = Math.max(
    1,
    ...table.rows.map(({ cells }) => cells.reduce((end, cell) => Math.max(end, cell.column + cell.colSpan), 0)),
  );
  const headRows = table.hasBorders ? headOf(table.rows) : 0;
  const body = table.rows.slice(headRows);
  const titles = table.rows.slice(0, headRows);
  const isCounted = countedRows(titles, body, count);
  const columns = headRows > 0 ? columnTree(titles, 0, count, 0, table, body, isCounted) : plainColumns(table, count);
  const rows = rowsOf(body, count, isCounted);
  const size = sizeOf(body);
  const made: Table = {
    ...(size === null ? {} : { fontSize: size }),
    ...(table.hasBorders ? {} : { borders: 'none' as const }),
    columns,
    rows:
      rows.length === 0
        ? [{ cells: Object.fromEntries(Array.from({ length: count }, (_, i) => [columnId(i), ''])) }]
        : rows,
    ...(isCounted === 'restart' ? { restart: true } : {}),
  };
  const typed = body.some((row) => /^\d+$/.test(textOf(row.cells[0]).trim()));
  const kept: IntakeNote = { code: 'ROW_NUMBERS_KEPT', params: {}, page: table.page };
  return { table: made, notes: !isCounted && typed && headRows > 0 ? [kept] : [] };
}

/** Rows of the head: those that Word repeats, else the first where it is bold. */
function headOf(rows: readonly TableRow[]): number {
  const repeated = rows.findIndex(({ isHeader }) => !isHeader);
  if (repeated > 0) return repeated;
  const [first] = rows;
  if (!first || rows.length < 2) return 0;
  const lines = linesIn(first.cells.flatMap(({ blocks }) => blocks)).filter(({ text }) => text !== '');
  if (lines.length === 0 || !(lines.every(isBold) || NUMBER_TITLE.test(lines[0]?.text ?? ''))) return 0;
  const deep = first.cells.some(({ merge, colSpan }) => merge === 'start' || (colSpan > 1 && first.cells.length > 1));
  if (!deep) return 1;
  const end = rows.slice(1).findIndex(({ cells }) => !cells.some(({ merge }) => merge === 'continue'));
  return end < 0 ? 1 : end + 1;
}

const columnId = (index: number) => `cot-${index + 1}`;

function plainColumns(table: ReadTable, count: number): Column[] {
  return Array.from({ length: count }, (_, i) => ({
    title: `Cột ${i + 1}`,
    id: columnId(i),
    ...widthOf(table, i),
    ...alignOf(table.rows, i, false),
  }));
}

function columnTree(
  rows: readonly TableRow[],
  from: number,
  to: number,
  depth: number,
  table: ReadTable,
  body: readonly TableRow[],
  isCounted: Counted,
): Column[] {
  const columns: Column[] = [];
  for (let at = from; at < to; ) {
    const cell = rows[depth]?.cells.find(({ column }) => column === at);
    const span = Math.max(1, Math.min(cell?.colSpan ?? 1, to - at));
    const title = cell ? cellText(cell, true).replaceAll('\n', ' ').trim() : '';
    const isLeaf = span === 1 || depth + 1 >= rows.length;
    if (!isLeaf)
      columns.push({
        title: title || `Cột ${at + 1}`,
        columns: columnTree(rows, at, at + span, depth + 1, table, body, isCounted),
      });
    else
      for (let i = at; i < at + span; i++) {
        const numbering = i === 0 && isCounted ? { numbering: true as const } : {};
        columns.push({
          title: title || `Cột ${i + 1}`,
          id: columnId(i),
          ...widthOf(table, i),
          ...alignOf(body, i, Boolean(numbering.numbering)),
          ...numbering,
        });
      }
    at += span;
  }
  return columns;
}

function widthOf({ gridTwips }: ReadTable, index: number): Pick<Column, 'width'> {
  const width = (gridTwips[index] ?? 0) / TWIPS_PER_SHARE;
  return width > 0 && width <= 1000 ? { width } : {};
}

function alignOf(rows: readonly TableRow[], index: number, isNumbering: boolean): Pick<Column, 'align'> {
  const counts = new Map<NonNullable<Column['align']>, number>();
  for (const { cells } of rows) {
    const cell = cells.find(({ column, colSpan }) => column === index && colSpan === 1);
    const align = cell?.blocks.find((block) => block.kind === 'paragraph')?.format.props.align;
    if (!align) continue;
    const own = align === 'both' ? 'justify' : align;
    // An empty cell says little of how its column is set, and something where all are empty.
    counts.set(own, (counts.get(own) ?? 0) + (textOf(cell).trim() === '' ? EMPTY_WEIGHT : 1));
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? ['left' as const];
  const usual = isNumbering ? 'center' : 'left';
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

/** How the first column counts the rows: from 1 through all groups, anew in each, or not at all. */
type Counted = 'through' | 'restart' | false;

function countedRows(titles: readonly TableRow[], body: readonly TableRow[], count: number): Counted {
  if (titles.length === 0 || body.length === 0) return false;
  if (!NUMBER_TITLE.test(cellTextOf(titles[0]?.cells[0]).trim())) return false;
  return (['through', 'restart'] as const).find((way) => fits(body, count, way)) ?? false;
}

function fits(body: readonly TableRow[], count: number, way: 'through' | 'restart'): boolean {
  let number = 0;
  let groups = 0;
  return body.every((row) => {
    const sign = cellTextOf(row.cells[0]).trim().replace(/\.$/, '');
    if (isGroup(row, count)) {
      groups += 1;
      if (way === 'restart') number = 0;
      return sign === toRoman(groups);
    }
    number += 1;
    return Number(sign) === number && /^\d+$/.test(sign) && row.cells[0]?.merge === 'none';
  });
}

/** A row that has a number and one name over all the rest. */
function isGroup({ cells }: TableRow, count: number): boolean {
  const [first, second] = cells;
  return cells.length === 2 && count > 2 && first?.colSpan === 1 && (second?.colSpan ?? 0) === count - 1;
}

function rowsOf(body: readonly TableRow[], count: number, isCounted: Counted): Row[] {
  return body.map((row, i): Row => {
    if (isCounted && isGroup(row, count)) return { group: cellText(row.cells[1], true) || '…' };
    const cells: Record<string, Cell> = {};
    for (const cell of row.cells) {
      if ((isCounted && cell.column === 0) || cell.merge === 'continue') continue;
      const rowSpan = cell.merge === 'start' ? spanDown(body, i, cell) : 1;
      const text = cellText(cell, false);
      const spans = { ...(rowSpan > 1 ? { rowSpan } : {}), ...(cell.colSpan > 1 ? { colSpan: cell.colSpan } : {}) };
      cells[columnId(cell.column)] = Object.keys(spans).length > 0 ? { text, ...spans } : text;
    }
    for (let at = isCounted ? 1 : 0; at < count; at++) {
      if (!row.cells.some(({ column, colSpan }) => column <= at && at < column + colSpan)) cells[columnId(at)] = '';
    }
    return { cells };
  });
}

function spanDown(rows: readonly TableRow[], from: number, { column }: TableCell): number {
  const below = rows.slice(from + 1);
  const end = below.findIndex(({ cells }) => cells.find((cell) => cell.column === column)?.merge !== 'continue');
  return 1 + (end < 0 ? below.length : end);
}

/** A cell's paragraphs, a line end between them; in a head bold says nothing. */
function cellText(cell: TableCell | undefined, isHead: boolean): string {
  const lines = cell ? linesIn(cell.blocks) : [];
  const texts = lines.map((line) => lineText(line, isHead));
  return texts.join('\n').replace(/^\n+|\n+$/g, '');
}

function lineText({ runs, paragraph }: Line, isHead: boolean): string {
  const text = markedText(runs, isHead ? { bold: true, italic: false } : UPRIGHT);
  return paragraph.list ? `${paragraph.list.text} ${text}` : text;
}

function textOf(cell: TableCell | undefined): string {
  return cellTextOf(cell);
}

function cellTextOf(cell: TableCell | undefined): string {
  return cell
    ? linesIn(cell.blocks)
        .map(({ text }) => text)
        .join(' ')
    : '';
}
