import { type EditorState, TextSelection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { editorState } from './editor-state.ts';
import { gridView } from './grid/grid-view.ts';
import { type DocumentData, writeDocument } from './model/document.ts';
import { numberedLines } from './plugins/numbering.ts';

/** Events of an editor. */
export interface EditorEvents {
  /** The data changed. */
  readonly onChange?: (data: DocumentData) => void;
  readonly onSave?: () => void;
  /** The cursor moved to a part, named by its path in the data. */
  readonly onPart?: (anchor: string) => void;
}

/** An editor of one document's data. */
export interface Editor {
  readonly view: EditorView;
  readonly data: () => DocumentData;
  /** Puts the cursor at the line of a part. */
  readonly reveal: (pointer: ReadonlyArray<string | number>) => boolean;
  /** Puts the cursor at a position of the editor's document. */
  readonly caret: (pos: number) => void;
  /** Changes fields of head and foot; undone with the text, which is left as it is. */
  readonly setFields: (fields: DocumentData) => void;
  readonly destroy: () => void;
}

/**
 * Makes an editor in an element.
 *
 * @throws ZodError when the data is no document
 */
export function createEditor(host: HTMLElement, data: unknown, events: EditorEvents = {}): Editor {
  let part = '';
  const view: EditorView = new EditorView(host, {
    state: editorState(data, events.onSave),
    nodeViews: { grid: gridView },
    attributes: {
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': 'Nội dung văn bản',
      lang: 'vi',
      class: 'text-editor',
    },
    dispatchTransaction: (tr) => {
      view.updateState(view.state.apply(tr));
      if (tr.docChanged) events.onChange?.(writeDocument(view.state.doc));
      const anchor = anchorAt(view.state);
      if (anchor !== null && anchor !== part) events.onPart?.(anchor);
      part = anchor ?? part;
    },
  });
  return {
    view,
    data: () => writeDocument(view.state.doc),
    reveal: (pointer) => reveal(view, pointer),
    caret: (pos) => view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(pos)))),
    setFields: ({ opening: _o, body: _b, closing: _c, appendices: _a, ...fields }) =>
      view.dispatch(view.state.tr.setDocAttribute('fields', fields)),
    destroy: () => view.destroy(),
  };
}

/** Path of the part that the cursor is in. */
function anchorAt(state: EditorState): string | null {
  const { from } = state.selection;
  return numberedLines(state).findLast(({ pos }) => pos < from)?.anchor ?? null;
}

function reveal(view: EditorView, pointer: ReadonlyArray<string | number>): boolean {
  const path = pointer.join('/');
  const line = numberedLines(view.state).findLast(({ anchor }) => path === anchor || path.startsWith(`${anchor}/`));
  if (!line) return false;
  view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(line.pos + 1))).scrollIntoView());
  view.focus();
  return true;
}
