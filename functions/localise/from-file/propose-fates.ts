import type { KeHoach } from '#document/schemas/ke-hoach.schema.ts';
import type { Part } from '#document/schemas/part.schema.ts';
import { leafColumns, type Row, type Table } from '#document/schemas/table.schema.ts';
import { fold } from '#document/text/vietnamese.ts';
import { plainText } from './plan-nodes.ts';

/** Fate of a part in a unit's plan. */
export type Fate = 'down' | 'stays' | 'undecided';

/** Reason of a proposed fate. */
export type FateReason =
  | 'NAMES_UNITS'
  | 'LEAD_IS_UNIT'
  | 'UNIT_COORDINATES'
  | 'LEAD_IS_SUPERIORS'
  | 'GENERAL_AIM'
  | 'BY_WHAT_IS_BELOW'
  | 'NOTHING_SAID';

/** A proposed fate of a part, row or appendix, with the words that it goes by. */
export interface Proposal {
  readonly id: string;
  readonly level: Part['level'] | 'row' | 'appendix';
  /** First words of the part. */
  readonly text: string;
  readonly fate: Fate;
  readonly reason: FateReason;
  /** The words found; empty where none. */
  readonly words: string;
  /** Lead unit and deadline that the columns name, where they do. */
  readonly lead?: string;
  readonly deadline?: string;
}

const MAX_TEXT = 160;
/** Names by which a superior means its units, folded. */
const UNITS =
  /(?:ubnd|uy ban nhan dan|chu tich ubnd|chu tich uy ban nhan dan) (?:cac |cap )?(?:xa|phuong|dac khu)|cac (?:xa|phuong)(?:, (?:xa|phuong|dac khu|thi tran))*|cap xa|cac dia phuong|cac don vi, dia phuong|co quan, don vi, dia phuong|chinh quyen dia phuong/;
/** Bodies of the superior's own. */
const SUPERIORS =
  /(?:giao |chu tri:? ?)?(?:cac )?(?:so (?=[a-z])|thanh tra (?:tinh|thanh pho)|van phong ubnd (?:tinh|thanh pho)|ban quan ly|bao va phat thanh|dai phat thanh|cong an (?:tinh|thanh pho)|bo chi huy)/;
const AIMS = /^(?:muc tieu|yeu cau|quan diem|muc dich|nguyen tac)/;

/** Proposes for each part what becomes of it in a unit's plan, by what it says; the unit confirms. */
export function proposeFates({ body, appendices = [] }: Pick<KeHoach, 'body' | 'appendices'>): Proposal[] {
  return [
    ...body.flatMap((part) => ofPart(part, false)),
    ...appendices.flatMap(({ id = '', title = '', label = '', body: inside }) => {
      const below = inside.flatMap((part) => ofPart(part, false));
      return [container(id, 'appendix', `${label} ${title}`.trim(), below), ...below];
    }),
  ];
}

function ofPart(part: Part, isAim: boolean): Proposal[] {
  const { id = '', level, title = '', text, table, children = [] } = part;
  const said = [title, plainText(text)].filter((one) => one !== '').join(' ');
  const inAim = isAim || AIMS.test(fold(title));
  const below = [...(table ? rowsOf(table) : []), ...children.flatMap((child) => ofPart(child, inAim))];
  if (below.length > 0) return [container(id, level, said, below), ...below];
  return [{ id, level, text: said.slice(0, MAX_TEXT), ...bySaying(said, inAim) }];
}

/** A part that holds others goes down where any of them does, and stays where all of them do. */
function container(id: string, level: Proposal['level'], text: string, below: readonly Proposal[]): Proposal {
  const isDown = below.some(({ fate }) => fate === 'down');
  const fate = isDown ? 'down' : below.every((one) => one.fate === 'stays') ? 'stays' : 'undecided';
  return { id, level, text: text.slice(0, MAX_TEXT), fate, reason: 'BY_WHAT_IS_BELOW', words: '' };
}

function bySaying(text: string, isAim: boolean): Pick<Proposal, 'fate' | 'reason' | 'words'> {
  const folded = fold(text);
  const units = UNITS.exec(folded);
  if (units) return { fate: 'down', reason: 'NAMES_UNITS', words: wordsAt(text, units) };
  const own = SUPERIORS.exec(folded);
  if (own && own.index < 40) return { fate: 'stays', reason: 'LEAD_IS_SUPERIORS', words: wordsAt(text, own) };
  if (isAim) return { fate: 'down', reason: 'GENERAL_AIM', words: '' };
  return { fate: 'undecided', reason: 'NOTHING_SAID', words: '' };
}

/** The author's own words of a match; folding keeps lengths but for texts in another form, which are given folded. */
function wordsAt(text: string, match: RegExpExecArray): string {
  const composed = text.normalize('NFC');
  const isAligned = fold(composed).length === composed.length;
  return isAligned ? composed.slice(match.index, match.index + match[0].length) : match[0];
}

function rowsOf(table: Table): Proposal[] {
  const columns = leafColumns(table.columns);
  const columnOf = (pattern: RegExp) => columns.find(({ title }) => pattern.test(fold(title)))?.id;
  const [lead, with_, until] = [
    /chu tri|thuc hien chinh|don vi thuc hien/,
    /phoi hop/,
    /thoi gian|thoi han|hoan thanh/,
  ].map(columnOf);
  return table.rows.map((row): Proposal => {
    const cell = (id: string | undefined) => cellText(row, id);
    const texts = [row.group ?? '', ...Object.keys(row.cells ?? {}).map(cell)].filter((one) => one !== '');
    return {
      id: row.id ?? '',
      level: 'row',
      text: texts.join(' | ').slice(0, MAX_TEXT),
      ...(row.group !== undefined || row.total ? GROUP : byColumns(cell(lead), cell(with_), texts.join(' '))),
      ...(cell(lead) === '' ? {} : { lead: cell(lead) }),
      ...(cell(until) === '' ? {} : { deadline: cell(until) }),
    };
  });
}

const GROUP = { fate: 'undecided', reason: 'NOTHING_SAID', words: '' } as const;

function byColumns(lead: string, others: string, whole: string): Pick<Proposal, 'fate' | 'reason' | 'words'> {
  if (lead === '') return bySaying(whole, false);
  if (UNITS.test(fold(lead))) return { fate: 'down', reason: 'LEAD_IS_UNIT', words: lead };
  if (UNITS.test(fold(others))) return { fate: 'undecided', reason: 'UNIT_COORDINATES', words: others };
  return { fate: 'stays', reason: 'LEAD_IS_SUPERIORS', words: lead };
}

function cellText({ cells = {} }: Row, id: string | undefined): string {
  const cell = id === undefined ? undefined : cells[id];
  return cell === undefined ? '' : typeof cell === 'string' ? cell : cell.text;
}
