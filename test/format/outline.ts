import type { InlineText } from '#document/schemas/inline.schema.ts';
import type { Level, Part } from '#document/schemas/part.schema.ts';
import type { Placed } from '../support/docx-reader/walk.ts';
import { placedIn } from '../support/docx-reader/walk.ts';
import { capitals, escaped, marked, roman } from './expected-text.ts';
import { type AppendixPart, appendixParts, type FormatFile, mainText, readText } from './format-file.ts';

/**
 * Kind of a paragraph of the body: a number on its own line, a heading in capitals, a heading, text, or a lead and
 * text.
 */
export type Kind = 'number' | 'capitals' | 'heading' | 'text' | 'runIn';

/** A paragraph that the data ask for. */
export interface Expected {
  readonly level: Level;
  readonly kind: Kind;
  readonly label: string;
  readonly pattern: RegExp;
  readonly source: InlineText;
}

const LETTERS = 'abcdđeghiklmnopqrstuvxy';
const OWN_LINE: Partial<Record<Level, string>> = {
  division: 'Phần',
  chapter: 'Chương',
  section: 'Mục',
  subsection: 'Tiểu mục',
};

/** Numbers that run on over the parts above: chương and điều. */
type Running = Map<Level, number>;

function labelOf(level: Level, n: number, clause: string): string {
  if (level === 'division' || level === 'chapter') return `${OWN_LINE[level]} ${roman(n)}`;
  if (level === 'section' || level === 'subsection') return `${OWN_LINE[level]} ${n}`;
  if (level === 'article') return `Điều ${n}.`;
  if (level === 'roman') return `${roman(n)}.`;
  if (level === 'clause') return `${n}.`;
  if (level === 'subclause') return `${clause}${n}.`;
  if (level === 'point') return `${LETTERS[n - 1]})`;
  return level === 'dash' ? '-' : '';
}

function patternOf(file: FormatFile, label: string, texts: readonly InlineText[]): RegExp {
  const words = texts.map((text) =>
    marked(text, file)
      .map((run) => (run ? escaped(run.text) : '.+'))
      .join(''),
  );
  return new RegExp(`^${[...(label ? [escaped(label)] : []), ...words].join(' ')}$`, 'u');
}

function expectedOf(file: FormatFile, parts: readonly Part[], clause: string, running: Running): Expected[] {
  const counts = new Map<Level, number>();
  return parts.flatMap((part) => {
    const { level, title, text, runIn, children = [] } = part;
    const counter = level === 'chapter' || level === 'article' ? running : counts;
    const n = (counter.get(level) ?? 0) + 1;
    counter.set(level, n);
    const label = labelOf(level, n, clause);
    const line = (kind: Kind, before: string, ...texts: readonly InlineText[]): Expected => ({
      level,
      kind,
      label: before,
      pattern: patternOf(file, before, texts),
      source: texts.at(-1) ?? '',
    });
    const heading = capitals(title ?? '');
    const own =
      level in OWN_LINE
        ? [line('number', label), line('capitals', '', heading)]
        : level === 'roman'
          ? [line('capitals', label, heading)]
          : runIn && title !== undefined && text !== undefined
            ? [line('runIn', label, title, text)]
            : [
                ...(title === undefined ? [] : [line('heading', label, title)]),
                ...(text === undefined ? [] : [line('text', title === undefined ? label : '', text)]),
              ];
    return [...own, ...expectedOf(file, children, level === 'clause' || level === 'subclause' ? label : '', running)];
  });
}

/** The last text of a body or an appendix ends with "./."; whether a mark of its own is left before it is said apart. */
function withEndMark(file: FormatFile, lines: readonly Expected[]): Expected[] {
  const last = lines.at(-1);
  if (!last) return [];
  const body = patternOf(file, last.label, [last.source]).source.replace(/(?:\\\.|[;.:,])?\$$/u, '');
  return [...lines.slice(0, -1), { ...last, pattern: new RegExp(`${body}[;.:,]?\\.\\/\\.$`, 'u') }];
}

/** A paragraph that the data ask for, and where the file has it, in order. */
export interface Outlined {
  readonly expected: Expected;
  readonly placed: Placed | null;
}

function match(expected: readonly Expected[], placed: readonly Placed[]): Outlined[] {
  let from = 0;
  return expected.map((line) => {
    const found = placed.findIndex((one, i) => i >= from && one.cells.length === 0 && line.pattern.test(readText(one)));
    if (found >= 0) from = found + 1;
    return { expected: line, placed: placed[found] ?? null };
  });
}

/** The body of the document itself. */
export function bodyOutline(file: FormatFile): Outlined[] {
  if (file.appendixIndex !== null) return [];
  const { body, closing } = file.document;
  const lines = expectedOf(file, body, '', new Map());
  const end: Expected[] = closing
    ? [{ level: 'paragraph', kind: 'text', label: '', pattern: patternOf(file, '', [closing]), source: closing }]
    : [];
  return match(withEndMark(file, [...lines, ...end]), mainText(file));
}

/** The text of an appendix. */
export function appendixOutline(file: FormatFile, part: AppendixPart): Outlined[] {
  const appendix = file.document.appendices?.[part.index];
  const lines = expectedOf(file, appendix?.body ?? [], '', new Map());
  const placed = part.sections.flatMap((section) => placedIn(section.blocks)).filter((one) => readText(one) !== '');
  return match(appendix?.endMark ? withEndMark(file, lines) : lines, placed);
}

/** The bodies of the document and of its appendices in this file, each as one run of paragraphs. */
export function outlines(file: FormatFile): Outlined[][] {
  return [bodyOutline(file), ...appendixParts(file).map((part) => appendixOutline(file, part))].filter(
    (outline) => outline.length > 0,
  );
}
