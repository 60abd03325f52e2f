import { type NumberedPart, numberParts } from '#document/numbering/number-parts.ts';
import { LEVEL_TRAITS } from '#document/schemas/level-traits.ts';
import { LEVELS, type Level, type Part } from '#document/schemas/part.schema.ts';
import type { BodyItem, BodyLine } from '#read/elements/body-lines.ts';
import type { Line } from '#read/elements/line.ts';
import type { IntakeNote } from './intake-note.ts';
import { markedText } from './marked-text.ts';
import { tableOf } from './tables/table-data.ts';
import { type TitledItem, withTableTitles } from './tables/table-titles.ts';

/** A part while its children are gathered. */
interface OpenPart {
  readonly part: Part;
  readonly children: OpenPart[];
  readonly line: Line | null;
  readonly label: string | null;
  /** Count of numbers in its label: 3 for 1.2.1. */
  readonly depth: number;
  /** The last of them; null without. */
  readonly number: number | null;
}

/** Levels that may stand anywhere. */
const UNNUMBERED: ReadonlySet<Level> = new Set(['paragraph', 'note', 'table']);
/** Longest title; a longer one is a text. */
const MAX_TITLE = 1000;

/** The lines of a body as a tree of parts: a narrower level stands in the wider one before it. */
export function partsOf(items: readonly BodyItem[]): { readonly parts: Part[]; readonly notes: IntakeNote[] } {
  const roots: OpenPart[] = [];
  const open: OpenPart[] = [];
  const notes: IntakeNote[] = [];
  for (const item of withTableTitles(items)) {
    const made = item.kind === 'table' ? tablePart(item, notes) : linePart(item, open, notes);
    open.length = placeOf(made, open, roots);
    (open.at(-1)?.children ?? roots).push(made);
    if (LEVEL_TRAITS[made.part.level].holds !== 'all' && made.part.level !== 'dash' && made.part.level !== 'plus')
      continue;
    open.push(made);
  }
  const parts = roots.map(closed);
  notes.push(...numberNotes(numberParts(parts), roots));
  return { parts, notes };
}

/**
 * Counts the open parts that stay open around a part: the narrowest that may hold it, or a wider one that its number
 * follows on.
 */
function placeOf(made: OpenPart, open: readonly OpenPart[], roots: readonly OpenPart[]): number {
  const places = Array.from({ length: open.length + 1 }, (_, i) => open.length - i).filter((length) =>
    mayHold(open.slice(0, length), made),
  );
  const narrowest = places[0] ?? 0;
  const number = made.number;
  // A level that begins anew at 1 says nothing of where; one that goes on does.
  if (number === null || number < 2) return narrowest;
  const follows = (length: number) => countOf(open[length - 1]?.children ?? roots, made.part.level) + 1 === number;
  return places.find(follows) ?? narrowest;
}

function countOf(parts: readonly OpenPart[], level: Level): number {
  return parts.filter(({ part }) => part.level === level).length;
}

function closed({ part, children }: OpenPart): Part {
  return children.length === 0 ? part : { ...part, children: children.map(closed) };
}

function mayHold(open: readonly OpenPart[], { part: { level }, depth }: OpenPart): boolean {
  const last = open.at(-1);
  if (!last) return true;
  const top = last.part.level;
  const { holds } = LEVEL_TRAITS[top];
  if (holds !== 'all') return holds.includes(level) && !open.some(({ part }) => part.level === level);
  if (UNNUMBERED.has(level)) return true;
  if (level === 'subclause' && top === 'subclause') return last.depth < depth;
  return LEVELS.indexOf(level) > LEVELS.indexOf(top);
}

function tablePart({ table, titles }: TitledItem & { readonly kind: 'table' }, notes: IntakeNote[]): OpenPart {
  const made = tableOf(table);
  notes.push(...made.notes);
  const part: Part = { level: 'table', table: { ...titles, ...made.table } };
  return { part, children: [], line: null, label: null, depth: 0, number: null };
}

function linePart(item: BodyLine, open: readonly OpenPart[], notes: IntakeNote[]): OpenPart {
  const { line, label } = item;
  const level = levelOf(item, open);
  const done = (part: Part): OpenPart => ({
    part,
    children: [],
    line,
    label: label?.text ?? null,
    depth: label?.numbers.length ?? 0,
    number: label?.numbers.at(-1) ?? null,
  });
  if (line.paragraph.pictures > 0)
    notes.push({ code: 'PICTURE_LEFT_OUT', params: { count: line.paragraph.pictures }, page: line.paragraph.page });
  if (line.paragraph.notes.length > 0)
    notes.push({ code: 'NOTE_LEFT_OUT', params: { count: line.paragraph.notes.length }, page: line.paragraph.page });
  const traits = LEVEL_TRAITS[level];
  if (traits.title === 'required')
    return done({ level, title: markedText(line.runs, { bold: true, italic: false }).slice(0, MAX_TITLE) });
  if (traits.title === 'optional') return done({ level, ...titledText(item, level) });
  return done(level === 'paragraph' ? paragraphPart(line) : { level, text: markedText(line.runs) || '…' });
}

/** A level that our model has at this place: 1.1. needs a 1. above it. */
function levelOf({ level, label }: BodyLine, open: readonly OpenPart[]): Level {
  if (level === 'subclause' && label) {
    const hasClause = open.some(({ part }) => part.level === 'clause');
    return hasClause ? 'subclause' : 'clause';
  }
  return level;
}

/** Title, run-in title with text, or text of a khoản or điểm, by what is bold and what is kept with the next line. */
function titledText({ line, isHeading }: BodyLine, level: Level): Pick<Part, 'title' | 'text' | 'runIn'> {
  const { format, runs: whole } = line.paragraph;
  if (level === 'point' && format.inherited('keepNext')) return { title: markedText(line.runs) };
  const isBold = line.runs.every(({ text, format: look }) => look.props.bold || !/[\p{L}\p{N}]/u.test(text));
  if (level !== 'point' && isHeading && isBold)
    return { title: markedText(line.runs, { bold: true, italic: false }).slice(0, MAX_TITLE) };
  const first = line.runs[0];
  const labelIsBold = whole[0]?.format.props.bold === true && line.paragraph.list === null;
  const rest = line.runs.findIndex(({ format: look }) => !look.props.bold);
  if (labelIsBold && first?.format.props.bold && rest > 0) {
    const title = markedText(line.runs.slice(0, rest), { bold: true, italic: false });
    const text = markedText(line.runs.slice(rest));
    if (title !== '' && /[\p{L}\p{N}]/u.test(text)) return { title, text, runIn: true };
  }
  return { text: markedText(line.runs) || '…' };
}

function paragraphPart(line: Line): Part {
  const { props, source } = line.paragraph.format;
  const text = markedText(line.runs) || '…';
  if (isNote(line)) return { level: 'note', text };
  if (props.align === 'center' || props.align === 'right') return { level: 'paragraph', text, align: props.align };
  const isFlush = props.firstLine === 0 && props.left === 0 && source('firstLine').kind === 'direct';
  return { level: 'paragraph', text, ...(isFlush ? { indent: false as const } : {}) };
}

/** A note: smaller than the text, and not indented. */
function isNote({ runs, paragraph, text }: Line): boolean {
  const { firstLine, align } = paragraph.format.props;
  const isSmall = runs.length > 0 && runs.every(({ format }) => format.props.sizePt <= 12);
  return isSmall && firstLine === 0 && align !== 'center' && align !== 'right' && text !== '';
}

/** Says where the number that will be printed is not the one that was typed. */
function numberNotes(numbered: readonly NumberedPart[], opened: readonly OpenPart[]): IntakeNote[] {
  return numbered.flatMap((one, i): IntakeNote[] => {
    const from = opened[i];
    if (!from) return [];
    const below = numberNotes(one.children, from.children);
    if (from.label === null || one.label === null) return below;
    const same = plainSign(from.label) === plainSign(one.label);
    const note: IntakeNote = {
      code: 'NUMBER_CHANGED',
      params: { typed: from.label, printed: one.label },
      page: from.line?.paragraph.page ?? null,
    };
    return same ? below : [note, ...below];
  });
}

/** A label without what offices write in several ways. */
function plainSign(label: string): string {
  const sign = label.toLocaleLowerCase('vi').replace(/[\s.():/]/g, '');
  return /^[-–—•·▪*●○]$/u.test(sign) ? '-' : sign;
}
