import { cellBorders, readBorders } from './borders.ts';
import type { Surroundings } from './paragraph.ts';
import { shadingOf } from './run-format.ts';
import type { StyleChain } from './styles.ts';
import type { Block, Borders, Cell, Row, Table } from './types.ts';
import { type Element, element, elements, flag, numberIn, value } from './xml.ts';

/** Reads the blocks inside a cell. */
export type BlockReader = (parent: Element, surroundings: Surroundings) => Block[];

/** Word moves a table to the left by its cell margin up to version 14 (Word 2010), and no more from 15 on. */
const LAST_MODE_WITH_SHIFT = 14;

const DEFAULT_CELL_MARGIN_TW = 108;

function marginsOf(margins: Element | undefined, otherwise: { readonly left: number; readonly right: number }) {
  const side = (names: readonly string[], fallback: number) =>
    names.map((name) => numberIn(value(margins, name, 'w:w'))).find((width) => width !== undefined) ?? fallback;
  return {
    left: side(['w:left', 'w:start'], otherwise.left),
    right: side(['w:right', 'w:end'], otherwise.right),
  };
}

function leftEdge(properties: Element | undefined, width: number, shift: number, { room }: Surroundings): number {
  const alignment = value(properties, 'w:jc') ?? 'left';
  if (alignment === 'center') return room.leftTw + (room.widthTw - width) / 2;
  if (alignment === 'right' || alignment === 'end') return room.leftTw + room.widthTw - width;
  return room.leftTw + Number(value(properties, 'w:tblInd', 'w:w') ?? 0) - shift;
}

/** Reads `w:tbl`; `mode` is the compatibility mode, which decides where the left edge lies. */
export function readTable(node: Element, around: Surroundings, mode: number, readBlocks: BlockReader): Table {
  const properties = element(node, 'w:tblPr');
  const style = around.styles.chain('table', value(properties, 'w:tblStyle'));
  const gridTw = elements(element(node, 'w:tblGrid'), 'w:gridCol').map((column) =>
    Number(column.attributes['w:w'] ?? 0),
  );
  const margins = [...style.tableProperties, properties].reduce(
    (known, layer) => marginsOf(element(layer, 'w:tblCellMar'), known),
    { left: DEFAULT_CELL_MARGIN_TW, right: DEFAULT_CELL_MARGIN_TW },
  );
  const borders: Borders = Object.assign({}, ...style.tableBorders, readBorders(element(properties, 'w:tblBorders')));
  const total = gridTw.reduce((sum, width) => sum + width, 0);
  const leftTw = leftEdge(properties, total, mode <= LAST_MODE_WITH_SHIFT ? margins.left : 0, around);
  const rows = elements(node, 'w:tr');
  const whole: WholeTable = { gridTw, leftTw, borders, margins, style, rows: rows.length, around, readBlocks };
  return {
    kind: 'table',
    gridTw,
    width: Number(value(properties, 'w:tblW', 'w:w') ?? 0),
    widthType: value(properties, 'w:tblW', 'w:type') ?? 'auto',
    layout: value(properties, 'w:tblLayout', 'w:type') ?? 'autofit',
    alignment: value(properties, 'w:jc') ?? 'left',
    room: { leftTw, widthTw: total },
    rows: rows.map((row, index) => readRow(row, index, whole)),
  };
}

interface WholeTable {
  readonly gridTw: readonly number[];
  readonly leftTw: number;
  readonly borders: Borders;
  readonly margins: { readonly left: number; readonly right: number };
  readonly style: StyleChain;
  readonly rows: number;
  readonly around: Surroundings;
  readonly readBlocks: BlockReader;
}

function readRow(node: Element, index: number, table: WholeTable): Row {
  const properties = element(node, 'w:trPr');
  if (element(properties, 'w:gridBefore') || element(node, 'w:tblPrEx'))
    throw new Error('rows that leave out columns or change the table are not known to this reader');
  const height = element(properties, 'w:trHeight')?.attributes;
  const cells: Cell[] = [];
  for (const cell of elements(node, 'w:tc')) {
    const column = cells.reduce((sum, { gridSpan }) => sum + gridSpan, 0);
    cells.push(readCell(cell, { row: index, column }, table));
  }
  return {
    header: flag(properties, 'w:tblHeader') ?? false,
    cantSplit: flag(properties, 'w:cantSplit') ?? false,
    heightTw: numberIn(height?.['w:val']) ?? null,
    heightRule: height ? (height['w:hRule'] ?? 'atLeast') : null,
    cells,
  };
}

function readCell(node: Element, at: { readonly row: number; readonly column: number }, table: WholeTable): Cell {
  const properties = element(node, 'w:tcPr');
  const gridSpan = Number(value(properties, 'w:gridSpan') ?? 1);
  const sum = (from: number, to: number) => table.gridTw.slice(from, to).reduce((all, width) => all + width, 0);
  const margins = marginsOf(element(properties, 'w:tcMar'), table.margins);
  const width = sum(at.column, at.column + gridSpan);
  const room = {
    leftTw: table.leftTw + sum(0, at.column) + margins.left,
    widthTw: width - margins.left - margins.right,
  };
  const merge = element(properties, 'w:vMerge');
  const edges = {
    first: at.column === 0,
    last: at.column + gridSpan >= table.gridTw.length,
    top: at.row === 0,
    bottom: at.row === table.rows - 1,
  };
  return {
    widthTw: numberIn(value(properties, 'w:tcW', 'w:w')) ?? width,
    gridSpan,
    column: at.column,
    vMerge: merge ? (merge.attributes['w:val'] === 'restart' ? 'restart' : 'continue') : null,
    vAlign: value(properties, 'w:vAlign') ?? 'top',
    borders: cellBorders(readBorders(element(properties, 'w:tcBorders')), table.borders, edges),
    shading: shadingOf(properties) ?? 'none',
    room,
    blocks: table.readBlocks(node, { styles: table.around.styles, table: table.style, room }),
  };
}
