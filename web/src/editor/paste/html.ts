import type { Run } from '#document/text/runs.ts';
import type { PastedBlock } from './block.ts';
import { typedLabel } from './labels.ts';
import { toLine } from './runs.ts';
import { type SheetCell, toTable } from './sheet.ts';

const BLOCKS = 'p,h1,h2,h3,h4,h5,h6,li,table,div';
const DROPPED = 'style,script,meta,link,title,xml,o\\:p';

/**
 * HTML of Word, Word on the web, Excel or a web page as lines of ours. What Word prints as a list's number stands in its
 * HTML as text that is marked; it says the level better than Word's own nesting.
 */
export function readHtml(html: string, parse: (html: string) => Document): PastedBlock[] {
  const marked = html
    .replace(/<!\[if !supportLists\]>([\s\S]*?)<!\[endif\]>/g, '<span data-label="1">$1</span>')
    .replace(/<!--\[if[\s\S]*?<!\[endif\]-->/g, '')
    // The page's policy refuses inline styles even where nothing is shown; only their words are read.
    .replace(/<style[\s\S]*?<\/style>/gi, '')
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle(?=\s*=)/gi, ' data-style'));
  const { body } = parse(marked);
  for (const element of body.querySelectorAll(DROPPED)) element.remove();
  const blocks: PastedBlock[] = [];
  for (const element of body.querySelectorAll(BLOCKS)) {
    const around = element.parentElement?.closest('table');
    if (around && !isLayout(around)) continue;
    if (element.nodeName === 'TABLE' && isLayout(element)) continue;
    const block = element.nodeName === 'TABLE' ? readTable(element) : readBlock(element);
    if (block) blocks.push(block);
  }
  if (blocks.length === 0) {
    const line = toLine(runsOf(body, false, false));
    if (line) blocks.push(line);
  }
  return blocks;
}

/** A table that only places head or foot of a document: its paragraphs are lines. */
function isLayout(table: Element): boolean {
  return /^\s*Nơi nhận\s*:|CỘNG HÒA XÃ HỘI CHỦ NGHĨA|CỘNG HOÀ XÃ HỘI CHỦ NGHĨA/u.test(table.textContent ?? '');
}

function readTable(element: Element): PastedBlock | null {
  const table = toTable(
    [...element.querySelectorAll('tr')]
      .filter((row) => row.closest('table') === element)
      .map((row) => [...row.children].filter((cell) => /^T[DH]$/.test(cell.nodeName)).map(readCell)),
  );
  return table && { kind: 'table', table };
}

function readCell(cell: Element): SheetCell {
  const paragraphs = [...cell.querySelectorAll('p')];
  const lines = (paragraphs.length > 0 ? paragraphs : [cell]).map((line) =>
    (line.textContent ?? '').replace(/[\s\u00A0]+/g, ' ').trim(),
  );
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

function readBlock(element: Element): PastedBlock | null {
  if (element.querySelector(BLOCKS)) return null;
  const mark = element.querySelector(
    '[data-label], span[data-style*="mso-list:Ignore"], span[data-style*="mso-list: Ignore"]',
  );
  const printed = mark?.textContent?.replace(/[\s\u00A0]+/g, ' ').trim() ?? '';
  mark?.remove();
  const label = printed === '' ? listLabel(element) : typedLabel(`${printed.replace(/^[o§·]$/, '-')} X`);
  return toLine(runsOf(element, false, false), label);
}

/** A list item without a printed number: numbered lists are khoản, the others dashes. */
function listLabel(element: Element) {
  const item = element.closest('li');
  if (!item || typedLabel(element.textContent ?? '')) return null;
  const ordered = item.parentElement?.nodeName === 'OL';
  return typedLabel(ordered ? '1. X' : '- X');
}

function runsOf(node: Node, bold: boolean, italic: boolean): Run[] {
  if (node.nodeType === 3) return [{ text: node.nodeValue ?? '', bold, italic }];
  if (node.nodeName === 'BR') return [{ text: ' ', bold, italic }];
  const style = node.nodeType === 1 && 'getAttribute' in node ? styleOf(node) : '';
  const isBold = /^(?:B|STRONG)$/.test(node.nodeName) || /font-weight:\s*(?:bold|[6-9]00)/.test(style);
  const isItalic = /^(?:I|EM)$/.test(node.nodeName) || /font-style:\s*italic/.test(style);
  const isPlain = /font-weight:\s*(?:normal|400)/.test(style);
  return [...node.childNodes].flatMap((child) => runsOf(child, !isPlain && (bold || isBold), italic || isItalic));
}

function styleOf(node: Node): string {
  return node instanceof Element ? (node.getAttribute('data-style') ?? '') : '';
}
