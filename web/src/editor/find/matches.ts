import type { Node } from 'prosemirror-model';
import type { Transaction } from 'prosemirror-state';
import type { Table } from '#document/schemas/table.schema.ts';
import { basesField, linesField, textField, withBases, withLines, withText } from '../fields/head-fields.ts';
import { cellText, setText } from '../grid/cells.ts';
import type { DocumentData } from '../model/document.ts';
import { tableOf } from '../model/line.ts';
import { schema } from '../model/schema.ts';
import { occurrences } from './occurrences.ts';

/** A place where the words that are looked for stand: in a field, in a line, or in a cell of a table. */
export type Match = { readonly from: number; readonly to: number } & (
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'line' }
  /** `pos`: of the table's line; `from` and `to` are places in the cell's text. */
  | { readonly kind: 'cell'; readonly pos: number; readonly row: number; readonly column: string | null }
);

/** Fields of head and foot that are typed, as texts of lines. */
const FIELDS: ReadonlyArray<{
  readonly name: string;
  readonly read: (fields: DocumentData) => string;
  readonly write: (fields: DocumentData, text: string) => DocumentData;
}> = [
  ...['subject', 'openingLead'].map((name) => ({
    name,
    read: (fields: DocumentData) => textField(fields, name),
    write: (fields: DocumentData, text: string) => withText(fields, name, text),
  })),
  { name: 'bases', read: basesField, write: withBases },
  ...['addressees', 'recipients'].map((name) => ({
    name,
    read: (fields: DocumentData) => linesField(fields, name),
    write: (fields: DocumentData, text: string) => withLines(fields, name, text),
  })),
];

/** Finds all places of a document where words stand, in reading order but for the fields, which come first. */
export function findMatches(doc: Node, query: string): Match[] {
  if (query.trim() === '') return [];
  const found: Match[] = FIELDS.flatMap(({ name, read }) =>
    occurrences(read(doc.attrs.fields), query).map(([from, to]) => ({ kind: 'field' as const, name, from, to })),
  );
  doc.descendants((node, pos) => {
    if (node.type === schema.nodes.grid) for (const cell of cellsOf(tableOf(node), query)) found.push({ ...cell, pos });
    if (!node.isTextblock) return true;
    // A reference is one place that no word has.
    const text = node.textBetween(0, node.content.size, undefined, '\uFFFC');
    for (const [from, to] of occurrences(text, query))
      found.push({ kind: 'line', from: pos + 1 + from, to: pos + 1 + to });
    return false;
  });
  return found;
}

type InTable = Omit<Extract<Match, { kind: 'cell' }>, 'pos'>;

function cellsOf({ rows }: Table, query: string): InTable[] {
  return rows.flatMap((row, index) => {
    const columns = [...(row.group === undefined ? [] : [null]), ...Object.keys(row.cells ?? {})];
    return columns.flatMap((column) =>
      occurrences(textAt(row, column), query).map(([from, to]) => ({
        kind: 'cell' as const,
        row: index,
        column,
        from,
        to,
      })),
    );
  });
}

function textAt(row: Table['rows'][number], column: string | null): string {
  return column === null ? (row.group ?? '') : (cellText(row, column) ?? '');
}

/** Puts another text in place of matches of a document that has not changed since they were found; one step to undo. */
export function replaceMatches(tr: Transaction, matches: readonly Match[], text: string): Transaction {
  const last = matches.toReversed();
  for (const match of last) if (match.kind === 'cell') replaceInCell(tr, match, text);
  for (const match of last) {
    if (match.kind !== 'line') continue;
    if (text === '') tr.delete(match.from, match.to);
    else tr.insertText(text, match.from, match.to);
  }
  const fields = last.reduce(
    (data, match) => (match.kind === 'field' ? inField(data, match, text) : data),
    tr.doc.attrs.fields,
  );
  return fields === tr.doc.attrs.fields ? tr : tr.setDocAttribute('fields', fields);
}

function replaceInCell(
  tr: Transaction,
  { pos, row, column, from, to }: Extract<Match, { kind: 'cell' }>,
  text: string,
): void {
  const node = tr.doc.nodeAt(pos);
  if (!node) return;
  const table = tableOf(node);
  const line = table.rows[row];
  if (line)
    tr.setNodeAttribute(pos, 'table', setText(table, row, column, spliced(textAt(line, column), from, to, text)));
}

function inField(
  fields: DocumentData,
  { name, from, to }: Extract<Match, { kind: 'field' }>,
  text: string,
): DocumentData {
  const field = FIELDS.find((one) => one.name === name);
  return field ? field.write(fields, spliced(field.read(fields), from, to, text)) : fields;
}

function spliced(text: string, from: number, to: number, given: string): string {
  return text.slice(0, from) + given + text.slice(to);
}
