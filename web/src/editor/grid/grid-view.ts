import { redo, undo } from 'prosemirror-history';
import type { Node } from 'prosemirror-model';
import { NodeSelection, TextSelection } from 'prosemirror-state';
import type { EditorView, NodeView } from 'prosemirror-view';
import type { Pointer } from '#document/checking/findings.ts';
import type { Table } from '#document/schemas/table.schema.ts';
import { tableOf } from '../model/line.ts';
import { type ReadSheet, sheetOf } from '../paste/sheet/sheet-sources.ts';
import { typedColumns } from './cells.ts';
import { setColumnTitle } from './column-edits.ts';
import { createGridActs } from './grid-acts.ts';
import { type Cursor, createDrawing, placeOf } from './grid-drawing.ts';
import { registerGrid } from './grid-handles.ts';
import { pressInGrid } from './grid-keys.ts';
import { gridTools } from './grid-tools.ts';

/** A cell is handed on when typing pauses so long, so that one undo takes back what was typed in one go. */
const PAUSE_MS = 400;

/** Makes the view of tables as grids that are typed in; their changes are steps of the editor's one history. */
export function gridViews(readSheet: ReadSheet | null) {
  return (node: Node, view: EditorView, getPos: () => number | undefined): NodeView =>
    gridView(node, { view, getPos, readSheet });
}

interface Place {
  readonly view: EditorView;
  readonly getPos: () => number | undefined;
  readonly readSheet: ReadSheet | null;
}

function gridView(node: Node, { view, getPos, readSheet }: Place): NodeView {
  let table = tableOf(node);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let cursor: Cursor = { row: 0, column: typedColumns(table)[0]?.id ?? null };
  const dom = document.createElement('div');
  dom.className = 'grid';
  dom.contentEditable = 'false';
  const change = (next: Table) => {
    const pos = getPos();
    if (next !== table && pos !== undefined) view.dispatch(view.state.tr.setNodeAttribute(pos, 'table', next));
  };
  const drawing = createDrawing((id, title) => change(setColumnTitle(table, id, title)));
  const acts = createGridActs({ drawing, table: () => table, cursor: () => cursor, change });
  const file = fileField((chosen) => {
    void readSheet?.(chosen).then((sheet) => sheet && acts.paste(sheet, cursor));
  });
  const tools = gridTools(table, {
    edit: (act) => acts.edit(act),
    move: acts.move,
    takeFile: readSheet && (() => file.click()),
    back: () => acts.focus(cursor),
  });
  dom.append(drawing.dom, tools, file);
  drawing.draw(table);

  const leave = () => {
    acts.flush();
    const pos = getPos();
    if (pos === undefined) return;
    const after = view.state.doc.resolve(Math.min(pos + 1, view.state.doc.content.size));
    const selection = after.nodeAfter ? TextSelection.near(after) : NodeSelection.create(view.state.doc, pos);
    view.dispatch(view.state.tr.setSelection(selection));
    view.focus();
  };
  const keys = {
    acts,
    table: () => table,
    cursor: () => cursor,
    leave,
    toTools: () => tools.querySelector('button')?.focus(),
    undo: () => {
      acts.flush();
      undo(view.state, view.dispatch);
    },
    redo: () => redo(view.state, view.dispatch),
  };
  dom.addEventListener('focusin', ({ target }) => {
    const place = target instanceof HTMLElement ? placeOf(target) : null;
    if (place) cursor = place;
  });
  dom.addEventListener('focusout', acts.flush);
  dom.addEventListener('input', ({ target }) => {
    const cell = cellAround(target);
    if (!cell) return;
    cell.dataset['typed'] = '1';
    clearTimeout(timer);
    timer = setTimeout(acts.flush, PAUSE_MS);
  });
  dom.addEventListener('keydown', (event) => {
    const cell = cellAround(event.target);
    if (cell && !event.isComposing && pressInGrid(event, cell, keys)) event.preventDefault();
  });
  dom.addEventListener('paste', (event) => {
    const cell = cellAround(event.target);
    const place = cell && placeOf(cell);
    const sheet = sheetOf(event.clipboardData);
    if (!place || place.column === null || sheet.length * (sheet[0]?.length ?? 0) < 2) return;
    event.preventDefault();
    acts.paste(sheet, place);
  });
  drawing.dom.addEventListener('scroll', () => drawing.scrolled(table, cursor));
  registerGrid(dom, {
    enter: () => acts.focus({ row: 0, column: typedColumns(table)[0]?.id ?? null }),
    reveal: (pointer) => {
      const at = cellIn(pointer);
      if (at) acts.focus(at);
      return at !== null;
    },
    mark: (at) => drawing.mark(table, at),
  });
  return {
    dom,
    update(next) {
      if (next.type !== node.type) return false;
      const before = table;
      table = tableOf(next);
      if (table !== before) redrawn(before);
      return true;
    },
    selectNode: () => dom.classList.add('chosen'),
    deselectNode: () => dom.classList.remove('chosen'),
    stopEvent: () => true,
    ignoreMutation: () => true,
    destroy: acts.flush,
  };

  /** Draws what changed and leaves the cell alone that is being typed in. */
  function redrawn(before: Table): void {
    const hasFocus = drawing.dom.contains(document.activeElement);
    const isSameShape = before.columns === table.columns && before.rows.length === table.rows.length;
    if (hasFocus && isSameShape) drawing.refresh(before, table);
    else drawing.draw(table);
    if (hasFocus && !isSameShape) acts.focus({ ...cursor, row: Math.min(cursor.row, table.rows.length - 1) });
  }
}

function cellAround(target: EventTarget | null): HTMLElement | null {
  return target instanceof HTMLElement ? target.closest<HTMLElement>('td') : null;
}

/** The cell that a path of the data names: `…/table/rows/2/cells/c3`. */
function cellIn(pointer: Pointer): Cursor | null {
  const at = pointer.indexOf('rows');
  const [row, , column] = at < 0 ? [] : pointer.slice(at + 1);
  return typeof row === 'number' ? { row, column: typeof column === 'string' ? column : null } : null;
}

function fileField(take: (file: File) => void): HTMLInputElement {
  const field = document.createElement('input');
  field.type = 'file';
  field.accept = '.xlsx';
  field.hidden = true;
  field.addEventListener('change', () => {
    const [file] = field.files ?? [];
    if (file) take(file);
    field.value = '';
  });
  return field;
}
