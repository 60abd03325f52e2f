import { MARGIN_MM, PAGE_MM } from '#document/page-size.ts';
import type { Orientation } from '#document/schemas/appendix.schema.ts';
import { GAP_MM } from './style-sheet.ts';
import { PX_PER_MM } from './units.ts';

/** Tells whether the browser sets columns in rows below each other (Chrome and Edge since 145). */
export function wrapsColumns(): boolean {
  return CSS.supports('column-wrap', 'wrap');
}

/** Layout of pages: rows of several, or one row where the browser wraps no columns. */
export interface PageLayout {
  readonly wraps: boolean;
  readonly beside: 1 | 2;
}

/** Size of a page and its distance to the next, in pixels. */
function measures(orientation: Orientation) {
  const [width, height] =
    orientation === 'portrait' ? [PAGE_MM.width, PAGE_MM.height] : [PAGE_MM.height, PAGE_MM.width];
  return { width, height, stepX: (width + GAP_MM) * PX_PER_MM, stepY: (height + GAP_MM) * PX_PER_MM };
}

/** A section on its sheets. */
export interface PagedSection {
  readonly host: HTMLElement;
  readonly sheets: HTMLElement;
  readonly flow: HTMLElement;
  readonly orientation: Orientation;
  /** Number of pages, known once `layPages` has run. */
  pages: number;
}

/** Makes the element of a section, its content in one flow. */
export function createSection(orientation: Orientation, content: Node): PagedSection {
  const host = document.createElement('section');
  host.className = `section ${orientation}`;
  const sheets = document.createElement('div');
  const flow = document.createElement('div');
  flow.className = 'flow';
  flow.append(content);
  host.append(sheets, flow);
  return { host, sheets, flow, orientation, pages: 1 };
}

/** Flows a section into columns; its pages can be counted then. */
export function flowPages({ flow, orientation }: PagedSection, { wraps, beside }: PageLayout): void {
  const { width, height } = measures(orientation);
  const text = width - MARGIN_MM.left - MARGIN_MM.right;
  const inRow = wraps ? beside : 1;
  flow.classList.toggle('wrap', wraps);
  flow.style.columnCount = String(inRow);
  flow.style.width = `${inRow * text + (inRow - 1) * (width - text + GAP_MM)}mm`;
  if (!wraps) flow.style.height = `${height - MARGIN_MM.top - MARGIN_MM.bottom}mm`;
}

/** Page on which a rectangle of the section ends, counted from 0; `scale` is the zoom of the screen. */
export function pageOf(section: PagedSection, rect: DOMRect, layout: PageLayout, scale: number): number {
  const origin = section.host.getBoundingClientRect();
  const { stepX, stepY } = measures(section.orientation);
  const across = Math.max(0, Math.floor((rect.left - origin.left) / scale / stepX));
  if (!layout.wraps) return across;
  const down = Math.max(0, Math.floor((rect.bottom - origin.top - 1) / scale / stepY));
  return down * layout.beside + across;
}

/** Counts the pages of a flowed section by where its last line stands. */
export function countPages(section: PagedSection, layout: PageLayout, scale: number): number {
  const last = section.flow.lastElementChild;
  const rects = last ? [...last.getClientRects()] : [];
  const rect = rects.at(-1);
  return rect ? pageOf(section, rect, layout, scale) + 1 : 1;
}

/** Puts a sheet behind each page, with its number from page 2 on (PL I, Mục I.7). */
export function drawSheets(section: PagedSection, pages: number, { wraps, beside }: PageLayout): void {
  const { width, height } = measures(section.orientation);
  const inRow = wraps ? beside : pages;
  section.pages = pages;
  const sheets = Array.from({ length: pages }, (_, page) => {
    const sheet = document.createElement('div');
    sheet.className = 'sheet';
    sheet.style.left = `${(page % inRow) * (width + GAP_MM)}mm`;
    sheet.style.top = `${Math.floor(page / inRow) * (height + GAP_MM)}mm`;
    if (page > 0) sheet.append(pageNumber(page + 1));
    return sheet;
  });
  const rows = Math.ceil(pages / inRow);
  section.host.style.width = `${Math.min(pages, inRow) * (width + GAP_MM) - GAP_MM}mm`;
  section.host.style.height = `${rows * (height + GAP_MM) - GAP_MM}mm`;
  section.sheets.replaceChildren(...sheets);
}

function pageNumber(page: number): HTMLElement {
  const number = document.createElement('div');
  number.className = 'page-number s-SoTrang';
  number.textContent = String(page);
  return number;
}
