import type { EditorView } from 'prosemirror-view';
import type { Pointer } from '#document/checking/findings.ts';

/** Acts of the editor on a table that is drawn as a grid. */
export interface GridHandle {
  /** Puts the cursor into the first cell. */
  readonly enter: () => void;
  /** Puts the cursor into the cell of a place of the data; false where it names none. */
  readonly reveal: (pointer: Pointer) => boolean;
  /** Brings a cell into sight and marks it; null marks none. */
  readonly mark: (cell: { readonly row: number; readonly column: string | null } | null) => void;
}

const handles = new WeakMap<Node, GridHandle>();

/** Makes a grid known by its element. */
export function registerGrid(dom: Node, handle: GridHandle): void {
  handles.set(dom, handle);
}

/** The grid at a position of the editor's document; null where another line stands. */
export function gridAt(view: EditorView, pos: number): GridHandle | null {
  const dom = view.nodeDOM(pos);
  return (dom && handles.get(dom)) ?? null;
}
