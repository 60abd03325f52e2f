import { redo, undo } from 'prosemirror-history';
import { Selection, TextSelection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { editorState } from './editor-state.ts';
import { gridAt } from './grid/grid-handles.ts';
import { gridViews } from './grid/grid-view.ts';
import { type DocumentData, readDocument, writeDocument } from './model/document.ts';
import type { ReadSheet } from './paste/sheet/sheet-sources.ts';
import { anchorAt, createPlaces } from './plugins/places.ts';

/** Events of an editor. */
export interface EditorEvents {
  /** The data changed. */
  readonly onChange?: (data: DocumentData) => void;
  readonly onSave?: () => void;
  /** The cursor moved to a part, named by its path in the data. */
  readonly onPart?: (anchor: string) => void;
  /** Reads an .xlsx that is put into a table; without it none can be. */
  readonly readSheet?: ReadSheet;
}

/** An editor of one document's data. */
export interface Editor {
  readonly view: EditorView;
  readonly data: () => DocumentData;
  /** Fields of head and foot alone; the same object until one changes. */
  readonly fields: () => DocumentData;
  /** Puts the cursor at the line of a part. */
  readonly reveal: (pointer: ReadonlyArray<string | number>) => boolean;
  /** Puts the cursor at a position of the editor's document. */
  readonly caret: (pos: number) => void;
  /** Changes fields of head and foot; undone with the text, which is left as it is. */
  readonly setFields: (fields: DocumentData) => void;
  /** Puts other data in place of all, in one step of the history. */
  readonly replace: (data: DocumentData) => void;
  readonly undo: () => void;
  readonly redo: () => void;
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
    nodeViews: { grid: gridViews(events.readSheet ?? null) },
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
  const burst = createBursts();
  return {
    view,
    data: () => writeDocument(view.state.doc),
    fields: () => view.state.doc.attrs.fields,
    reveal: (pointer) => reveal(view, pointer),
    caret: (pos) => view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(pos)))),
    setFields: ({ opening: _o, body: _b, closing: _c, appendices: _a, ...fields }) => {
      const tr = view.state.tr.setDocAttribute('fields', fields);
      // What the history has for letters of one composition it also does for letters of one field: they are undone at once.
      view.dispatch(tr.setMeta('composition', burst(view.state.doc.attrs.fields, fields, tr.time)));
    },
    replace: (data) => {
      const { content, attrs } = readDocument(data);
      const { tr, doc } = view.state;
      view.dispatch(tr.replaceWith(0, doc.content.size, content).setDocAttribute('fields', attrs.fields));
    },
    undo: () => undo(view.state, view.dispatch),
    redo: () => redo(view.state, view.dispatch),
    destroy: () => view.destroy(),
  };
}

/** Milliseconds of rest after which typing in a field is a step of its own. */
const BURST_MS = 500;

/** Names the runs of typing in fields: changes of the same fields without a rest have one name. */
function createBursts() {
  let last = { fields: '', atMs: 0, number: 0 };
  return (before: DocumentData, after: DocumentData, atMs: number): string => {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    const fields = names.filter((name) => before[name] !== after[name]).join(' ');
    const goesOn = fields === last.fields && atMs - last.atMs < BURST_MS;
    last = { fields, atMs, number: goesOn ? last.number : last.number + 1 };
    return `fields-${last.number}`;
  };
}

function reveal(view: EditorView, pointer: ReadonlyArray<string | number>): boolean {
  const pos = createPlaces(view.state)(pointer);
  if (pos === null) return false;
  if (gridAt(view, pos)?.reveal(pointer)) return true;
  view.dispatch(view.state.tr.setSelection(Selection.near(view.state.doc.resolve(pos + 1))).scrollIntoView());
  view.focus();
  return true;
}
