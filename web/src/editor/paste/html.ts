import type { Run } from '#document/text/runs.ts';
import { wrapBareText } from './bare-text.ts';
import { blockText, type PastedBlock } from './block.ts';
import { readRows } from './html-table.ts';
import { typedLabel } from './labels.ts';
import { listLevel } from './list-level.ts';
import { toLine } from './runs.ts';
import { toTable } from './sheet/sheet.ts';

const LINES = 'p,h1,h2,h3,h4,h5,h6,table';
/** Nothing of the text: scripts, what was deleted or hidden, and remarks of Word. */
const DROPPED = [
  'style,script,meta,link,title,xml,o\\:p,del',
  '[data-style*="display:none"],[data-style*="display: none"],[data-style*="mso-hide:all"]',
  '.MsoCommentReference,[data-style*="comment-list"],[data-style*="mso-comment-reference"]',
].join(',');
/** Bullets of symbol fonts, as letters: Symbol, Courier New and Wingdings. */
const BULLET = /^(?:[^\p{L}\p{N}(]|[oØüqvà])$/u;

/**
 * HTML of Word, Word on the web, LibreOffice, Google Docs, Excel or a web page as lines of ours. What Word prints as a list's
 * number stands in its HTML as text that is marked; it says the level better than Word's own nesting.
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
  wrapBareText(body, isLayout);
  return [...body.querySelectorAll(LINES)].flatMap((element) => {
    const around = element.parentElement?.closest('table');
    if (around && !isLayout(around)) return [];
    if (element.nodeName !== 'TABLE') return readLines(element);
    return isLayout(element) ? [] : readTable(element);
  });
}

/** A table that only places head or foot of a document: its paragraphs are lines. */
function isLayout(table: Element): boolean {
  return /^\s*Nơi nhận\s*:|CỘNG HÒA XÃ HỘI CHỦ NGHĨA|CỘNG HOÀ XÃ HỘI CHỦ NGHĨA/u.test(table.textContent ?? '');
}

/** A table; one cell alone, as Excel copies it, is the text in it. */
function readTable(element: Element): PastedBlock[] {
  const rows = readRows(element);
  const [[only] = []] = rows;
  if (rows.length === 1 && rows[0]?.length === 1 && only)
    return only.text.split('\n').flatMap((text) => toLine([{ text, bold: false, italic: false }]) ?? []);
  const table = toTable(rows);
  return table ? [{ kind: 'table', table }] : [];
}

/** The lines of a paragraph: what is numbered after a line break within it is a line of its own. */
function readLines(element: Element): PastedBlock[] {
  const mark = element.querySelector(
    '[data-label], span[data-style*="mso-list:Ignore"], span[data-style*="mso-list: Ignore"]',
  );
  const printed = mark?.textContent?.replace(/[\s\u00A0]+/g, ' ').trim() ?? '';
  mark?.remove();
  const label = printed === '' ? listLevel(element) : typedLabel(`${printed.replace(BULLET, '-')} X`);
  // A number of a kind that we have no level for stays as text.
  const kept: Run[] = printed !== '' && !label ? [{ text: `${printed} `, bold: false, italic: false }] : [];
  const [first = [], ...more] = brokenAtNumbers([...kept, ...runsOf(element, ...looksAround(element))]);
  return [toLine(first, label), ...more.map((runs) => toLine(runs))].flatMap((line) => line ?? []);
}

const BREAK = '\n';

/** Runs parted at the line breaks that a number follows; at others the text goes on. */
function brokenAtNumbers(runs: readonly Run[]): Run[][] {
  const pieces: Run[][] = [[]];
  for (const run of runs) {
    if (run.text === BREAK) pieces.push([]);
    else pieces.at(-1)?.push(run);
  }
  const lines: Run[][] = [];
  for (const piece of pieces) {
    const isNumbered = typedLabel(blockText({ kind: 'line', level: 'paragraph', runs: piece }).trim()) !== null;
    const last = lines.at(-1);
    if (last && !isNumbered) last.push({ text: ' ', bold: false, italic: false }, ...piece);
    else lines.push([...piece]);
  }
  return lines;
}

/** Looks that a paragraph has from what stands around it. */
function looksAround(element: Element): [bold: boolean, italic: boolean] {
  let looks: [boolean, boolean] = [/^H[1-6]$/.test(element.nodeName), false];
  const chain: Element[] = [];
  for (let around = element.parentElement; around; around = around.parentElement) chain.unshift(around);
  for (const around of chain) looks = looksOf(around, looks);
  return looks;
}

/** Looks of an element within others. */
function looksOf(node: Element, [bold, italic]: readonly [boolean, boolean]): [boolean, boolean] {
  const style = node.getAttribute('data-style') ?? '';
  const isBold = /^(?:B|STRONG)$/.test(node.nodeName) || /font-weight:\s*(?:bold|[6-9]00)/.test(style);
  const isPlain = /font-weight:\s*(?:normal|400)/.test(style);
  const isItalic = /^(?:I|EM)$/.test(node.nodeName) || /font-style:\s*italic/.test(style);
  return [!isPlain && (bold || isBold), italic || isItalic];
}

function runsOf(node: Node, bold: boolean, italic: boolean): Run[] {
  if (node.nodeType === 3) return [{ text: (node.nodeValue ?? '').replaceAll('\n', ' '), bold, italic }];
  if (node.nodeName === 'BR') return [{ text: BREAK, bold: false, italic: false }];
  const [isBold, isItalic] = node instanceof Element ? looksOf(node, [bold, italic]) : [bold, italic];
  return [...node.childNodes].flatMap((child) => runsOf(child, isBold, isItalic));
}
