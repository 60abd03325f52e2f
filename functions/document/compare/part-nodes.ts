import type { Pointer } from '../checking/findings.ts';

/** A field, part, row or appendix of a document's data, with what stands in it. */
export interface PartNode {
  /** Its stable id; absent where it has none. */
  readonly id?: string;
  /** Pointer in the data. */
  readonly pointer: Pointer;
  /** Own content, without children and origin. */
  readonly own: unknown;
  readonly children: readonly PartNode[];
}

/** Lists the fields, parts and appendices of a document's data; data that is no document has none. */
export function nodesOf(data: unknown): PartNode[] {
  const { body, appendices, ...fields } = recordOf(data);
  return [
    ...Object.entries(fields).map(([name, own]): PartNode => ({ id: name, pointer: [name], own, children: [] })),
    ...partNodes(body, ['body']),
    ...listOf(appendices).map((one, i) => appendixNode(one, ['appendices', i])),
  ];
}

function appendixNode(appendix: unknown, pointer: Pointer): PartNode {
  const { body, origin: _, ...own } = recordOf(appendix);
  return { ...idOf(own), pointer, own, children: partNodes(body, [...pointer, 'body']) };
}

function partNodes(parts: unknown, above: Pointer): PartNode[] {
  return listOf(parts).map((part, i) => {
    const pointer = [...above, i];
    const { children, table, origin: _, ...own } = recordOf(part);
    const { rows, ...frame } = recordOf(table);
    return {
      ...idOf(own),
      pointer,
      own: table === undefined ? own : { ...own, table: frame },
      children: [...rowNodes(rows, [...pointer, 'table', 'rows']), ...partNodes(children, [...pointer, 'children'])],
    };
  });
}

function rowNodes(rows: unknown, above: Pointer): PartNode[] {
  return listOf(rows).map((row, i) => {
    const { origin: _, ...own } = recordOf(row);
    return { ...idOf(own), pointer: [...above, i], own, children: [] };
  });
}

function idOf({ id }: Readonly<Record<string, unknown>>): { readonly id?: string } {
  return typeof id === 'string' ? { id } : {};
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
