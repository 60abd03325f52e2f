import { type Command, TextSelection } from 'prosemirror-state';
import { mendDepths, nested, type PlacedLine, selectedLines } from '../model/container.ts';
import { lineAttrs } from '../model/line.ts';

/** Moves a part with all that stands in it past its neighbour (Alt+↑, Alt+↓). */
export function moveBranch(direction: -1 | 1): Command {
  return (state, dispatch) => {
    const selected = selectedLines(state);
    if (!selected) return false;
    const { lines } = selected;
    let from = selected.from;
    while (from > 0 && isContinued(lines, from)) from -= 1;
    const end = branchEnd(lines, from);
    const target = direction > 0 ? branchEnd(lines, end) : branchBefore(lines, from);
    if (target === null || (direction > 0 && (end >= lines.length || depthOf(lines, end) < depthOf(lines, from))))
      return true;
    if (!dispatch) return true;
    const [start, stop, at] = [posOf(lines, from), posOf(lines, end), posOf(lines, target)];
    const offset = state.selection.from - start;
    const moved = state.doc.slice(start, stop).content;
    const tr = state.tr.delete(start, stop);
    const place = tr.mapping.map(at);
    tr.insert(place, moved);
    tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(place + offset, tr.doc.content.size))));
    dispatch(mendDepths(tr, place + 1).scrollIntoView());
    return true;
  };
}

function depthOf(lines: readonly PlacedLine[], index: number): number {
  const line = lines[index];
  return line ? nested(line).depth : -1;
}

/** Index after the last line of the part that begins at an index. */
function branchEnd(lines: readonly PlacedLine[], index: number): number {
  let end = index + 1;
  while (end < lines.length && (depthOf(lines, end) > depthOf(lines, index) || isContinued(lines, end))) end += 1;
  return end;
}

/** Index of the neighbour before; null where there is none in the same part. */
function branchBefore(lines: readonly PlacedLine[], index: number): number | null {
  let before = index - 1;
  while (before >= 0 && (depthOf(lines, before) > depthOf(lines, index) || isContinued(lines, before))) before -= 1;
  return before >= 0 && depthOf(lines, before) === depthOf(lines, index) ? before : null;
}

function isContinued(lines: readonly PlacedLine[], index: number): boolean {
  const line = lines[index];
  return line !== undefined && lineAttrs(line.node).cont;
}

function posOf(lines: readonly PlacedLine[], index: number): number {
  const line = lines[index];
  if (line) return line.pos;
  const last = lines.at(-1);
  return last ? last.pos + last.node.nodeSize : 0;
}
