import { canonicalJson } from '#document/json/canonical-json.ts';
import type { KeHoach } from '#document/schemas/ke-hoach.schema.ts';
import type { Part } from '#document/schemas/part.schema.ts';
import { type Cell, leafColumns, type Row, type Table } from '#document/schemas/table.schema.ts';
import { basisText } from '#document/text/basis-text.ts';
import type { PlanField } from '../merge/plan-fields.ts';
import { wordsOf } from './alike.ts';
import { plainText } from './plan-nodes.ts';

/** The file before and after its changes, in the draft's own words and columns wherever it says the same. */
export interface Settled {
  readonly base: KeHoach;
  readonly next: KeHoach;
}

/** Puts the draft's parts in the place of those of a file that say the same; what the file changed stays as it is. */
export function settleOn(own: KeHoach, base: KeHoach, next: KeHoach): Settled {
  const [ours, olds] = [contents(own), contents(base)];
  const said = (id: string | undefined, now: Content): Content => {
    const mine = ours.get(id ?? '');
    return mine && mine.words === now.words ? mine : now;
  };
  const after = (id: string | undefined, now: Content): Content => {
    const old = olds.get(id ?? '');
    return old && old.words === now.words ? said(id, old) : now;
  };
  return {
    base: { ...rebuilt(base, ours, said), ...unlessChanged(own, base, base) },
    next: { ...rebuilt(next, ours, after), ...unlessChanged(own, base, next) },
  };
}

/** Content of a part or row, and its words. */
interface Content {
  readonly words: string;
  readonly part?: Part;
  readonly row?: Row;
}

const keyOf = (text: string) => wordsOf(text).join(' ');

function contentOf(part: Part): Content {
  const { level, title = '', text } = part;
  return { words: `${level} ${keyOf(title)} ${keyOf(plainText(text))}`, part };
}

function rowContent(row: Row): Content {
  const cells = Object.values(row.cells ?? {}).map((cell) => (typeof cell === 'string' ? cell : cell.text));
  // The draft may name its cells in any order.
  return { words: keyOf([row.group ?? '', ...cells.toSorted()].join(' ')), row };
}

function contents({ body, appendices = [] }: KeHoach): Map<string, Content> {
  const found = new Map<string, Content>();
  const walk = (parts: readonly Part[]): void => {
    for (const part of parts) {
      found.set(part.id ?? '', contentOf(part));
      for (const row of part.table?.rows ?? []) found.set(row.id ?? '', rowContent(row));
      walk(part.children ?? []);
    }
  };
  walk(body);
  for (const one of appendices) walk(one.body);
  return found;
}

type Choose = (id: string | undefined, now: Content) => Content;

function rebuilt(plan: KeHoach, ours: ReadonlyMap<string, Content>, choose: Choose): KeHoach {
  const part = (one: Part): Part => {
    const { children: _, table: __, ...own } = choose(one.id, contentOf(one)).part ?? one;
    const table = one.table && tableOf(one.table, ours.get(one.id ?? '')?.part?.table, choose);
    return {
      ...own,
      ...(one.id === undefined ? {} : { id: one.id }),
      ...(table ? { table } : {}),
      ...(one.children ? { children: one.children.map(part) } : {}),
    };
  };
  const appendices = plan.appendices?.map((one) => ({ ...one, body: one.body.map(part) }));
  return { ...plan, body: plan.body.map(part), ...(appendices ? { appendices } : {}) };
}

/** A table in the draft's columns, where it has as many. */
function tableOf(table: Table, own: Table | undefined, choose: Choose): Table {
  const [from, to] = [leafColumns(table.columns), leafColumns(own?.columns ?? [])];
  const isAlike = own !== undefined && from.length === to.length;
  const names = new Map(from.map(({ id = '' }, i) => [id, (isAlike ? to[i]?.id : id) ?? id]));
  const { rows: _, ...frame } = isAlike ? own : table;
  return { ...frame, rows: table.rows.map((row) => rowOf(row, names, choose)) };
}

function rowOf(row: Row, names: ReadonlyMap<string, string>, choose: Choose): Row {
  const chosen = choose(row.id, rowContent(row)).row ?? row;
  const cells = Object.entries(chosen.cells ?? {}).map(([id, cell]): [string, Cell] => [names.get(id) ?? id, cell]);
  const id = row.id === undefined ? {} : { id: row.id };
  return { ...chosen, ...id, ...(chosen.cells ? { cells: Object.fromEntries(cells) } : {}) };
}

/** Fields that the file left as they were are the draft's; those that it changed are its own. */
function unlessChanged(own: KeHoach, base: KeHoach, next: KeHoach): Partial<KeHoach> {
  const isLeft = (field: PlanField) => canonicalJson(base[field] ?? null) === canonicalJson(next[field] ?? null);
  const { subject, recipients, preamble, openingLead, opening } = own;
  const known = new Map((own.bases ?? []).map((one) => [basisText(one), one]));
  const bases = next.bases?.map((one) => known.get(basisText(one)) ?? one);
  return {
    ...(isLeft('subject') ? { subject } : {}),
    ...(isLeft('recipients') ? { recipients } : {}),
    ...(isLeft('preamble') && preamble ? { preamble } : {}),
    ...(isLeft('openingLead') && openingLead !== undefined ? { openingLead } : {}),
    ...(isLeft('opening') && opening !== undefined ? { opening } : {}),
    // What a basis cites is known to the draft alone.
    ...(bases ? { bases } : {}),
  };
}
