import type { Document } from '#document/document-types.ts';
import type { Part } from '#document/schemas/part.schema.ts';
import type { Table } from '#document/schemas/table.schema.ts';

/** Path of a field in a document's data, as a string: `body/0/children/2`. */
export type Anchor = string;

/** Anchor of a path in the data. */
export function toAnchor(pointer: ReadonlyArray<string | number>): Anchor {
  return pointer.join('/');
}

/** Anchors of the parts and tables of a document, by the object that stands in its data. */
export interface AnchorsOfParts {
  readonly part: (part: Part) => Anchor | null;
  readonly table: (table: Table) => Anchor | null;
}

/** Finds the anchors of all parts and tables of a document. */
export function anchorsOfParts(document: Document): AnchorsOfParts {
  const parts = new Map<Part, Anchor>();
  const tables = new Map<Table, Anchor>();
  const add = (list: readonly Part[], above: Anchor) => {
    for (const [index, part] of list.entries()) {
      const anchor = `${above}/${index}`;
      parts.set(part, anchor);
      if (part.table) tables.set(part.table, `${anchor}/table`);
      if (part.children) add(part.children, `${anchor}/children`);
    }
  };
  add(document.body, 'body');
  for (const [index, appendix] of (document.appendices ?? []).entries()) add(appendix.body, `appendices/${index}/body`);
  return { part: (part) => parts.get(part) ?? null, table: (table) => tables.get(table) ?? null };
}

/** The drawn anchor that shows a field: itself, or the nearest one around it; null where none is drawn. */
export function nearestAnchor(pointer: ReadonlyArray<string | number>, drawn: ReadonlySet<Anchor>): Anchor | null {
  for (let length = pointer.length; length > 0; length -= 1) {
    const anchor = toAnchor(pointer.slice(0, length));
    if (drawn.has(anchor)) return anchor;
  }
  return null;
}
