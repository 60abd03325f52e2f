import type { Run } from '#document/text/runs.ts';
import type { WriteText } from '#package/deflate.ts';
import { handlebars } from '#templates';
import type { CellLook, CellTags, CellView, ParagraphLook, ParagraphTags, ParagraphView, RowView } from './view.ts';

// The only markup that is made outside the templates: paragraphs of runs, and rows of tables, which a document has by the
// thousand. It is written in pieces, texts and what stands between them: pieces become bytes one by one, which takes half the
// time of putting them together first. What does not differ from one to the next is made once, the end of a plain cell or
// paragraph with the opening of the next; Handlebars escapes texts.

const { escapeExpression } = handlebars.Utils;

const PLAIN_RUN = '<w:r><w:t>';
const END_OF_RUN = '</w:t></w:r>';
const END_OF_PARAGRAPH = '</w:p>';
const END_OF_PLAIN_PARAGRAPH = END_OF_RUN + END_OF_PARAGRAPH;
const END_OF_CELL = '</w:tc>';
const END_OF_PLAIN_CELL = END_OF_PLAIN_PARAGRAPH + END_OF_CELL;
const END_OF_ROW = '</w:tr>';

/** Writes paragraphs as WordprocessingML. */
export function writeParagraphs(paragraphs: readonly ParagraphView[], write: WriteText): void {
  let isOpen = false;
  for (const { style, keepNext, look, runs } of paragraphs) {
    const tags = look ? null : paragraphTags(style, keepNext);
    const text = tags ? plainText(runs) : null;
    if (tags && text !== null) {
      write(isOpen ? tags.nextPlain : tags.plain);
      write(escapeExpression(text));
      isOpen = true;
      continue;
    }
    if (isOpen) write(END_OF_PLAIN_PARAGRAPH);
    isOpen = false;
    if (look) writeLookedParagraph(style, keepNext, look, runs, write);
    else writeParagraph(paragraphTags(style, keepNext), runs, write);
  }
  if (isOpen) write(END_OF_PLAIN_PARAGRAPH);
}

/** Writes a row of a table as WordprocessingML. */
export function writeRow({ mayBreak, cells }: RowView, write: WriteText): void {
  write(mayBreak ? '<w:tr>' : '<w:tr><w:trPr><w:cantSplit/></w:trPr>');
  writeCells(cells, write);
  write(END_OF_ROW);
}

/** Writes the cells of a row as WordprocessingML. */
export function writeCells(cells: readonly CellView[], write: WriteText): void {
  let isOpen = false;
  for (const { frame, paragraphs } of cells) {
    const text = paragraphs.length === 1 ? plainText(paragraphs[0]) : null;
    if (text !== null) {
      write(isOpen ? frame.tags.nextPlain : frame.tags.plain);
      write(escapeExpression(text));
      isOpen = true;
      continue;
    }
    if (isOpen) write(END_OF_PLAIN_CELL);
    isOpen = false;
    write(frame.tags.cell);
    for (const runs of paragraphs) writeParagraph(frame.tags.paragraph, runs, write);
    write(END_OF_CELL);
  }
  if (isOpen) write(END_OF_PLAIN_CELL);
}

function writeParagraph(tags: ParagraphTags, runs: readonly Run[], write: WriteText): void {
  const text = plainText(runs);
  if (text !== null) {
    write(tags.plain);
    write(escapeExpression(text));
    write(END_OF_PLAIN_PARAGRAPH);
    return;
  }
  write(tags.paragraph);
  for (const run of runs) {
    write(isPlain(run) ? PLAIN_RUN : runStart(run));
    write(escapeExpression(run.text));
    write(END_OF_RUN);
  }
  write(END_OF_PARAGRAPH);
}

/** A paragraph that differs from its style; a tab in its text leads to the end of a line to be filled in. */
function writeLookedParagraph(
  style: string,
  keepNext: boolean,
  { align, flush, leader }: ParagraphLook,
  runs: readonly Run[],
  write: WriteText,
): void {
  const tabs = leader
    ? `<w:tabs><w:tab w:val="right" w:leader="${leader.mark}" w:pos="${leader.atTwips}"/></w:tabs>`
    : '';
  const indent = flush ? '<w:ind w:firstLine="0"/>' : '';
  const justified = align ? `<w:jc w:val="${align}"/>` : '';
  const kept = keepNext ? '<w:keepNext/>' : '';
  write(`<w:p><w:pPr><w:pStyle w:val="${style}"/>${kept}${tabs}${indent}${justified}</w:pPr>`);
  for (const run of runs) {
    for (const [i, text] of run.text.split('\t').entries()) {
      if (i > 0) write('<w:r><w:tab/></w:r>');
      if (text === '') continue;
      write(runStart(run));
      write(escapeExpression(text));
      write(END_OF_RUN);
    }
  }
  write(END_OF_PARAGRAPH);
}

/** The text of a paragraph that is one plain run, as nearly all are; null of any other. */
function plainText(runs: readonly Run[] | undefined): string | null {
  const run = runs?.length === 1 ? runs[0] : undefined;
  return run && isPlain(run) ? run.text : null;
}

/** Tells whether a run needs no word of its look; Word drops a space at either end of a text unless it is told not to. */
function isPlain({ text, bold, italic }: Run): boolean {
  return !bold && !italic && !text.startsWith(' ') && !text.endsWith(' ');
}

function runStart({ bold, italic }: Run): string {
  const look = bold || italic ? `<w:rPr>${bold ? '<w:b/><w:bCs/>' : ''}${italic ? '<w:i/><w:iCs/>' : ''}</w:rPr>` : '';
  return `<w:r>${look}<w:t xml:space="preserve">`;
}

const known = { loose: new Map<string, ParagraphTags>(), kept: new Map<string, ParagraphTags>() };

function indentedTags(style: string, keepNext: boolean, rightTwips: number): ParagraphTags {
  const kept = keepNext ? '<w:keepNext/>' : '';
  const paragraph = `<w:p><w:pPr><w:pStyle w:val="${style}"/>${kept}<w:ind w:right="${rightTwips}"/></w:pPr>`;
  return tagsOf(paragraph);
}

function tagsOf(paragraph: string): ParagraphTags {
  const plain = paragraph + PLAIN_RUN;
  return { paragraph, plain, nextPlain: END_OF_PLAIN_PARAGRAPH + plain };
}

function paragraphTags(style: string, keepNext: boolean): ParagraphTags {
  const ofStyle = keepNext ? known.kept : known.loose;
  const found = ofStyle.get(style);
  if (found) return found;
  const paragraph = `<w:p><w:pPr><w:pStyle w:val="${style}"/>${keepNext ? '<w:keepNext/>' : ''}</w:pPr>`;
  const tags = tagsOf(paragraph);
  ofStyle.set(style, tags);
  return tags;
}

const MERGES = { none: '', start: '<w:vMerge w:val="restart"/>', continue: '<w:vMerge/>' } as const;

/** The tags of cells of a look. */
export function cellTags({ widthTwips, span, merge, style, keepNext, rightTwips }: CellLook): CellTags {
  const across = span > 1 ? `<w:gridSpan w:val="${span}"/>` : '';
  const places = `<w:tcW w:w="${widthTwips}" w:type="dxa"/>${across}${MERGES[merge]}<w:vAlign w:val="center"/>`;
  const cell = `<w:tc><w:tcPr>${places}</w:tcPr>`;
  const paragraph = rightTwips > 0 ? indentedTags(style, keepNext, rightTwips) : paragraphTags(style, keepNext);
  const plain = cell + paragraph.plain;
  return { cell, paragraph, plain, nextPlain: END_OF_PLAIN_CELL + plain };
}
