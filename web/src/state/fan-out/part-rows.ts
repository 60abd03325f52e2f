import type { PlanNode } from '#localise/from-file/plan-nodes.ts';

/** Part, row or appendix of a plan as a line of a list. */
export interface PartRow {
  readonly id: string;
  /** Steps down from the body: 0, 1 … */
  readonly depth: number;
  readonly level: PlanNode['level'];
  readonly text: string;
  readonly hasBelow: boolean;
}

const MAX_TEXT = 220;

/** Lines of a plan's parts, from top to bottom; what is below a part for which `isClosed` holds is left out. */
export function partRows(nodes: readonly PlanNode[], isClosed: (id: string) => boolean, depth = 0): PartRow[] {
  return nodes.flatMap(({ id = '', level, text, children }) => [
    { id, depth, level, text: text.slice(0, MAX_TEXT), hasBelow: children.length > 0 },
    ...(isClosed(id) ? [] : partRows(children, isClosed, depth + 1)),
  ]);
}
