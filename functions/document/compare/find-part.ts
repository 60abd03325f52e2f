import type { Pointer } from '../checking/findings.ts';
import { nodesOf, type PartNode } from './part-nodes.ts';

/**
 * Finds a part of a document's data by its id, by a field's name, or by its anchor (`body/0/children/2`). The page
 * names so what has no id. Null where there is none.
 */
export function findPart(data: unknown, partId: string): Pointer | null {
  return search(nodesOf(data), ({ id, pointer }) => id === partId || pointer.join('/') === partId);
}

function search(nodes: readonly PartNode[], isIt: (node: PartNode) => boolean): Pointer | null {
  for (const node of nodes) {
    const found = isIt(node) ? node.pointer : search(node.children, isIt);
    if (found) return found;
  }
  return null;
}
