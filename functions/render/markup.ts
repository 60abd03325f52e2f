import { handlebars } from '#templates';
import type { Run } from '../document/runs.ts';
import type { CellFrame, CellView, ParagraphView, RowView } from './view.ts';

// The only markup that is made outside the templates: paragraphs of runs, and rows of tables, which a document has by the
// thousand. It comes in pieces, texts and what stands between them: pieces become bytes one by one, which takes half the
// time of putting them together first. What does not differ from one to the next is made once; Handlebars escapes texts.

const { escapeExpression } = handlebars.Utils;

const PLAIN_RUN = '<w:r><w:t>';
const END_OF_RUN = '</w:t></w:r>';
const END_OF_PARAGRAPH = '</w:p>';
const END_OF_PLAIN_PARAGRAPH = END_OF_RUN + END_OF_PARAGRAPH;
const END_OF_CELL = '</w:tc>';
const END_OF_ROW = '</w:tr>';

/** Paragraphs as WordprocessingML. */
export function paragraphPieces(paragraphs: readonly ParagraphView[]): string[] {
  const pieces: string[] = [];
  for (const { style, keepNext, runs } of paragraphs) addParagraph(pieces, paragraphStart(style, keepNext), runs);
  return pieces;
}

/** Rows of a table as WordprocessingML. */
export function rowPieces(rows: readonly RowView[]): string[] {
  const pieces: string[] = [];
  for (const { mayBreak, cells } of rows) {
    pieces.push(mayBreak ? '<w:tr>' : '<w:tr><w:trPr><w:cantSplit/></w:trPr>');
    addCells(pieces, cells);
    pieces.push(END_OF_ROW);
  }
  return pieces;
}

/** The cells of a row as WordprocessingML. */
export function cellPieces(cells: readonly CellView[]): string[] {
  const pieces: string[] = [];
  addCells(pieces, cells);
  return pieces;
}

function addCells(pieces: string[], cells: readonly CellView[]): void {
  for (const { frame, paragraphs } of cells) {
    pieces.push(cellStart(frame));
    const start = paragraphStart(frame.style, frame.keepNext);
    for (const runs of paragraphs) addParagraph(pieces, start, runs);
    pieces.push(END_OF_CELL);
  }
}

/** How paragraphs of a style begin, and how those begin that are one plain run. */
interface ParagraphStart {
  readonly any: string;
  readonly plain: string;
}

function addParagraph(pieces: string[], start: ParagraphStart, runs: readonly Run[]): void {
  const [first] = runs;
  if (first && runs.length === 1 && isPlain(first)) {
    pieces.push(start.plain, escapeExpression(first.text), END_OF_PLAIN_PARAGRAPH);
    return;
  }
  pieces.push(start.any);
  for (const run of runs) pieces.push(isPlain(run) ? PLAIN_RUN : runStart(run), escapeExpression(run.text), END_OF_RUN);
  pieces.push(END_OF_PARAGRAPH);
}

/** Whether a run needs no word of its look; Word drops a space at either end of a text unless it is told not to. */
function isPlain({ text, bold, italic }: Run): boolean {
  return !bold && !italic && !text.startsWith(' ') && !text.endsWith(' ');
}

function runStart({ bold, italic }: Run): string {
  const look = bold || italic ? `<w:rPr>${bold ? '<w:b/><w:bCs/>' : ''}${italic ? '<w:i/><w:iCs/>' : ''}</w:rPr>` : '';
  return `<w:r>${look}<w:t xml:space="preserve">`;
}

const starts = { loose: new Map<string, ParagraphStart>(), kept: new Map<string, ParagraphStart>() };

function paragraphStart(style: string, keepNext: boolean): ParagraphStart {
  const made = keepNext ? starts.kept : starts.loose;
  const known = made.get(style);
  if (known) return known;
  const any = `<w:p><w:pPr><w:pStyle w:val="${style}"/>${keepNext ? '<w:keepNext/>' : ''}</w:pPr>`;
  const start = { any, plain: any + PLAIN_RUN };
  made.set(style, start);
  return start;
}

/** How the cells of a frame begin; those of a column share one. */
const cellStarts = new WeakMap<CellFrame, string>();

function cellStart(frame: CellFrame): string {
  const known = cellStarts.get(frame);
  if (known !== undefined) return known;
  const { widthTwips, span, merge } = frame;
  let start = `<w:tc><w:tcPr><w:tcW w:w="${widthTwips}" w:type="dxa"/>`;
  if (span > 1) start += `<w:gridSpan w:val="${span}"/>`;
  if (merge !== 'none') start += merge === 'start' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
  start += '<w:vAlign w:val="center"/></w:tcPr>';
  cellStarts.set(frame, start);
  return start;
}
