import { redo, undo } from 'prosemirror-history';
import type { Node } from 'prosemirror-model';
import { Selection, TextSelection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { editorState } from './editor-state.ts';
import { gridAt } from './grid/grid-handles.ts';
import { gridViews } from './grid/grid-view.ts';
import { type DocumentData, readDocument, writeDocument } from './model/document.ts';
import type { Deadlines } from './open-draft.ts';
import type { ReadSheet } from './paste/sheet/sheet-sources.ts';
import { anchorAt, createPlaces } from './plugins/places.ts';

/** Events of an editor. */
export interface EditorEvents {
  /** The data changed. */
  readonly onChange?: (data: DocumentData) => void;
  /** Deadlines were chosen, or their choice was undone. */
  readonly onDeadlines?: (deadlines: Deadlines) => void;
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
  /** Chooses deadlines; undone with the text. */
  readonly setDeadlines: (deadlines: Deadlines) => void;
  /** Shows the deadlines that the server has, where it refused others; no step of the history. */
  readonly showDeadlines: (deadlines: Deadlines) => void;
  /** Puts other data in place of all, in one step of the history. */
  readonly replace: (data: DocumentData) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly destroy: () => void;
}

/**
 * Makes an editor in an element, of the data and deadlines of one document.
 *
 * @throws ZodError when the data is no document
 */
export function createEditor(
  host: HTMLElement,
  data: unknown,
  events: EditorEvents = {},
  deadlines: Deadlines = {},
): Editor {
  let part = '';
  const view: EditorView = new EditorView(host, {
    state: editorState(data, events.onSave, deadlines),
    nodeViews: { grid: gridViews(events.readSheet ?? null) },
    attributes: {
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': 'Nội dung văn bản',
      lang: 'vi',
      class: 'text-editor',
    },
    dispatchTransaction: (tr) => {
      const before = view.state.doc;
      view.updateState(view.state.apply(tr));
      tellChanges(before, view.state.doc, tr.getMeta(SHOWN) === true);
      const anchor = anchorAt(view.state);
      if (anchor !== null && anchor !== part) events.onPart?.(anchor);
      part = anchor ?? part;
    },
  });
  const burst = createBursts();
  /** Deadlines are the record's: the text is not saved anew for them. */
  function tellChanges(before: Node, after: Node, isShown: boolean) {
    if (before.content !== after.content || before.attrs.fields !== after.attrs.fields)
      events.onChange?.(writeDocument(after));
    if (before.attrs.deadlines !== after.attrs.deadlines && !isShown) events.onDeadlines?.(after.attrs.deadlines);
  }
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
    setDeadlines: (chosen) => {
      const tr = view.state.tr.setDocAttribute('deadlines', chosen);
      view.dispatch(tr.setMeta('composition', burst(view.state.doc.attrs.deadlines, { ...chosen }, tr.time)));
    },
    showDeadlines: (stood) =>
      view.dispatch(
        view.state.tr.setDocAttribute('deadlines', stood).setMeta('addToHistory', false).setMeta(SHOWN, true),
      ),
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

/** Mark of a change that only shows what the server has. */
const SHOWN = 'shown';

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
