import { redo, undo } from 'prosemirror-history';
import type { Node } from 'prosemirror-model';
import { NodeSelection, TextSelection } from 'prosemirror-state';
import type { EditorView, NodeView } from 'prosemirror-view';
import { leafColumns, type Table } from '#document/schemas/table.schema.ts';
import { tableOf } from '../model/line.ts';
import { parseHtml } from '../paste/parse-html.ts';
import { readTabbed } from '../paste/sheet.ts';
import { coveredCells } from './covered.ts';
import { drawHead } from './grid-head.ts';
import { drawRow } from './grid-rows.ts';
import { gridTools } from './grid-tools.ts';
import * as edits from './table-edits.ts';

/** From this number of rows on, only those in sight are drawn. */
export const WINDOWED_ROWS = 150;
/** Height of a row of a windowed table, in pixels, and rows that are drawn beyond what is in sight. */
const ROW_PX = 34;
const BEYOND = 10;
/** A cell is handed on when typing pauses so long, so that one undo takes back what was typed in one go. */
const PAUSE_MS = 400;

/** The cell that has the cursor. */
interface Cursor {
  readonly row: number;
  readonly column: string | null;
}

/** Shows a table as a grid that is typed in; its changes are steps of the editor's one history. */
export function gridView(node: Node, view: EditorView, getPos: () => number | undefined): NodeView {
  let table = tableOf(node);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let cursor: Cursor = { row: 0, column: edits.typedColumns(table)[0]?.id ?? null };
  const dom = document.createElement('div');
  dom.className = 'grid';
  dom.contentEditable = 'false';
  const scroller = document.createElement('div');
  scroller.className = 'grid-rows';
  const drawn = document.createElement('table');
  scroller.append(drawn);

  const change = (next: Table) => {
    const pos = getPos();
    if (next === table || pos === undefined) return;
    view.dispatch(view.state.tr.setNodeAttribute(pos, 'table', next));
  };
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    const cell = drawn.querySelector<HTMLElement>('[data-typed]');
    const place = cell && placeOf(cell);
    if (!cell || !place) return;
    delete cell.dataset.typed;
    change(edits.setText(table, place.row, place.column, (cell.textContent ?? '').normalize('NFC')));
  };
  const draw = () => {
    const covered = table.rows.length > WINDOWED_ROWS ? new Set<string>() : coveredCells(table);
    const hasNumbers = leafColumns(table.columns)[0]?.numbering === true;
    const windowed = table.rows.length > WINDOWED_ROWS;
    const height = windowed ? scroller.clientHeight || 480 : 0;
    const from = windowed ? Math.max(0, Math.floor(scroller.scrollTop / ROW_PX) - BEYOND) : 0;
    const to = windowed
      ? Math.min(table.rows.length, from + Math.ceil(height / ROW_PX) + 2 * BEYOND)
      : table.rows.length;
    const body = document.createElement('tbody');
    if (windowed) body.append(spacer(from * ROW_PX));
    for (let index = from; index < to; index += 1) body.append(drawRow(table, index, covered, hasNumbers));
    if (windowed) body.append(spacer((table.rows.length - to) * ROW_PX));
    drawn.setAttribute('aria-rowcount', String(table.rows.length));
    scroller.classList.toggle('windowed', windowed);
    drawn.replaceChildren(
      drawHead(table, (id, title) => change(edits.setColumnTitle(table, id, title))),
      body,
    );
  };
  const focus = ({ row, column }: Cursor) => {
    if (table.rows.length > WINDOWED_ROWS) {
      const top = row * ROW_PX;
      if (top < scroller.scrollTop || top > scroller.scrollTop + scroller.clientHeight - 2 * ROW_PX) {
        scroller.scrollTop = Math.max(0, top - scroller.clientHeight / 2);
        draw();
      }
    }
    const line = drawn.querySelector(`tr[data-row="${row}"]`);
    const cell =
      line?.querySelector<HTMLElement>(column === null ? 'td' : `td[data-column="${column}"]`) ??
      line?.querySelector('td');
    cell?.focus();
  };
  const act = (edit: (table: Table, at: Cursor) => Table, at: Cursor = cursor) => {
    flush();
    change(edit(table, cursor));
    draw();
    focus(at);
  };
  dom.append(
    gridTools(table, act, () => cursor),
    scroller,
  );
  draw();

  const step = (cell: HTMLElement, rows: number, columns: number) => {
    const place = placeOf(cell);
    if (!place) return;
    flush();
    const ids = edits.typedColumns(table).map(({ id }) => id);
    let index = Math.max(0, ids.indexOf(place.column ?? '')) + columns;
    let row = place.row + rows;
    if (index < 0) [index, row] = [ids.length - 1, row - 1];
    if (index >= ids.length) [index, row] = [0, row + 1];
    if (row < 0) return;
    if (row >= table.rows.length) {
      if (columns === 0 && rows > 1) return;
      change(edits.insertRow(table, table.rows.length));
      draw();
    }
    focus({ row, column: ids[index] ?? null });
  };
  const leave = () => {
    flush();
    const pos = getPos();
    if (pos === undefined) return;
    const after = view.state.doc.resolve(Math.min(pos + 1, view.state.doc.content.size));
    view.dispatch(
      view.state.tr.setSelection(
        after.nodeAfter ? TextSelection.near(after) : NodeSelection.create(view.state.doc, pos),
      ),
    );
    view.focus();
  };
  dom.addEventListener('focusin', ({ target }) => {
    const place = target instanceof HTMLElement ? placeOf(target) : null;
    if (place) cursor = place;
  });
  dom.addEventListener('focusout', flush);
  dom.addEventListener('input', ({ target }) => {
    const cell = target instanceof HTMLElement ? target.closest<HTMLElement>('td') : null;
    if (!cell) return;
    cell.dataset.typed = '1';
    clearTimeout(timer);
    timer = setTimeout(flush, PAUSE_MS);
  });
  dom.addEventListener('keydown', (event) => {
    const cell = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('td') : null;
    if (!cell || event.isComposing) return;
    const mod = event.ctrlKey || event.metaKey;
    const acts: Readonly<Record<string, () => void>> = {
      Enter: () => step(cell, 1, 0),
      Tab: () => step(cell, 0, event.shiftKey ? -1 : 1),
      Escape: leave,
      'Alt+ArrowUp': () =>
        act((now, at) => edits.moveRow(now, at.row, -1), { ...cursor, row: Math.max(0, cursor.row - 1) }),
      'Alt+ArrowDown': () => act((now, at) => edits.moveRow(now, at.row, 1), { ...cursor, row: cursor.row + 1 }),
      'Mod+z': () => {
        flush();
        undo(view.state, view.dispatch);
      },
      'Mod+y': () => redo(view.state, view.dispatch),
    };
    const name = `${mod ? 'Mod+' : ''}${event.altKey ? 'Alt+' : ''}${event.key}`;
    const run = name === 'Enter' && event.shiftKey ? undefined : acts[name];
    if (!run) return;
    event.preventDefault();
    run();
  });
  dom.addEventListener('paste', (event) => {
    const cell = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('td') : null;
    const place = cell && placeOf(cell);
    const sheet = sheetOf(event.clipboardData);
    if (!place || place.column === null || sheet.length * (sheet[0]?.length ?? 0) < 2) return;
    event.preventDefault();
    const { column } = place;
    act((now) => edits.pasteSheet(now, place.row, column, sheet), place);
  });
  scroller.addEventListener('scroll', () => {
    if (table.rows.length <= WINDOWED_ROWS || drawn.querySelector('[data-typed]')) return;
    draw();
  });

  return {
    dom,
    update(next) {
      if (next.type !== node.type) return false;
      const before = table;
      table = tableOf(next);
      if (table !== before) refresh(before);
      return true;
    },
    selectNode: () => dom.classList.add('chosen'),
    deselectNode: () => dom.classList.remove('chosen'),
    stopEvent: () => true,
    ignoreMutation: () => true,
    destroy: flush,
  };

  /** Draws what changed and leaves the cell alone that is being typed in. */
  function refresh(before: Table): void {
    const typing =
      drawn.contains(document.activeElement) &&
      before.columns === table.columns &&
      before.rows.length === table.rows.length;
    if (!typing) {
      const focused = drawn.contains(document.activeElement);
      draw();
      if (focused) focus({ ...cursor, row: Math.min(cursor.row, table.rows.length - 1) });
      return;
    }
    for (const cell of drawn.querySelectorAll<HTMLElement>('tbody td')) {
      const place = placeOf(cell);
      const row = place && table.rows[place.row];
      if (!place || !row || row === before.rows[place.row] || cell.dataset.typed) continue;
      const text = place.column === null ? (row.group ?? '') : (edits.cellText(row, place.column) ?? '');
      if (cell.textContent !== text) cell.textContent = text;
    }
  }
}

function placeOf(cell: HTMLElement): Cursor | null {
  const row = cell.closest<HTMLElement>('tr')?.dataset.row;
  return row === undefined ? null : { row: Number(row), column: cell.dataset.column ?? null };
}

function spacer(height: number): HTMLElement {
  const row = document.createElement('tr');
  row.className = 'spacer';
  row.setAttribute('aria-hidden', 'true');
  row.style.height = `${height}px`;
  return row;
}

function sheetOf(data: DataTransfer | null) {
  const html = data?.getData('text/html') ?? '';
  if (!/<table/i.test(html)) return readTabbed(data?.getData('text/plain') ?? '');
  const unstyled = html.replace(/<style[\s\S]*?<\/style>/gi, '').replace(/\sstyle(?=\s*=)/gi, ' data-style');
  return [...parseHtml(unstyled).querySelectorAll('tr')].map((row) =>
    [...row.children].map((cell) => ({ text: (cell.textContent ?? '').trim(), rowSpan: 1, colSpan: 1, bold: false })),
  );
}
