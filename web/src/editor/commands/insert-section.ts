import type { Command } from 'prosemirror-state';
import { TextSelection } from 'prosemirror-state';
import { FRESH } from '../model/line.ts';
import { schema } from '../model/schema.ts';

/** Puts an empty appendix at the end. */
export const insertAppendix: Command = (state, dispatch) => {
  const appendix = schema.node('appendix', { data: {} }, [schema.node('caption'), schema.node('para', FRESH)]);
  const at = state.doc.content.size;
  const tr = state.tr.insert(at, appendix);
  dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(at + 2))).scrollIntoView());
  return true;
};

/** Takes away the appendix that the cursor is in. */
export const removeAppendix: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if ($from.depth === 0 || $from.node(1).type !== schema.nodes.appendix) return false;
  dispatch?.(state.tr.delete($from.before(1), $from.after(1)).scrollIntoView());
  return true;
};

/** Puts a closing sentence below the body, where there is none. */
export const insertClosing: Command = (state, dispatch) => {
  let at = 0;
  let hasOne = false;
  state.doc.forEach((node, offset) => {
    if (node.type === schema.nodes.body) at = offset + node.nodeSize;
    hasOne ||= node.type === schema.nodes.closing;
  });
  if (hasOne) return false;
  const tr = state.tr.insert(at, schema.node('closing'));
  dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1))).scrollIntoView());
  return true;
};
