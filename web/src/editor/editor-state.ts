import { history } from 'prosemirror-history';
import { EditorState, TextSelection } from 'prosemirror-state';
import { readDocument } from './model/document.ts';
import type { Deadlines } from './open-draft.ts';
import { pasting } from './paste/clipboard.ts';
import { findings } from './plugins/findings.ts';
import { keys } from './plugins/keys.ts';
import { levelRules } from './plugins/level-rules.ts';
import { numbering } from './plugins/numbering.ts';
import { typeOver } from './plugins/type-over.ts';

/**
 * Makes the state of an editor from a document's data.
 *
 * @throws ZodError when the data is no document
 */
export function editorState(data: unknown, onSave?: () => void, deadlines: Deadlines = {}): EditorState {
  return EditorState.create({
    doc: readDocument(data, deadlines),
    plugins: [typeOver(), levelRules(), history(), ...keys(() => onSave?.()), numbering(), findings(), pasting()],
  });
}

/** A state with the cursor in the last line. */
export function bodyEnd(state: EditorState): EditorState {
  return state.apply(state.tr.setSelection(TextSelection.atEnd(state.doc)));
}
