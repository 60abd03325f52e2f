import { type NumberedPart, numberParts } from '#document/numbering/number-parts.ts';
import { LEVEL_TRAITS } from '#document/schemas/level-traits.ts';
import { LEVELS, type Level, type Part } from '#document/schemas/part.schema.ts';
import type { BodyItem, BodyLine } from '#read/elements/body-lines.ts';
import type { Line } from '#read/elements/line.ts';
import type { IntakeNote } from './intake-note.ts';
import { markedText } from './marked-text.ts';
import { tableOf } from './tables.ts';

/** A part while its children are gathered. */
interface OpenPart {
  readonly part: Part;
  readonly children: OpenPart[];
  readonly line: Line | null;
  readonly label: string | null;
}

/** Longest title; a longer one is a text. */
const MAX_TITLE = 1000;

/** The lines of a body as a tree of parts: a narrower level stands in the wider one before it. */
export function partsOf(items: readonly BodyItem[]): { parts: Part[]; notes: IntakeNote[] } {
  const roots: OpenPart[] = [];
  const open: OpenPart[] = [];
  const notes: IntakeNote[] = [];
  for (const item of items) {
    const made = item.kind === 'table' ? tablePart(item.table, notes) : linePart(item, open, notes);
    while (open.length > 0 && !mayHold(open, made.part.level)) open.pop();
    (open.at(-1)?.children ?? roots).push(made);
    if (LEVEL_TRAITS[made.part.level].holds !== 'all' && made.part.level !== 'dash' && made.part.level !== 'plus')
      continue;
    open.push(made);
  }
  const parts = roots.map(closed);
  notes.push(...numberNotes(numberParts(parts), roots));
  return { parts, notes };
}

function closed({ part, children }: OpenPart): Part {
  return children.length === 0 ? part : { ...part, children: children.map(closed) };
}

function mayHold(open: readonly OpenPart[], level: Level): boolean {
  const top = open.at(-1)?.part.level;
  if (top === undefined) return true;
  const { holds } = LEVEL_TRAITS[top];
  if (holds !== 'all') return holds.includes(level) && !open.some(({ part }) => part.level === level);
  if (level === 'paragraph' || level === 'table') return true;
  if (level === 'subclause') return LEVELS.indexOf(top) < LEVELS.indexOf('subclause');
  return LEVELS.indexOf(level) > LEVELS.indexOf(top);
}

function tablePart(table: Parameters<typeof tableOf>[0], notes: IntakeNote[]): OpenPart {
  const made = tableOf(table);
  notes.push(...made.notes);
  return { part: { level: 'table', table: made.table }, children: [], line: null, label: null };
}

function linePart(item: BodyLine, open: readonly OpenPart[], notes: IntakeNote[]): OpenPart {
  const { line, label } = item;
  const level = levelOf(item, open);
  const done = (part: Part): OpenPart => ({ part, children: [], line, label: label?.text ?? null });
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
  const isKept = format.props.keepNext && format.source('keepNext').kind !== 'direct';
  if (level === 'point' && isKept) return { title: markedText(line.runs) };
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
  const { props } = line.paragraph.format;
  const text = markedText(line.runs) || '…';
  if (props.align === 'center' || props.align === 'right') return { level: 'paragraph', text, align: props.align };
  return { level: 'paragraph', text };
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
