import type { Table } from '#document/schemas/table.schema.ts';
import { cellText } from './cells.ts';
import { drawHead } from './grid-head.ts';
import { rowDrawer } from './grid-rows.ts';
import { firstWith } from './merges.ts';

/** From this number of rows on, only those in sight are drawn. */
export const WINDOWED_ROWS = 150;
/** Height of a row of a windowed table, in pixels, and rows that are drawn beyond what is in sight. */
const ROW_PX = 34;
const BEYOND = 10;
/** Height of the frame before it has been laid out. */
const FRAME_PX = 480;

/** A cell by its place; a group's name has no column. */
export interface Cursor {
  readonly row: number;
  readonly column: string | null;
}

/** The rows of a table on the screen. */
export interface GridDrawing {
  readonly dom: HTMLElement;
  readonly draw: (table: Table) => void;
  /** Writes the cells anew that differ, but for one that is being typed in. */
  readonly refresh: (before: Table, table: Table) => void;
  /** The drawn cell of a place, brought into sight first. */
  readonly cellAt: (table: Table, cursor: Cursor) => HTMLElement | null;
  /** Marks a cell and brings it into sight; null marks none. */
  readonly mark: (table: Table, cursor: Cursor | null) => void;
  /** Draws the rows that have come into sight; the cursor's cell keeps the cursor. */
  readonly scrolled: (table: Table, cursor: Cursor) => void;
}

/** The place of a drawn cell; null outside of the rows. */
export function placeOf(cell: HTMLElement): Cursor | null {
  const row = cell.closest<HTMLElement>('tr')?.dataset['row'];
  return row === undefined ? null : { row: Number(row), column: cell.dataset['column'] ?? null };
}

/** Makes the drawing of a table; `rename` is told of a column's new title. */
export function createDrawing(rename: (id: string, title: string) => void): GridDrawing {
  const dom = document.createElement('div');
  dom.className = 'grid-rows';
  // Whoever has no mouse scrolls a wide table by keys.
  dom.tabIndex = 0;
  dom.setAttribute('role', 'group');
  dom.setAttribute('aria-label', 'Các dòng của bảng');
  const drawn = document.createElement('table');
  dom.append(drawn);

  let shown = { from: 0, to: 0 };

  const draw = (table: Table) => {
    const windowed = table.rows.length > WINDOWED_ROWS;
    const { from, to } = windowed ? inSight(table) : { from: 0, to: table.rows.length };
    shown = { from, to };
    const body = document.createElement('tbody');
    if (windowed) body.append(spacer(from * ROW_PX));
    const drawRow = rowDrawer(table, from, to);
    for (let index = from; index < to; index += 1) body.append(drawRow(index));
    if (windowed) body.append(spacer((table.rows.length - to) * ROW_PX));
    drawn.setAttribute('aria-rowcount', String(table.rows.length));
    dom.classList.toggle('windowed', windowed);
    drawn.replaceChildren(drawHead(table, rename), body);
  };
  const inSight = (table: Table) => {
    const first = Math.max(0, Math.floor(dom.scrollTop / ROW_PX) - BEYOND);
    const count = Math.ceil((dom.clientHeight || FRAME_PX) / ROW_PX) + 2 * BEYOND;
    const to = Math.min(table.rows.length, first + count);
    return { from: firstWith(table, Math.min(first, Math.max(0, to - 1))), to };
  };
  const cellAt = (table: Table, { row, column }: Cursor) => {
    if (table.rows.length > WINDOWED_ROWS) {
      const top = row * ROW_PX;
      if (top < dom.scrollTop || top > dom.scrollTop + dom.clientHeight - 2 * ROW_PX) {
        dom.scrollTop = Math.max(0, top - dom.clientHeight / 2);
        draw(table);
      }
    }
    const line = drawn.querySelector(`tr[data-row="${row}"]`);
    const own = column === null ? null : line?.querySelector<HTMLElement>(`td[data-column="${CSS.escape(column)}"]`);
    return own ?? line?.querySelector<HTMLElement>('td') ?? null;
  };
  return {
    dom,
    draw,
    cellAt,
    refresh(before, table) {
      for (const cell of drawn.querySelectorAll<HTMLElement>('tbody td')) {
        const place = placeOf(cell);
        const row = place && table.rows[place.row];
        if (!place || !row || row === before.rows[place.row] || cell.dataset['typed']) continue;
        const text = place.column === null ? (row.group ?? '') : (cellText(row, place.column) ?? '');
        if (cell.textContent !== text) cell.textContent = text;
      }
    },
    mark(table, cursor) {
      for (const cell of drawn.querySelectorAll('.found')) cell.classList.remove('found');
      const cell = cursor && cellAt(table, cursor);
      cell?.classList.add('found');
      cell?.scrollIntoView({ block: 'center' });
    },
    scrolled(table, { row, column }) {
      const isTypedIn = drawn.querySelector('[data-typed]') !== null;
      if (table.rows.length <= WINDOWED_ROWS || isTypedIn) return;
      const { from, to } = inSight(table);
      if (from === shown.from && to === shown.to) return;
      const hadCursor = drawn.contains(document.activeElement);
      draw(table);
      if (!hadCursor) return;
      const isDrawn = from <= row && row < to;
      const cell = isDrawn ? cellAt(table, { row, column }) : dom;
      cell?.focus({ preventScroll: true });
    },
  };
}

function spacer(height: number): HTMLElement {
  const row = document.createElement('tr');
  row.className = 'spacer';
  row.setAttribute('aria-hidden', 'true');
  row.style.height = `${height}px`;
  return row;
}
