import type { Pointer } from '#document/checking/findings.ts';
import { nodesOf, type PartNode } from '#document/compare/part-nodes.ts';

/** Finds the beginning of a part in a unit's copy: its own words, else the first of what it holds; null if it is not there. */
export function printedPlace(data: unknown, partId: string): Pointer | null {
  const node = flat(nodesOf(data)).find(({ id }) => id === partId);
  return node ? beginning(node) : null;
}

/** Id of the innermost part, row or appendix of a plan that holds a place of its data; null for head and foot. */
export function partAtPlace(data: unknown, pointer: Pointer): string | null {
  const holds = (node: PartNode) => node.pointer.every((step, i) => String(step) === String(pointer[i]));
  const inside = flat(nodesOf(data)).filter((node) => node.pointer.length > 1 && holds(node));
  return inside.at(-1)?.id ?? null;
}

function flat(nodes: readonly PartNode[]): PartNode[] {
  return nodes.flatMap((node) => [node, ...flat(node.children)]);
}

function beginning({ pointer, own, children }: PartNode): Pointer {
  const [first] = children;
  if (typeof own === 'object' && own !== null) {
    // A title of an appendix is drawn under a name of its own.
    if ('title' in own && pointer[0] === 'appendices' && pointer.length === 2) return [...pointer, 'title'];
    if ('title' in own || 'text' in own || 'cells' in own || 'group' in own) return pointer;
  }
  return first ? beginning(first) : pointer;
}
