import { ANCHOR_TARGET, CUT_TARGET } from './anchored-slots.ts';
import { drawParagraph } from './draw-paragraph.ts';
import { px, twipsToPx } from './units.ts';
import { childOf, childrenOf, switchOf, valOf } from './xml.ts';

/** A cell as it stands in a row, with the column that it begins in. */
interface PlacedCell {
  readonly element: Element;
  readonly column: number;
  readonly span: number;
  readonly merge: 'none' | 'start' | 'continue';
}

/** Draws a table with fixed widths; rows that repeat as a head stand in `thead`. */
export function drawTable(table: Element): HTMLElement {
  const drawn = document.createElement('table');
  const properties = childOf(table, 'w:tblPr');
  const widths = childrenOf(childOf(table, 'w:tblGrid'), 'w:gridCol').map((column) =>
    twipsToPx(column.getAttribute('w:w')),
  );
  drawn.style.width = px(widths.reduce((sum, width) => sum + width, 0));
  frame(drawn, properties);
  drawn.append(columns(widths));
  const rows = childrenOf(table, 'w:tr');
  const placed = rows.map(placedCells);
  const head = document.createElement('thead');
  const body = document.createElement('tbody');
  for (const [index, row] of rows.entries()) {
    const isHead = childOf(childOf(row, 'w:trPr'), 'w:tblHeader') !== undefined;
    (isHead ? head : body).append(drawRow(row, index, placed));
  }
  const cut = [...table.childNodes].find((node) => node.nodeName === CUT_TARGET);
  if (cut) body.append(cutRow(cut, widths.length));
  if (head.firstChild) drawn.append(head);
  drawn.append(body);
  return drawn;
}

function frame(drawn: HTMLElement, properties: Element | undefined): void {
  const borders = childOf(properties, 'w:tblBorders');
  if (borders) {
    drawn.classList.add(childOf(borders, 'w:insideH') ? 'ruled' : 'boxed');
    const color = childOf(borders, 'w:top')?.getAttribute('w:color');
    if (color) drawn.style.setProperty('--rule', `#${color}`);
    const eighths = childOf(borders, 'w:top')?.getAttribute('w:sz');
    if (eighths) drawn.style.setProperty('--rule-width', `${Number(eighths) / 8}pt`);
  }
  const indent = childOf(properties, 'w:tblInd')?.getAttribute('w:w');
  if (indent) drawn.style.marginLeft = px(twipsToPx(indent));
  const margins = childOf(properties, 'w:tblCellMar');
  for (const side of ['top', 'right', 'left'] as const) {
    const width = childOf(margins, `w:${side}`)?.getAttribute('w:w');
    drawn.style.setProperty(`--cell-${side}`, px(twipsToPx(width)));
  }
}

function columns(widths: readonly number[]): HTMLElement {
  const group = document.createElement('colgroup');
  for (const width of widths) {
    const column = document.createElement('col');
    column.style.width = px(width);
    group.append(column);
  }
  return group;
}

function placedCells(row: Element): PlacedCell[] {
  let column = 0;
  return childrenOf(row, 'w:tc').map((element) => {
    const properties = childOf(element, 'w:tcPr');
    const span = Number(valOf(childOf(properties, 'w:gridSpan')) ?? 1);
    const merge = childOf(properties, 'w:vMerge');
    const cell: PlacedCell = {
      element,
      column,
      span,
      merge: !merge ? 'none' : valOf(merge) === 'restart' ? 'start' : 'continue',
    };
    column += span;
    return cell;
  });
}

function drawRow(row: Element, index: number, placed: ReadonlyArray<readonly PlacedCell[]>): HTMLElement {
  const drawn = document.createElement('tr');
  const properties = childOf(row, 'w:trPr');
  if (switchOf(childOf(properties, 'w:cantSplit'))) drawn.classList.add('whole');
  const height = childOf(properties, 'w:trHeight');
  if (height) drawn.style.height = px(twipsToPx(valOf(height)));
  const before = row.previousSibling;
  if (before?.nodeName === ANCHOR_TARGET) drawn.dataset.part = before.nodeValue ?? '';
  for (const cell of placed[index] ?? []) {
    if (cell.merge !== 'continue') drawn.append(drawCell(cell, rowsCovered(cell, index, placed)));
  }
  if (drawn.querySelector('p.keep-next')) drawn.classList.add('keep-next');
  return drawn;
}

function rowsCovered(cell: PlacedCell, index: number, placed: ReadonlyArray<readonly PlacedCell[]>): number {
  if (cell.merge === 'none') return 1;
  let end = index + 1;
  while (placed[end]?.some(({ column, merge }) => column === cell.column && merge === 'continue')) end += 1;
  return end - index;
}

function drawCell({ element, span }: PlacedCell, rowSpan: number): HTMLElement {
  const drawn = document.createElement('td');
  if (span > 1) drawn.colSpan = span;
  if (rowSpan > 1) drawn.rowSpan = rowSpan;
  if (valOf(childOf(childOf(element, 'w:tcPr'), 'w:vAlign')) === 'center') drawn.className = 'middle';
  for (const child of element.children) {
    if (child.nodeName === 'w:p') drawn.append(drawParagraph(child));
    else if (child.nodeName === 'w:tbl') drawn.append(drawTable(child));
  }
  return drawn;
}

function cutRow(cut: Node, columnCount: number): HTMLElement {
  const row = document.createElement('tr');
  const cell = row.insertCell();
  cell.colSpan = columnCount;
  cell.className = 'left-out';
  const count = Number(cut.nodeValue).toLocaleString('vi');
  cell.textContent = `… còn ${count} dòng nữa: bản xem trước không vẽ hết, tệp .docx và bản PDF có đủ.`;
  return row;
}
