import type { Command } from 'prosemirror-state';
import { selectedLines } from '../model/container.ts';
import { lineAttrs, titleOf } from '../model/line.ts';
import { schema } from '../model/schema.ts';

/** Makes the line a title on a line of its own, or text again, where its level may have either. */
export const toggleTitle: Command = (state, dispatch) => {
  const selected = selectedLines(state);
  const line = selected?.lines[selected.from];
  if (!line || titleOf(lineAttrs(line.node).level) !== 'optional' || lineAttrs(line.node).cont) return false;
  const isTitle = line.node.type === schema.nodes.head;
  const tr = state.tr;
  if (!isTitle) {
    let hasReference = false;
    line.node.forEach((child) => {
      if (child.type === schema.nodes.ref) hasReference = true;
    });
    if (hasReference) return false;
    tr.removeMark(line.pos + 1, line.pos + line.node.nodeSize - 1);
  }
  tr.setNodeMarkup(line.pos, isTitle ? schema.nodes.para : schema.nodes.head, {
    ...lineAttrs(line.node),
    source: null,
  });
  dispatch?.(tr);
  return true;
};
