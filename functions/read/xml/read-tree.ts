import { ReadError } from '../problems/read-error.ts';
import { xmlScanner } from './scan-xml.ts';
import type { Attributes, XmlNode } from './xml-node.ts';

/** Most elements of a part that is kept whole: styles, numbering, relations. */
const MAX_NODES = 200_000;

/** Gathers elements into a small tree. */
export interface TreeBuilder {
  open(name: string, attributes: Attributes): void;
  /** Closes the innermost element; the root once it is closed. */
  close(): XmlNode | null;
}

/** A builder of one tree. */
export function treeBuilder(): TreeBuilder {
  const stack: XmlNode[] = [];
  return {
    open(name, attributes) {
      const node = { name, attributes, children: [] };
      stack.at(-1)?.children.push(node);
      stack.push(node);
    },
    close() {
      const closed = stack.pop() ?? null;
      return stack.length === 0 ? closed : null;
    },
  };
}

/** Reads a small part as a tree; undefined where it is absent. Throws {@link ReadError}. */
export function readTree(
  part: string,
  read: (name: string, take: (piece: Uint8Array) => void) => boolean,
): XmlNode | undefined {
  const builder = treeBuilder();
  let root: XmlNode | undefined;
  let count = 0;
  const scanner = xmlScanner(part, {
    open(name, attributes) {
      count += 1;
      if (count > MAX_NODES) throw new ReadError('ZIP_BOMB');
      builder.open(name, attributes);
    },
    close() {
      root = builder.close() ?? root;
    },
  });
  if (!read(part, scanner.push)) return undefined;
  scanner.end();
  return root;
}
