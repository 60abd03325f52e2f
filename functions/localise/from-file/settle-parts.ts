import { canonicalJson } from '#document/json/canonical-json.ts';
import type { Appendix } from '#document/schemas/appendix.schema.ts';
import type { KeHoach } from '#document/schemas/ke-hoach.schema.ts';
import type { Part } from '#document/schemas/part.schema.ts';
import { type Cell, type Column, leafColumns, type Row, type Table } from '#document/schemas/table.schema.ts';
import { basisText } from '#document/text/basis-text.ts';
import type { PlanField } from '../merge/plan-fields.ts';
import { wordsOf } from './alike.ts';
import { plainText } from './plan-nodes.ts';

/** The file before and after its changes, in the draft's own words and columns wherever it says the same. */
export interface Settled {
  readonly base: KeHoach;
  readonly next: KeHoach;
}

/** Plans of the draft's print, and of the file before and after its changes. */
export interface FilePlans {
  readonly printed: KeHoach;
  readonly base: KeHoach;
  readonly next: KeHoach;
}

/** Puts the draft's parts in the place of those of a file that say the same; what the file changed stays as it is. */
export function settleOn(own: KeHoach, { printed, base, next }: FilePlans): Settled {
  const [ours, olds] = [contents(own), contents(base)];
  const said = (id: string | undefined, now: Content): Content => {
    const mine = ours.get(id ?? '');
    return mine && mine.words === now.words ? mine : now;
  };
  const after = (id: string | undefined, now: Content): Content => {
    const old = olds.get(id ?? '');
    return old && old.exact === now.exact ? said(id, old) : now;
  };
  return {
    base: withOwnFields(own, printed, rebuilt(base, own, said)),
    next: withOwnFields(own, printed, rebuilt(next, own, after)),
  };
}

/** Content of a part or row. */
interface Content {
  /** Words without capitals and marks, by which a part of the draft is known in what a file prints. */
  readonly words: string;
  /** Text to the letter, by which a file is compared with a file. */
  readonly exact: string;
  readonly part?: Part;
  readonly row?: Row;
}

const keyOf = (text: string) => wordsOf(text).join(' ');

/** A text to the letter; spaces and marks of bold aside. */
const exactly = (text: string) => text.normalize('NFC').replaceAll('**', '').replace(/\s+/gu, ' ').trim();

function contentOf(part: Part): Content {
  const { level, title = '', text } = part;
  const plain = plainText(text);
  return {
    words: `${level} ${keyOf(title)} ${keyOf(plain)}`,
    exact: `${level} ${exactly(`${title}\n${plain}`)}`,
    part,
  };
}

function rowContent(row: Row): Content {
  const cells = Object.values(row.cells ?? {}).map((cell) => (typeof cell === 'string' ? cell : cell.text));
  // The draft may name its cells in any order.
  const words = keyOf([row.group ?? '', ...cells.toSorted()].join(' '));
  return { words, exact: exactly([row.group ?? '', ...cells].join('\n')), row };
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

function rebuilt(plan: KeHoach, own: KeHoach, choose: Choose): KeHoach {
  const ours = contents(own);
  const part = (one: Part): Part => {
    const { children: _, table: __, ...self } = choose(one.id, contentOf(one)).part ?? one;
    const table = one.table && tableOf(one.table, ours.get(one.id ?? '')?.part?.table, choose);
    return {
      ...self,
      ...(one.id === undefined ? {} : { id: one.id }),
      ...(table ? { table } : {}),
      ...(one.children ? { children: one.children.map(part) } : {}),
    };
  };
  const appendices = plan.appendices?.map((one): Appendix => {
    const mine = own.appendices?.find(({ id }) => id === one.id);
    return { ...(mine ? headOf(mine, one) : one), body: one.body.map(part) };
  });
  return { ...plan, body: plan.body.map(part), ...(appendices ? { appendices } : {}) };
}

/** The head of an appendix of the draft, with the name that a file gives it. */
function headOf(own: Appendix, { label, title, body }: Appendix): Appendix {
  const { label: ownLabel, title: ownTitle, origin: _, ...rest } = own;
  return { ...rest, ...said('label', ownLabel, label), ...said('title', ownTitle, title), body };
}

/** Tells whether a heading says the same; which of its letters are capitals a file does not hold. */
function isSaid(own: string, file: string): boolean {
  return exactly(own).toLocaleLowerCase('vi') === exactly(file).toLocaleLowerCase('vi');
}

/** A text of the draft where a file says the same, capitals aside; else the file's. */
function said<K extends string>(name: K, own: string | undefined, file: string | undefined): { [P in K]?: string } {
  const out: { [P in K]?: string } = {};
  const value = isSaid(own ?? '', file ?? '') ? own : file;
  if (value !== undefined) out[name] = value;
  return out;
}

/** A table in the draft's columns, where it has as many; texts of its head that a file changed are the file's. */
function tableOf(table: Table, own: Table | undefined, choose: Choose): Table {
  const [from, to] = [leafColumns(table.columns), leafColumns(own?.columns ?? [])];
  const isAlike = own !== undefined && from.length === to.length;
  const names = new Map(from.map(({ id = '' }, i) => [id, (isAlike ? to[i]?.id : id) ?? id]));
  const rows = table.rows.map((row) => rowOf(row, names, choose));
  if (!isAlike) return { ...table, rows };
  const { caption, unitLine, ...frame } = own;
  return {
    ...frame,
    ...said('caption', caption, table.caption),
    ...said('unitLine', unitLine, table.unitLine),
    columns: titled(own.columns, table.columns),
    rows,
  };
}

/** Columns of the draft with titles as a file has them, where both stand alike. */
function titled(own: readonly Column[], file: readonly Column[]): Column[] {
  return own.map((column, i) => {
    const other = file[i];
    if (!other || other.columns?.length !== column.columns?.length) return column;
    const columns = column.columns && titled(column.columns, other.columns ?? []);
    const title = isSaid(column.title, other.title) ? column.title : other.title;
    return { ...column, title, ...(columns ? { columns } : {}) };
  });
}

function rowOf(row: Row, names: ReadonlyMap<string, string>, choose: Choose): Row {
  const chosen = choose(row.id, rowContent(row)).row ?? row;
  const cells = Object.entries(chosen.cells ?? {}).map(([id, cell]): [string, Cell] => [names.get(id) ?? id, cell]);
  const id = row.id === undefined ? {} : { id: row.id };
  return { ...chosen, ...id, ...(chosen.cells ? { cells: Object.fromEntries(cells) } : {}) };
}

/** A file's plan with the draft's own fields wherever it has what the draft prints. */
function withOwnFields(own: KeHoach, printed: KeHoach, plan: KeHoach): KeHoach {
  const isOwn = (field: PlanField) => canonicalJson(plan[field] ?? null) === canonicalJson(printed[field] ?? null);
  const { preamble: _, openingLead: __, opening: ___, bases: ____, ...rest } = plan;
  const from = (field: PlanField) => (isOwn(field) ? own : plan);
  const { preamble } = from('preamble');
  const { openingLead } = from('openingLead');
  const { opening } = from('opening');
  // What a basis cites is known to the draft alone.
  const known = new Map((own.bases ?? []).map((one) => [basisText(one), one]));
  const bases = from('bases').bases?.map((one) => known.get(basisText(one)) ?? one);
  return {
    ...rest,
    subject: from('subject').subject,
    recipients: from('recipients').recipients,
    ...(preamble === undefined ? {} : { preamble }),
    ...(openingLead === undefined ? {} : { openingLead }),
    ...(opening === undefined ? {} : { opening }),
    ...(bases === undefined ? {} : { bases }),
  };
}
