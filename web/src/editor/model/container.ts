import type { Node, ResolvedPos } from 'prosemirror-model';
import type { EditorState, Transaction } from 'prosemirror-state';
import { type Nested, soundDepths } from './depths.ts';
import { lineAttrs } from './line.ts';
import { isLine } from './schema.ts';

/** A line with its place in the editor's document. */
export interface PlacedLine {
  readonly node: Node;
  readonly pos: number;
}

/** The body or appendix around a position, and which of its children the position is in; null outside of both. */
export function containerAt(
  $pos: ResolvedPos,
): { readonly start: number; readonly node: Node; readonly index: number } | null {
  if ($pos.depth < 1) return null;
  const node = $pos.node(1);
  if (node.type.name !== 'body' && node.type.name !== 'appendix') return null;
  return { start: $pos.start(1), node, index: $pos.index(1) };
}

/** The lines of a body or appendix that begins at `start`. */
export function linesOf(container: Node, start: number): PlacedLine[] {
  const lines: PlacedLine[] = [];
  container.forEach((node, offset) => {
    if (isLine(node)) lines.push({ node, pos: start + offset });
  });
  return lines;
}

/** Level and depth of a line. */
export function nested({ node }: PlacedLine): Nested {
  const { level, depth } = lineAttrs(node);
  return { level, depth };
}

/** The lines that the selection touches, with those of their body around them. */
export function selectedLines(
  state: EditorState,
): { readonly lines: PlacedLine[]; readonly from: number; readonly to: number } | null {
  const { $from, $to } = state.selection;
  const container = containerAt($from);
  if (!container || containerAt($to)?.start !== container.start) return null;
  const lines = linesOf(container.node, container.start);
  const touches = ({ node, pos }: PlacedLine) =>
    pos < state.selection.to + 1 && pos + node.nodeSize > state.selection.from;
  const from = lines.findIndex(touches);
  const to = lines.findLastIndex(touches);
  return from < 0 ? null : { lines, from, to };
}

/** Gives every line of the container around a position a depth that folds well. */
export function mendDepths(tr: Transaction, pos: number): Transaction {
  const container = containerAt(tr.doc.resolve(Math.min(pos, tr.doc.content.size)));
  if (!container) return tr;
  const lines = linesOf(container.node, container.start);
  for (const [index, depth] of soundDepths(lines.map(nested)).entries()) {
    const line = lines[index];
    if (line && lineAttrs(line.node).depth !== depth) tr.setNodeAttribute(line.pos, 'depth', depth);
  }
  return tr;
}
