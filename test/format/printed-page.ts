import { mmOfPoints } from '../support/docx-reader/units.ts';
import { type Element, elements, parseXml } from '../support/docx-reader/xml.ts';
import { pageSvg, wordBoxes } from '../support/office.ts';

/** A box on a page, in millimetres from its upper left corner. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A word as it stands on a page. */
export interface Word extends Box {
  readonly text: string;
}

/** A straight line that is drawn on a page; a thin one has no width of its own. `colour` is `#rrggbb`. */
export interface Stroke extends Box {
  readonly colour: string;
}

/** A page as it is printed: words in order of reading. */
export interface PrintedPage {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly words: readonly Word[];
}

function descendants(node: Element, name: string): Element[] {
  return elements(node).flatMap((child) => [
    ...(child.name.endsWith(name) ? [child] : []),
    ...descendants(child, name),
  ]);
}

const mm = (text: string | undefined) => mmOfPoints(Number(text));

/** pdftotext gives words a height of 1.3 of their size; a line of Times New Roman is 1.149 of it high, from the same top. */
const LINE_OF_BOX = 1.149 / 1.3;

/** The pages of a PDF. */
export async function printedPages(pdf: Uint8Array): Promise<PrintedPage[]> {
  return descendants(parseXml(await wordBoxes(pdf)), '}page').map((page) => ({
    widthMm: mm(page.attributes['width']),
    heightMm: mm(page.attributes['height']),
    words: descendants(page, '}word').map(({ attributes, children }) => ({
      text: children.filter((child) => typeof child === 'string').join(''),
      left: mm(attributes['xMin']),
      right: mm(attributes['xMax']),
      top: mm(attributes['yMin']),
      bottom: mm(attributes['yMin']) + (mm(attributes['yMax']) - mm(attributes['yMin'])) * LINE_OF_BOX,
    })),
  }));
}

/** Words whose tops lie within this are on one line; bold, italic and upright letters of a size differ by less. */
const SAME_LINE_MM = 1;

/**
 * The lines on which a text stands, one box each; null where it is not on the page. With `from` the search begins after
 * so many words.
 */
export function linesOf(page: PrintedPage, text: string, from = 0): Box[] | null {
  const wanted = text.normalize('NFC').split(/\s+/);
  for (let start = from; start + wanted.length <= page.words.length; start += 1) {
    const words = page.words.slice(start, start + wanted.length);
    if (words.every((word, i) => word.text.normalize('NFC') === wanted[i])) return boxesOf(words);
  }
  return null;
}

function boxesOf(words: readonly Word[]): Box[] {
  const lines: Box[] = [];
  for (const word of words) {
    const line = lines.at(-1);
    const isOnLine = line && Math.abs(line.top - word.top) < SAME_LINE_MM && word.left > line.left;
    if (isOnLine) lines.pop();
    lines.push(isOnLine ? { ...line, right: word.right, bottom: Math.max(line.bottom, word.bottom) } : word);
  }
  return lines;
}

/** Lists the lines of a page from above to below, each as its words from left to right. */
export function rowsOf(page: PrintedPage): Word[][] {
  const rows: Word[][] = [];
  for (const word of [...page.words].sort((a, b) => a.bottom - b.bottom)) {
    const row = rows.at(-1);
    if (row?.[0] && Math.abs(row[0].bottom - word.bottom) < SAME_LINE_MM) row.push(word);
    else rows.push([word]);
  }
  return rows.map((row) => row.sort((a, b) => a.left - b.left));
}

/** A property of an SVG element, given as an attribute or in its style. */
function property({ attributes }: Element, name: string): string | undefined {
  return attributes[name] ?? new RegExp(`(?:^|;)\\s*${name}:([^;]+)`).exec(attributes['style'] ?? '')?.[1];
}

function hexOf(colour: string): string {
  const parts = colour.match(/[\d.]+/g)?.map((part) => Math.round(Number(part) * 2.55)) ?? [];
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** The straight lines that are drawn on a page, counted from 1; those drawn twice come once. */
export async function strokesOf(pdf: Uint8Array, page: number): Promise<Stroke[]> {
  const strokes = descendants(parseXml(await pageSvg(pdf, page)), '}path').flatMap((path): Stroke[] => {
    const colour = property(path, 'stroke');
    const points = /^M ([\d.-]+) ([\d.-]+) L ([\d.-]+) ([\d.-]+) ?$/
      .exec(path.attributes['d'] ?? '')
      ?.slice(1)
      .map(Number);
    if (!colour || colour === 'none' || !points) return [];
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] =
      path.attributes['transform']?.match(/-?[\d.]+/g)?.map(Number) ?? [];
    const at = (x: number, y: number) => ({ x: mmOfPoints(a * x + c * y + e), y: mmOfPoints(b * x + d * y + f) });
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = points;
    const [from, to] = [at(x1, y1), at(x2, y2)];
    return [
      {
        left: Math.min(from.x, to.x),
        right: Math.max(from.x, to.x),
        top: Math.min(from.y, to.y),
        bottom: Math.max(from.y, to.y),
        colour: hexOf(colour),
      },
    ];
  });
  return [...new Map(strokes.map((stroke) => [JSON.stringify(stroke), stroke])).values()];
}
