import { handlebars } from '#templates';
import type { Run } from '../document/runs.ts';
import type { CellFrame, CellView, ParagraphView, RowView } from './view.ts';

// The only markup that is made outside the templates: paragraphs of runs, and rows of tables, which a document has by the
// thousand. What does not differ from one to the next is put together once; Handlebars escapes the texts.

const { escapeExpression } = handlebars.Utils;

const PLAIN_RUN = '<w:r><w:t>';
const END_OF_RUN = '</w:t></w:r>';

/** Paragraphs as WordprocessingML. */
export function paragraphsXml(paragraphs: readonly ParagraphView[]): string {
  let xml = '';
  for (const { style, keepNext, runs } of paragraphs) xml += `<w:p>${lookXml(style, keepNext)}${runsXml(runs)}</w:p>`;
  return xml;
}

function lookXml(style: string, keepNext: boolean): string {
  return `<w:pPr><w:pStyle w:val="${style}"/>${keepNext ? '<w:keepNext/>' : ''}</w:pPr>`;
}

function runsXml(runs: readonly Run[]): string {
  let xml = '';
  for (const { text, bold, italic } of runs) {
    xml += (bold || italic || hasOuterSpace(text) ? runXml(bold, italic) : PLAIN_RUN) + escapeExpression(text);
    xml += END_OF_RUN;
  }
  return xml;
}

function runXml(bold: boolean, italic: boolean): string {
  const look = bold || italic ? `<w:rPr>${bold ? '<w:b/><w:bCs/>' : ''}${italic ? '<w:i/><w:iCs/>' : ''}</w:rPr>` : '';
  return `<w:r>${look}<w:t xml:space="preserve">`;
}

/** Word drops a space at either end of a text unless it is told not to. */
function hasOuterSpace(text: string): boolean {
  return text.startsWith(' ') || text.endsWith(' ');
}

/** Rows of a table as WordprocessingML. */
export function rowsXml(rows: readonly RowView[]): string {
  let xml = '';
  for (const { mayBreak, cells } of rows) {
    xml += (mayBreak ? '<w:tr>' : '<w:tr><w:trPr><w:cantSplit/></w:trPr>') + cellsXml(cells);
    xml += '</w:tr>';
  }
  return xml;
}

/** The cells of a row as WordprocessingML. */
export function cellsXml(cells: readonly CellView[]): string {
  let xml = '';
  for (const { frame, paragraphs } of cells) {
    const { cell, paragraph } = framed(frame);
    xml += cell;
    for (const runs of paragraphs) xml += `${paragraph}${runsXml(runs)}</w:p>`;
    xml += '</w:tc>';
  }
  return xml;
}

/** What stands before the paragraphs of a cell, and before the runs of each. */
interface FrameXml {
  readonly cell: string;
  readonly paragraph: string;
}

/** Markup of frames made so far: the cells of a column share one. */
const frames = new WeakMap<CellFrame, FrameXml>();

function framed(frame: CellFrame): FrameXml {
  const known = frames.get(frame);
  if (known) return known;
  const { widthTwips, span, merge, style, keepNext } = frame;
  let cell = `<w:tc><w:tcPr><w:tcW w:w="${widthTwips}" w:type="dxa"/>`;
  if (span > 1) cell += `<w:gridSpan w:val="${span}"/>`;
  if (merge !== 'none') cell += merge === 'start' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
  const made = { cell: `${cell}<w:vAlign w:val="center"/></w:tcPr>`, paragraph: `<w:p>${lookXml(style, keepNext)}` };
  frames.set(frame, made);
  return made;
}
