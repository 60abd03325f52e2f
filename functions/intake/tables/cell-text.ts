import type { ReadTable, TableCell, TableRow } from '#read/body/model.ts';
import { isBold, type Line, linesIn } from '#read/elements/line.ts';
import { markedText, UPRIGHT } from '../marked-text.ts';

/** A cell's paragraphs, a line end between them; in heads, groups and totals bold says nothing. */
export function cellText(cell: TableCell | undefined, isBoldAnyway: boolean): string {
  const lines = cell ? linesIn(cell.blocks) : [];
  const texts = lines.map((line) => lineText(line, isBoldAnyway));
  return texts.join('\n').replace(/^\n+|\n+$/g, '');
}

function lineText({ runs, paragraph }: Line, isBoldAnyway: boolean): string {
  const text = markedText(runs, isBoldAnyway ? { bold: true, italic: false } : UPRIGHT);
  return paragraph.list ? `${paragraph.list.text} ${text}` : text;
}

/** A cell's text without any look, its lines joined. */
export function plainText(cell: TableCell | undefined): string {
  const lines = cell ? linesIn(cell.blocks) : [];
  return lines
    .map(({ text, paragraph }) => (paragraph.list ? `${paragraph.list.text} ${text}` : text))
    .join(' ')
    .trim();
}

/** Tells whether all that a row prints is bold, and it prints something. */
export function isBoldRow({ cells }: TableRow): boolean {
  const lines = cells.flatMap(({ blocks }) => linesIn(blocks)).filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  return lines.length > 0 && lines.every(isBold);
}

/** Counts the columns of a table by its widest row. */
export function columnCount({ rows }: ReadTable): number {
  return Math.max(1, ...rows.map(({ cells }) => Math.max(0, ...cells.map(({ column, colSpan }) => column + colSpan))));
}

/** Id of the column at a place. */
export const columnId = (index: number) => `cot-${index + 1}`;
