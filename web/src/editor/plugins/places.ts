import type { EditorState } from 'prosemirror-state';
import type { Pointer } from '#document/checking/findings.ts';
import { schema } from '../model/schema.ts';
import { numberedLines } from './numbering.ts';

/** Finds the line that shows a field of the data: its position; null where the editor's document has none. */
export function createPlaces(state: EditorState): (pointer: Pointer) => number | null {
  const places = new Map(numberedLines(state).map(({ anchor, pos }) => [anchor, pos]));
  let appendix = 0;
  state.doc.forEach((node, offset) => {
    if (node.type === schema.nodes.opening) places.set('opening', offset);
    if (node.type === schema.nodes.closing) places.set('closing', offset);
    if (node.type !== schema.nodes.appendix) return;
    places.set(`appendices/${appendix}`, offset + 1);
    appendix += 1;
  });
  return (pointer) => {
    for (let length = pointer.length; length > 0; length -= 1) {
      const pos = places.get(pointer.slice(0, length).join('/'));
      if (pos !== undefined) return pos;
    }
    return null;
  };
}

/** Path of the field that the cursor is in; null in none. */
export function anchorAt(state: EditorState): string | null {
  const { from, $from } = state.selection;
  const container = $from.depth > 0 ? $from.node(1).type : null;
  if (container === schema.nodes.opening) return 'opening';
  if (container === schema.nodes.closing) return 'closing';
  return numberedLines(state).findLast(({ pos }) => pos < from)?.anchor ?? null;
}
