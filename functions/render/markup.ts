import Handlebars from 'handlebars';
import type { Run } from '../document/runs.ts';
import type { CellView, RowView } from './view.ts';

const { escapeExpression } = Handlebars.Utils;

/** Runs as WordprocessingML: beside the rows of a table the only markup that a helper makes; Handlebars escapes the text. */
export function runsXml(runs: readonly Run[]): string {
  let xml = '';
  for (const { text, bold, italic } of runs) {
    const look =
      bold || italic ? `<w:rPr>${bold ? '<w:b/><w:bCs/>' : ''}${italic ? '<w:i/><w:iCs/>' : ''}</w:rPr>` : '';
    const space = needsPreserve(text) ? ' xml:space="preserve"' : '';
    xml += `<w:r>${look}<w:t${space}>${escapeExpression(text)}</w:t></w:r>`;
  }
  return xml;
}

/** Word drops the spaces at either end of a text unless it is told not to. */
function needsPreserve(text: string): boolean {
  return text.startsWith(' ') || text.endsWith(' ') || text.includes('  ');
}

/** Rows of a table as WordprocessingML. */
export function rowsXml(rows: readonly RowView[]): string {
  let xml = '';
  for (const { mayBreak, cells } of rows) {
    xml += `<w:tr>${mayBreak ? '' : '<w:trPr><w:cantSplit/></w:trPr>'}${cellsXml(cells)}</w:tr>`;
  }
  return xml;
}

/** The cells of a row as WordprocessingML. */
export function cellsXml(cells: readonly CellView[]): string {
  let xml = '';
  for (const { widthTwips, span, merge, style, keepNext, paragraphs } of cells) {
    xml += `<w:tc><w:tcPr><w:tcW w:w="${widthTwips}" w:type="dxa"/>`;
    if (span > 1) xml += `<w:gridSpan w:val="${span}"/>`;
    if (merge !== 'none') xml += merge === 'start' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
    xml += '<w:vAlign w:val="center"/></w:tcPr>';
    const look = `<w:pPr><w:pStyle w:val="${style}"/>${keepNext ? '<w:keepNext/>' : ''}</w:pPr>`;
    for (const runs of paragraphs) xml += `<w:p>${look}${runsXml(runs)}</w:p>`;
    xml += '</w:tc>';
  }
  return xml;
}
