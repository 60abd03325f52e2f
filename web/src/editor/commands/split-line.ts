import { type Command, TextSelection } from 'prosemirror-state';
import type { Level } from '#document/schemas/part.schema.ts';
import { nested, selectedLines } from '../model/container.ts';
import { chainOf, depthAfter } from '../model/depths.ts';
import { FRESH, isFree, lineAttrs, titleOf } from '../model/line.ts';
import { schema } from '../model/schema.ts';
import { setLevel } from './set-level.ts';

/**
 * Enter: a new line of the same level; after a title a paragraph; in an empty numbered line the number goes. The first of
 * the two keeps the id.
 */
export const splitLine: Command = (state, dispatch, view) => {
  const selected = selectedLines(state);
  const line = selected?.lines[selected.from];
  if (!selected || !line || line.node.type === schema.nodes.grid) return false;
  const { level } = lineAttrs(line.node);
  if (line.node.content.size === 0 && !isFree(level)) return setLevel('paragraph')(state, dispatch, view);
  const atEnd = state.selection.to >= line.pos + line.node.nodeSize - 1;
  const isTitle = line.node.type === schema.nodes.head;
  const next: Level = isTitle && (atEnd || titleOf(level) === 'required') ? 'paragraph' : level;
  return splitInto(next)(state, dispatch, view);
};

/** Shift+Enter: goes on in a line without a number. */
export const splitPlain: Command = (state, dispatch, view) => splitInto('paragraph')(state, dispatch, view);

function splitInto(level: Level): Command {
  return (state, dispatch) => {
    const selected = selectedLines(state);
    const line = selected?.lines[selected.from];
    if (!selected || !line || !state.selection.$from.parent.isTextblock) return false;
    if (!dispatch) return true;
    const own = lineAttrs(line.node);
    const depth =
      own.level === level
        ? own.depth
        : depthAfter(chainOf(selected.lines.slice(0, selected.from + 1).map(nested)), level);
    const tr = state.tr.deleteSelection();
    const type = titleOf(level) === 'none' ? schema.nodes.para : line.node.type;
    tr.split(tr.selection.from, 1, [{ type, attrs: { ...FRESH, level, depth } }]);
    tr.setSelection(TextSelection.near(tr.doc.resolve(tr.selection.from)));
    dispatch(tr.scrollIntoView());
    return true;
  };
}

/** Backspace at the head of a numbered line takes its number away. */
export const dropNumber: Command = (state, dispatch, view) => {
  const { $from, empty } = state.selection;
  const selected = selectedLines(state);
  const line = selected?.lines[selected.from];
  if (!empty || !line || $from.parentOffset > 0 || line.node !== $from.parent) return false;
  const { level, cont } = lineAttrs(line.node);
  if (isFree(level) || cont) return false;
  return setLevel('paragraph')(state, dispatch, view);
};
