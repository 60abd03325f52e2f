import type { Node } from 'prosemirror-model';
import type { Command, Transaction } from 'prosemirror-state';
import type { Level } from '#document/schemas/part.schema.ts';
import { mendDepths, nested, type PlacedLine, selectedLines } from '../model/container.ts';
import { chainOf, depthAfter } from '../model/depths.ts';
import { isFree, lineAttrs, orderOf, titleOf } from '../model/line.ts';
import { schema } from '../model/schema.ts';

/** Levels that Tab and Shift+Tab step through; the others are typed or chosen. */
const LADDER: readonly Level[] = ['roman', 'clause', 'point', 'dash', 'plus'];

/** Gives the selected lines a level; the lines after them keep a place that folds well. */
export function setLevel(level: Level): Command {
  return changeLevels(() => level);
}

/** Makes the selected lines narrower (Tab) or wider (Shift+Tab) by a step. */
export function stepLevel(step: 1 | -1): Command {
  return changeLevels((level) => {
    if (isFree(level)) return step > 0 ? 'dash' : 'clause';
    const order = orderOf(level);
    const next = step > 0 ? LADDER.find((one) => orderOf(one) > order) : LADDER.findLast((one) => orderOf(one) < order);
    return next ?? level;
  });
}

function changeLevels(next: (level: Level) => Level): Command {
  return (state, dispatch) => {
    const selected = selectedLines(state);
    if (!selected) return false;
    const { lines, from, to } = selected;
    if (!dispatch) return true;
    const tr = state.tr;
    const before = lines.slice(0, from).map(nested);
    for (let index = from; index <= to; index += 1) {
      const line = lines[index];
      if (!line || line.node.type === schema.nodes.grid) continue;
      const attrs = lineAttrs(line.node);
      const level = attrs.cont ? (before.at(-1)?.level ?? attrs.level) : next(attrs.level);
      const depth = attrs.cont ? (before.at(-1)?.depth ?? 0) : depthAfter(chainOf(before), level);
      if (!attrs.cont) before.push({ level, depth });
      changeLine(tr, line, level, depth);
    }
    dispatch(mendDepths(tr, tr.mapping.map(lines[from]?.pos ?? 0) + 1).scrollIntoView());
    return true;
  };
}

/** A line of another level, its content kept as far as the level has room for it. */
export function changeLine(tr: Transaction, { node, pos }: PlacedLine, level: Level, depth: number): void {
  const attrs = { ...lineAttrs(node), level, depth };
  const title = titleOf(level);
  const at = pos;
  const wanted = title === 'required' ? schema.nodes.head : title === 'none' ? schema.nodes.para : node.type;
  if (wanted === node.type || attrs.cont) {
    tr.setNodeMarkup(at, null, attrs);
    return;
  }
  if (wanted === schema.nodes.head) plainText(tr, node, at);
  tr.setNodeMarkup(at, wanted, { ...attrs, source: null });
}

/** Titles have no marks and no references. */
function plainText(tr: Transaction, node: Node, at: number): void {
  tr.removeMark(at + 1, at + 1 + node.content.size);
  const places: number[] = [];
  node.forEach((child, offset) => {
    if (child.type === schema.nodes.ref) places.push(at + 1 + offset);
  });
  for (const place of places.reverse()) tr.delete(place, place + 1);
}
