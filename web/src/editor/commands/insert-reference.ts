import type { Node } from 'prosemirror-model';
import type { Command, EditorState } from 'prosemirror-state';
import { lineAttrs } from '../model/line.ts';
import { schema } from '../model/schema.ts';
import { type NumberedLine, numberedLines } from '../plugins/numbering.ts';

/** A part that a reference may name, as a person reads it. */
export interface ReferenceTarget {
  readonly line: NumberedLine;
  readonly text: string;
}

/** Characters of a part's text that say which it is. */
const SHOWN = 80;

/** Lists the parts with a number of their own. */
export function referenceTargets(state: EditorState): ReferenceTarget[] {
  return numberedLines(state).flatMap((line) => {
    if (line.label === null || line.label === '-' || line.label === '+') return [];
    const text = state.doc.nodeAt(line.pos)?.textContent.slice(0, SHOWN) ?? '';
    return [{ line, text: `${line.label} ${text}` }];
  });
}

/** Puts a reference to a part at the cursor; a part that nothing referred to yet gets an id. */
export function insertReference(target: NumberedLine): Command {
  return (state, dispatch) => {
    const { parent } = state.selection.$from;
    if (!parent.type.contentMatch.matchType(schema.nodes.ref)) return false;
    const node = state.doc.nodeAt(target.pos);
    if (!node) return false;
    if (!dispatch) return true;
    const id = lineAttrs(node).id ?? freeId(state.doc);
    const tr = state.tr;
    if (lineAttrs(node).id === null) tr.setNodeAttribute(target.pos, 'id', id);
    tr.replaceSelectionWith(schema.node('ref', { to: id }), true);
    dispatch(tr.scrollIntoView());
    return true;
  };
}

/** An id that no line of the document has. */
function freeId(doc: Node): string {
  const taken = new Set<unknown>();
  doc.descendants((node) => {
    taken.add(node.attrs.id);
  });
  let number = 1;
  while (taken.has(`muc-${number}`)) number += 1;
  return `muc-${number}`;
}
