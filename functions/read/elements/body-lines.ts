import type { Block, ListLabel, Paragraph, ReadTable } from '../body/model.ts';
import { type BodyLevel, fromRoman, type Label, labelOf } from './labels.ts';
import {
  isBold,
  isCapitals,
  isCentred,
  isEmpty,
  isRule,
  joined,
  joinedLines,
  type Line,
  lineOfParagraph,
  linesOf,
  tidy,
} from './line.ts';
import { withTabbedTables } from './tabbed-tables.ts';

/** A line of a body, or a table of it. */
export type BodyItem = BodyLine | { readonly kind: 'table'; readonly table: ReadTable };

/** A line of a body with the level that its label gives it. */
export interface BodyLine {
  readonly kind: 'line';
  readonly level: BodyLevel;
  /** Null for a paragraph without a label. */
  readonly label: Label | null;
  /** Tells whether Word's own list printed the label. */
  readonly isListed: boolean;
  /** The line without its label. */
  readonly line: Line;
  /** Tells whether all of it is a heading: bold, or in capitals. */
  readonly isHeading: boolean;
}

/** The lines of a body or an appendix: labels typed or listed, titles on their own line joined to their label. */
export function bodyItems(blocks: readonly Block[]): BodyItem[] {
  const items: BodyItem[] = [];
  for (const block of withTabbedTables(blocks)) {
    if (block.kind === 'table') {
      items.push({ kind: 'table', table: block });
      continue;
    }
    for (const [i, line] of typedLines(block).entries()) {
      if (isEmpty(line) || isRule(line)) continue;
      const last = items.at(-1);
      if (last?.kind === 'line' && takesTitle(last, line)) items[items.length - 1] = { ...last, line, isHeading: true };
      else items.push(bodyLine(line, i === 0 ? line.paragraph.list : null));
    }
  }
  return settled(items);
}

/** Lines of a paragraph that were parted by soft returns, each with its label; a paragraph without is one line. */
function typedLines(paragraph: Paragraph): Line[] {
  const lines = linesOf(paragraph).filter((line) => !isEmpty(line));
  if (lines.filter(({ text }) => labelOf(text) !== null).length < 2) return [lineOfParagraph(paragraph)];
  const parts: Line[] = [];
  for (const line of lines) {
    const last = parts.at(-1);
    if (!last || startsAnew(last.text, line)) parts.push(line);
    else parts[parts.length - 1] = joinedLines(last, line);
  }
  return parts;
}

/** Tells whether a line after a soft return begins a paragraph: it is labelled, or the line before is complete. */
function startsAnew(before: string, line: Line): boolean {
  return labelOf(line.text) !== null || /[.;:]$/.test(before) || isCapitals({ text: before });
}

function bodyLine(line: Line, listed: ListLabel | null): BodyLine {
  const text = listed ? `${listed.text} ${line.text}` : line.text;
  const label = labelOf(text);
  // A list's own sign may be none that offices type ("Bước 1:"): it stays text.
  const own = listed && !label ? { ...line, text } : line;
  const cut = label
    ? withoutStart(own, listed ? Math.max(0, label.length - listed.text.length - 1) : label.length)
    : own;
  return {
    kind: 'line',
    level: label?.level ?? 'paragraph',
    label,
    isListed: listed !== null && label !== null,
    line: cut,
    isHeading: isBold(line) || (isCapitals(cut) && cut.text.length > 3),
  };
}

/** A line without its first printed characters, spaces before them too. */
export function withoutStart(line: Line, count: number): Line {
  const whole = joined(line.runs);
  let skip = whole.length - whole.trimStart().length;
  let left = count;
  while (left > 0 && skip < whole.length) {
    // Printed text has one space where the file may have several.
    if (/\s/.test(whole[skip] ?? '')) {
      while (skip < whole.length && /\s/.test(whole[skip] ?? '')) skip += 1;
    } else skip += 1;
    left -= 1;
  }
  while (skip < whole.length && /\s/.test(whole[skip] ?? '')) skip += 1;
  const runs = [];
  for (const run of line.runs) {
    const text = run.text.slice(Math.min(skip, run.text.length));
    skip -= Math.min(skip, run.text.length);
    if (text !== '') runs.push({ ...run, text });
  }
  return { ...line, runs, text: tidy(joined(runs)) };
}

/** A phần, chương or mục whose line is its number alone takes the next line in the middle as its title. */
function takesTitle({ level, line }: BodyLine, next: Line): boolean {
  const isAlone =
    line.text === '' && (level === 'division' || level === 'chapter' || level === 'section' || level === 'subsection');
  return isAlone && labelOf(next.text) === null && (isCentred(next) || isCapitals(next) || isBold(next));
}

/** Signs that may be two levels ("C.", "I)", "(i)") by what stands around them. */
function settled(items: readonly BodyItem[]): BodyItem[] {
  let letters = 0;
  let romans = 0;
  return items.map((item) => {
    if (item.kind === 'table' || !item.label) return item;
    const sign = item.label.text.replace(/[^\p{L}]/gu, '');
    if (item.level === 'letter') {
      letters = item.label.numbers[0] ?? 0;
      return item;
    }
    if (item.level !== 'roman') return item;
    const asLetter = 'ABCDĐEGHIKLMNOPQRSTUVXY'.indexOf(sign) + 1;
    const value = fromRoman(sign);
    const follows = sign.length === 1 && letters > 0 && asLetter === letters + 1 && value !== romans + 1;
    if (!follows) {
      romans = value;
      return item;
    }
    letters = asLetter;
    return {
      ...item,
      level: 'letter' as const,
      label: { ...item.label, level: 'letter' as const, numbers: [asLetter] },
    };
  });
}
