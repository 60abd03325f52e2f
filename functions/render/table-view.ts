import { mmToTwips } from '#document/page-size.ts';
import { type Column, leafColumns, type Row, type Table } from '#document/schemas/table.schema.ts';
import { type ColumnLayout, splitNumber } from '#document/tables/column-layout.ts';
import { createRowNumberer } from '#document/tables/row-numbers.ts';
import { createRowPlacer, type PlacedCell } from '#document/tables/row-placer.ts';
import { parseRuns, type Run } from '#document/text/runs.ts';
import { textWidthPt } from '#document/text/text-width.ts';
import { cellTags } from './markup.ts';
import { type StyleId, sized } from './optional-styles.ts';
import type { CellFrame, CellLook, CellView, RowView } from './view.ts';

const ALIGNED = {
  left: 'BangO',
  center: 'BangOGiua',
  right: 'BangOPhai',
  justify: 'BangODeu',
  decimal: 'BangOPhai',
} as const satisfies Readonly<Record<NonNullable<Column['align']>, StyleId>>;
/** Average width of a character of 13 points, and the height of its line, in twips: enough to see that a row fills a page. */
const CHARACTER_TWIPS = 125;
const LINE_TWIPS = 310;
/** From this height on a row may break: two thirds of a page on its side. */
const TALL_ROW_TWIPS = mmToTwips(110);
const TWIPS_PER_PT = 20;

/** The rows that repeat on every page: the headings from their tree, and the numbers of the columns. */
export function headerRows({ columns, columnNumbers, borders }: Omit<Table, 'rows'>, layout: ColumnLayout): RowView[] {
  if (borders === 'none') return [];
  const depth = depthOf(columns);
  const rows = Array.from({ length: depth }, (_, level) => ({
    mayBreak: false,
    cells: headerCells(columns, 0, level, depth, layout),
  }));
  return columnNumbers === undefined ? rows : [...rows, columnNumberRow(leafColumns(columns), columnNumbers, layout)];
}

function columnNumberRow(
  leaves: readonly Column[],
  numbers: NonNullable<Table['columnNumbers']>,
  layout: ColumnLayout,
): RowView {
  const cells = leaves.map(({ id = '' }, i): CellView => {
    const text = numbers === true ? `(${i + 1})` : (numbers[id] ?? '');
    return { frame: frameOf(layout, i, 1, 'none', sized('BangOGiua', layout.sizePt)), paragraphs: [parseRuns(text)] };
  });
  return { mayBreak: false, cells };
}

function headerCells(
  columns: readonly Column[],
  first: number,
  level: number,
  depth: number,
  layout: ColumnLayout,
): CellView[] {
  let at = first;
  return columns.flatMap((column) => {
    const from = at;
    const span = leafColumns([column]).length;
    at += span;
    if (level > 0 && column.columns) return headerCells(column.columns, from, level - 1, depth - 1, layout);
    const merge = column.columns || depth === 1 ? 'none' : level === 0 ? 'start' : 'continue';
    const shown = level === 0 ? [parseRuns(column.title)] : [[]];
    return [{ frame: frameOf(layout, from, span, merge, sized('BangTieuDe', layout.sizePt)), paragraphs: shown }];
  });
}

function depthOf(columns: readonly Column[]): number {
  return 1 + Math.max(0, ...columns.map((column) => (column.columns ? depthOf(column.columns) : 0)));
}

/**
 * Lays out the rows, handing each on before the next: a table of any length takes little memory. `keepLast` keeps the
 * last row on the page of what follows.
 */
export function layRows(table: Table, layout: ColumnLayout, keepLast: boolean, take: (row: RowView) => void): void {
  const layRow = rowLayer(table, layout);
  const { rows } = table;
  const last = rows.length - 1;
  for (const [i, row] of rows.entries()) {
    const laid = layRow(row, rows[i + 1]);
    take(keepLast && i === last ? kept(laid) : laid);
  }
}

function kept(row: RowView): RowView {
  return { ...row, cells: row.cells.map((cell) => ({ ...cell, frame: framed({ ...cell.frame, keepNext: true }) })) };
}

function rowLayer(table: Table, layout: ColumnLayout): (row: Row, next: Row | undefined) => RowView {
  const leaves = leafColumns(table.columns);
  const placer = createRowPlacer(table.columns);
  const numbered = createRowNumberer(table);
  const { sizePt } = layout;
  const styles = leaves.map((leaf) => sized(ALIGNED[leaf.align ?? (leaf.numbering ? 'center' : 'left')], sizePt));
  const single = styles.map((style, column) => frameOf(layout, column, 1, 'none', style));
  const centred = sized('BangOGiua', sizePt);
  const decimals = leaves.map((leaf, column) => (leaf.align === 'decimal' ? decimalFrames(layout, column) : null));

  function frame({ column, colSpan, merge, label, text }: PlacedCell): CellFrame {
    if (label) return frameOf(layout, column, colSpan, merge, centred);
    if (colSpan > 1 || merge !== 'none') return frameOf(layout, column, colSpan, merge, styles[column] ?? 'BangO');
    const byComma = decimals[column];
    if (byComma && text) return byComma(text);
    return single[column] ?? frameOf(layout, column, colSpan, merge, 'BangO');
  }

  function groupRow(row: Row, label: string | null): RowView {
    if (row.cells) {
      const cells = placer.placeGroup(row).cells.map((cell): CellView => {
        const isName = cell.text === row.group && cell.column <= 1;
        const inNumbers = cell.text === null;
        const style = sized(inNumbers ? 'BangTieuDe' : 'BangNhom', sizePt);
        const look = isName || inNumbers ? frameOf(layout, cell.column, cell.colSpan, 'none', style) : frame(cell);
        const unnumbered = leaves[0]?.numbering !== true;
        const text = inNumbers
          ? (label ?? '')
          : isName && unnumbered && label
            ? `${label}. ${cell.text}`
            : (cell.text ?? '');
        return { frame: look, paragraphs: bold(paragraphsOf(text)) };
      });
      return { mayBreak: false, cells };
    }
    placer.cut();
    return nameRow(leaves, layout, label, row.group ?? '');
  }

  return (row, next) => {
    const number = numbered(row);
    if (row.group !== undefined) return groupRow(row, number.label);
    const cells = placer.place(row).cells.map((placed): CellView => {
      const isNumber = leaves[placed.column]?.numbering === true && placed.text === null && !placed.label;
      const merge: CellLook['merge'] = row.continued ? 'continue' : next?.continued ? 'start' : 'none';
      const cell = isNumber && merge !== 'none' ? { ...placed, merge } : placed;
      const text = isNumber ? (number.label ?? '') : placed.text;
      const paragraphs = text === null || text === '' ? NO_TEXT : paragraphsOf(text);
      return { frame: frame(cell), paragraphs: number.bold ? bold(paragraphs) : paragraphs };
    });
    return { mayBreak: cells.some(isTall), cells };
  };
}

/** Frames of cells whose number keeps as far from the right as its part after the comma is shorter than the longest. */
function decimalFrames(layout: ColumnLayout, column: number): (text: string) => CellFrame {
  const frames = new Map<number, CellFrame>();
  const style = sized('BangOPhai', layout.sizePt);
  return (text) => {
    const [, fraction] = splitNumber(text.replaceAll('*', '').trim());
    const missingEms = Math.max(0, (layout.fractionEms[column] ?? 0) - textWidthPt(fraction, 'regular', 1));
    const rightTwips = Math.round(missingEms * layout.sizePt * TWIPS_PER_PT);
    const known = frames.get(rightTwips);
    if (known) return known;
    const made = framed({ ...frameOf(layout, column, 1, 'none', style), rightTwips });
    frames.set(rightTwips, made);
    return made;
  };
}

/** The one empty paragraph that a covered cell has. */
const NO_TEXT: ReadonlyArray<readonly Run[]> = [[]];

function paragraphsOf(text: string): ReadonlyArray<readonly Run[]> {
  return text.includes('\n') ? text.split('\n').map(parseRuns) : [parseRuns(text)];
}

function bold(paragraphs: ReadonlyArray<readonly Run[]>): ReadonlyArray<readonly Run[]> {
  return paragraphs.map((runs) => runs.map((run) => ({ ...run, bold: true })));
}

/** A group's row: its number in the column of numbers, its name over the rest; without such a column in one cell. */
function nameRow(leaves: readonly Column[], layout: ColumnLayout, label: string | null, name: string): RowView {
  const numbered = leaves[0]?.numbering === true && leaves.length > 1;
  const runs = parseRuns(!numbered && label !== null ? `${label}. ${name}` : name);
  const from = numbered ? 1 : 0;
  const style = sized('BangNhom', layout.sizePt);
  const rest = { frame: frameOf(layout, from, leaves.length - from, 'none', style), paragraphs: [runs] };
  if (!numbered) return { mayBreak: false, cells: [rest] };
  const first = frameOf(layout, 0, 1, 'none', sized('BangTieuDe', layout.sizePt));
  return { mayBreak: false, cells: [{ frame: first, paragraphs: [parseRuns(label ?? '')] }, rest] };
}

function frameOf(
  { widths }: ColumnLayout,
  from: number,
  span: number,
  merge: CellLook['merge'],
  style: StyleId,
): CellFrame {
  let widthTwips = 0;
  for (let column = from; column < from + span; column++) widthTwips += widths[column] ?? 0;
  return framed({ widthTwips, span, merge, style, keepNext: false, rightTwips: 0 });
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
