import type { SheetCell } from './sheet/sheet.ts';

/** Reads the rows of a table of HTML, merged cells as they are there; tables within its cells are text of the cells. */
export function readRows(table: Element): SheetCell[][] {
  return [...table.querySelectorAll('tr')]
    .filter((row) => row.closest('table') === table)
    .map((row) => [...row.children].filter((cell) => /^T[DH]$/.test(cell.nodeName)).map(readCell));
}

function readCell(cell: Element): SheetCell {
  const paragraphs = [...cell.querySelectorAll('p,li,div')].filter((one) => !one.querySelector('p,li,div'));
  const lines = (paragraphs.length > 0 ? paragraphs : [cell]).flatMap(linesIn);
  return {
    text: lines
      .filter((line) => line !== '')
      .join('\n')
      .normalize('NFC'),
    rowSpan: Math.max(1, Number(cell.getAttribute('rowspan') ?? 1)),
    colSpan: Math.max(1, Number(cell.getAttribute('colspan') ?? 1)),
    bold: cell.querySelector('b,strong') !== null,
  };
}

/** Texts of a paragraph between its line breaks. */
function linesIn(paragraph: Element): string[] {
  const lines = [''];
  const read = (node: Node) => {
    if (node.nodeName === 'BR') lines.push('');
    else if (node.nodeType === 3) lines.push(`${lines.pop() ?? ''}${node.nodeValue ?? ''}`);
    else for (const child of node.childNodes) read(child);
  };
  read(paragraph);
  return lines.map((line) => line.replace(/[\s\u00A0]+/g, ' ').trim());
}
