import type { Block, Paragraph, ReadTable, TextRun } from '../body/model.ts';

/** A printed line as the author meant it: a paragraph, or what stands between its line ends or tabs. */
export interface Line {
  readonly text: string;
  readonly runs: readonly TextRun[];
  readonly paragraph: Paragraph;
}

/** A run of signs that stands for a drawn line, or for a blank to fill in. */
const DRAWN = /^[\s_\-–—─*=]{3,}$/u;

/** A text with one space between words, none at its ends. */
export function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The line of a whole paragraph. */
export function lineOfParagraph(paragraph: Paragraph): Line {
  return { text: tidy(paragraph.text), runs: paragraph.runs, paragraph };
}

/** The lines of a paragraph, parted at its line ends. */
export function linesOf(paragraph: Paragraph): Line[] {
  if (!paragraph.text.includes('\n')) return [lineOfParagraph(paragraph)];
  return splitRuns(paragraph.runs, '\n').map((runs) => ({ text: tidy(joined(runs)), runs, paragraph }));
}

/** All lines of blocks, those of tables inside too; text boxes are left out. */
export function linesIn(blocks: readonly Block[]): Line[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? linesOf(block)
      : block.rows.flatMap((row) => row.cells.flatMap((cell) => linesIn(cell.blocks))),
  );
}

/** Runs cut into pieces at every sign of a kind; the sign is in none. */
export function splitRuns(runs: readonly TextRun[], sign: string): TextRun[][] {
  const pieces: TextRun[][] = [[]];
  for (const { text, format } of runs) {
    for (const [i, part] of text.split(sign).entries()) {
      if (i > 0) pieces.push([]);
      if (part !== '') pieces.at(-1)?.push({ text: part, format });
    }
  }
  return pieces;
}

/** Text of runs, as it stands. */
export function joined(runs: readonly TextRun[]): string {
  return runs.map(({ text }) => text).join('');
}

/** Two lines as one, parted by a space. */
export function joinedLines(first: Line, second: Line): Line {
  const [run] = second.runs;
  const space = run ? [{ ...run, text: ' ' }] : [];
  return { ...first, text: `${first.text} ${second.text}`, runs: [...first.runs, ...space, ...second.runs] };
}

/** Tells whether nothing is printed: spaces alone. */
export function isEmpty({ text }: Pick<Line, 'text'>): boolean {
  return text.trim() === '';
}

/** Tells whether a line is a rule: a shape, a border over an empty paragraph, or typed signs. */
export function isRule({ text, paragraph }: Line): boolean {
  if (DRAWN.test(text)) return true;
  if (text !== '') return false;
  return paragraph.lines.length > 0 || paragraph.format.props.ruleAbove || paragraph.format.props.ruleBelow;
}

/** Share of a line's letters that have a look. */
function share({ runs }: Line, has: (run: TextRun) => boolean): number {
  const letters = (run: TextRun) => run.text.replace(/[^\p{L}\p{N}]/gu, '').length;
  const all = runs.reduce((sum, run) => sum + letters(run), 0);
  const some = runs.filter(has).reduce((sum, run) => sum + letters(run), 0);
  return all === 0 ? 0 : some / all;
}

const MOST = 0.9;

/** Tells whether a line is bold throughout. */
export function isBold(line: Line): boolean {
  return share(line, ({ format }) => format.props.bold) >= MOST;
}

/** Tells whether a line is italic throughout. */
export function isItalic(line: Line): boolean {
  return share(line, ({ format }) => format.props.italic) >= MOST;
}

/** Tells whether a line is set in the middle, by its paragraph or by spaces and tabs before it. */
export function isCentred({ paragraph }: Line): boolean {
  return paragraph.format.props.align === 'center';
}

/** Tells whether a line has letters, and all of them are capitals. */
export function isCapitals({ text }: Pick<Line, 'text'>): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}

/** Lines of a table's left and right part, row by row. */
export function sidesOf(table: ReadTable): { readonly left: readonly Line[]; readonly right: readonly Line[] } {
  const left: Line[] = [];
  const right: Line[] = [];
  const leftmost = leftColumn(table);
  for (const { cells } of table.rows) {
    const nested = cells.flatMap(({ blocks }) => blocks).filter((block) => block.kind === 'table');
    if (cells.length === 1 && nested.length > 0) {
      for (const inner of nested.map(sidesOf)) {
        left.push(...inner.left);
        right.push(...inner.right);
      }
      continue;
    }
    const shown = cells.filter(({ merge }) => merge !== 'continue');
    const [first, ...rest] = shown;
    if (first && shown.length === 1 && first.colSpan > 1) {
      left.push(...linesIn(first.blocks));
      continue;
    }
    if (first) (first.column <= leftmost ? left : right).push(...linesIn(first.blocks));
    for (const cell of rest) (cell.column <= leftmost ? left : right).push(...linesIn(cell.blocks));
  }
  return { left, right };
}

/** The column in which the left part stands: the first, or the next where that only keeps a distance. */
function leftColumn({ rows }: ReadTable): number {
  const filled = rows.map(({ cells }) => cells.filter(({ blocks }) => !linesIn(blocks).every(isEmpty)));
  const beside = filled.filter((cells) => cells.length > 1).flatMap((cells) => cells.map(({ column }) => column));
  return Math.min(...(beside.length > 0 ? beside : [0]));
}

/** A line cut at its tabs into what stands left and what stands right; null where it has no tab inside. */
export function atTabs(line: Line): { readonly left: Line; readonly right: Line } | null {
  const pieces = splitRuns(line.runs, '\t').map(
    (runs): Line => ({ text: tidy(joined(runs)), runs, paragraph: line.paragraph }),
  );
  const filled = pieces.filter((piece) => piece.text !== '');
  const last = filled.at(-1);
  if (!last) return null;
  const nothing: Line = { text: '', runs: [], paragraph: line.paragraph };
  if (filled.length === 1) return pieces[0] === last ? null : { left: nothing, right: last };
  return { left: filled[0] ?? nothing, right: last };
}
