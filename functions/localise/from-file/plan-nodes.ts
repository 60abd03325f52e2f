import type { Appendix } from '#document/schemas/appendix.schema.ts';
import type { InlineText } from '#document/schemas/inline.schema.ts';
import type { KeHoach } from '#document/schemas/ke-hoach.schema.ts';
import type { Part } from '#document/schemas/part.schema.ts';
import { type Column, leafColumns, type Row } from '#document/schemas/table.schema.ts';

/** A part, a row or an appendix of a plan, with what it says itself. */
export interface PlanNode {
  readonly id: string | undefined;
  readonly level: Part['level'] | 'row' | 'appendix';
  /** Its words, cells and column titles in one line, to compare. */
  readonly text: string;
  /** Its words alone: title and text, or the name of a group of rows. */
  readonly words: string;
  /** Cells of a row, from left to right. */
  readonly cells: readonly PlacedCell[];
  /** Column titles of a part's table. */
  readonly columns: readonly string[];
  readonly children: readonly PlanNode[];
}

/** The parts, rows and appendices of a plan as one tree. */
export function nodesOf({ body, appendices = [] }: Pick<KeHoach, 'body' | 'appendices'>): PlanNode[] {
  return [...body.map(partNode), ...appendices.map(appendixNode)];
}

function appendixNode({ id, label, title, body }: Appendix): PlanNode {
  const words = `${label ?? ''} ${title ?? ''}`.trim();
  return { id, level: 'appendix', text: words, words, cells: [], columns: [], children: body.map(partNode) };
}

function partNode({ id, level, title, text, table, children = [] }: Part): PlanNode {
  const leaves = table ? leafColumns(table.columns) : [];
  const columns = leaves.map((column) => column.title);
  const words = joined([title ?? '', plainText(text)]);
  const rows = (table?.rows ?? []).map((row) => rowNode(row, leaves));
  const below = [...rows, ...children.map(partNode)];
  return { id, level, text: joined([words, ...columns]), words, cells: [], columns, children: below };
}

function rowNode({ id, group = '', cells }: Row, leaves: readonly Column[]): PlanNode {
  const placed = cellsInOrder(leaves, cells);
  const text = [group, ...placed.map((cell) => cell.text)].join(' ').trim();
  return { id, level: 'row', text, words: group, cells: placed, columns: [], children: [] };
}

function joined(pieces: readonly string[]): string {
  return pieces.filter((piece) => piece !== '').join(' ');
}

/** A cell of a row, with the column that it stands in. */
export interface PlacedCell {
  readonly column: string;
  readonly title: string;
  readonly text: string;
}

/** Cells of a row from left to right, whatever order a store gives their keys; one of no column stands last. */
export function cellsInOrder(leaves: readonly Column[], cells: Row['cells'] = {}): PlacedCell[] {
  const titles = new Map(leaves.map(({ id = '', title }) => [id, title]));
  const given = new Map(Object.entries(cells));
  return [...new Set([...titles.keys(), ...given.keys()])].flatMap((column) => {
    const cell = given.get(column);
    if (cell === undefined) return [];
    return [{ column, title: titles.get(column) ?? column, text: typeof cell === 'string' ? cell : cell.text }];
  });
}

/** A text as it reads; references are left out. */
export function plainText(text: InlineText | undefined): string {
  if (text === undefined) return '';
  return typeof text === 'string' ? text : text.map((piece) => (typeof piece === 'string' ? piece : '…')).join('');
}

/** Copies a plan with ids that a function gives parts, rows and appendices: by place in {@link nodesOf} and own id. */
export function withIds(plan: KeHoach, idAt: (path: readonly number[], own: string | undefined) => string): KeHoach {
  const part = (one: Part, path: readonly number[]): Part => {
    const rows = one.table?.rows.map((row, i): Row => ({ ...row, id: idAt([...path, i], row.id) }));
    const children = one.children?.map((child, i) => part(child, [...path, (rows?.length ?? 0) + i]));
    return {
      ...one,
      id: idAt(path, one.id),
      ...(one.table && rows ? { table: { ...one.table, rows } } : {}),
      ...(children ? { children } : {}),
    };
  };
  const appendices = plan.appendices?.map((appendix, i): Appendix => {
    const path = [plan.body.length + i];
    return {
      ...appendix,
      id: idAt(path, appendix.id),
      body: appendix.body.map((child, k) => part(child, [...path, k])),
    };
  });
  const renamed = new Map((plan.appendices ?? []).map(({ id }, i) => [id, idAt([plan.body.length + i], id)]));
  const body = plan.body.map((one, i) => part(one, [i]));
  return referring({ ...plan, body, ...(appendices ? { appendices } : {}) }, renamed);
}

/** References to appendices follow their new ids. */
function referring(plan: KeHoach, renamed: ReadonlyMap<string | undefined, string>): KeHoach {
  const text = (given: InlineText): InlineText =>
    typeof given === 'string'
      ? given
      : given.map((piece) =>
          typeof piece === 'string' ? piece : { ...piece, ref: renamed.get(piece.ref) ?? piece.ref },
        );
  const parts = (list: readonly Part[]): Part[] =>
    list.map((one) => ({
      ...one,
      ...(one.text === undefined ? {} : { text: text(one.text) }),
      ...(one.children ? { children: parts(one.children) } : {}),
    }));
  return {
    ...plan,
    body: parts(plan.body),
    ...(plan.closing === undefined ? {} : { closing: text(plan.closing) }),
    ...(plan.appendices ? { appendices: plan.appendices.map((one) => ({ ...one, body: parts(one.body) })) } : {}),
  };
}
