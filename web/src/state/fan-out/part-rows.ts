import type { PlacedCell, PlanNode } from '#localise/from-file/plan-nodes.ts';

/** Part, row or appendix of a plan as a line of a list. */
export interface PartRow {
  readonly id: string;
  /** Steps down from the body: 0, 1 … */
  readonly depth: number;
  readonly level: PlanNode['level'];
  /** One line that names it; the cells of a row are parted. */
  readonly text: string;
  /** Its words without those of a table. */
  readonly words: string;
  /** Cells of a row that say something, each with its column. */
  readonly cells: readonly PlacedCell[];
  /** Column titles of a part's table. */
  readonly columns: readonly string[];
  readonly hasBelow: boolean;
}

const MAX_TEXT = 220;

/** Lines of a plan's parts, from top to bottom; what is below a part for which `isClosed` holds is left out. */
export function partRows(nodes: readonly PlanNode[], isClosed: (id: string) => boolean, depth = 0): PartRow[] {
  return nodes.flatMap((node) => [
    rowOf(node, depth),
    ...(isClosed(node.id ?? '') ? [] : partRows(node.children, isClosed, depth + 1)),
  ]);
}

function rowOf({ id = '', level, words, cells, columns, children }: PlanNode, depth: number): PartRow {
  const said = cells
    .filter(({ text }) => text.trim() !== '')
    .map((cell) => ({ ...cell, text: cell.text.slice(0, MAX_TEXT) }));
  const named = [words, ...said.map(({ text }) => text), ...columns].filter((piece) => piece !== '').join('; ');
  return {
    id,
    depth,
    level,
    text: named.slice(0, MAX_TEXT),
    words: words.slice(0, MAX_TEXT),
    cells: said,
    columns,
    hasBelow: children.length > 0,
  };
}
