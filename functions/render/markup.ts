import Handlebars from 'handlebars';
import type { Run } from '../document/runs.ts';
import type { CellView } from './view.ts';

const { escapeExpression } = Handlebars.Utils;

/** Runs as WordprocessingML: the only place beside `cellsXml` where a helper makes markup; values are escaped by Handlebars. */
export function runsXml(runs: readonly Run[]): string {
  let xml = '';
  for (const { text, bold, italic } of runs) {
    const look =
      bold || italic ? `<w:rPr>${bold ? '<w:b/><w:bCs/>' : ''}${italic ? '<w:i/><w:iCs/>' : ''}</w:rPr>` : '';
    xml += `<w:r>${look}<w:t xml:space="preserve">${escapeExpression(text)}</w:t></w:r>`;
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
