import type { Finding } from '#document/checking/findings.ts';
import { type Anchor, nearestAnchor } from './anchors.ts';
import { type CheckedXml, type PreviewInput, type PreviewXml, toPreviewXml } from './document-xml.ts';
import { drawSections } from './draw-sections.ts';
import { drawFirstPage } from './first-page.ts';
import { drawMarks } from './marks.ts';
import {
  countPages,
  createSection,
  drawSheets,
  flowPages,
  type PagedSection,
  type PageLayout,
  wrapsColumns,
} from './pages.ts';
import { PAPER_CSS, printPages } from './print-pages.ts';
import { PAGES_CSS, stylesCss } from './style-sheet.ts';

/** View of the pages. */
export interface PreviewView {
  /** 1 is the size of the paper. */
  readonly zoom: number;
  /** Pages beside each other. */
  readonly beside: 1 | 2;
}

/** Events of a preview. */
export interface PreviewEvents {
  /** A line was chosen that shows a field of the data. */
  readonly onChoose?: (anchor: Anchor) => void;
  /** A mark in the margin was chosen. */
  readonly onFinding?: (finding: Finding) => void;
}

/** A document drawn as it will be printed. */
export interface Preview {
  /** Checks and draws; the last drawing stays where nothing can be laid out. */
  readonly show: (input: PreviewInput) => CheckedXml;
  readonly setView: (view: PreviewView) => void;
  /** Scrolls to the line that shows a field, and marks it; false where none does. */
  readonly reveal: (pointer: ReadonlyArray<string | number>) => boolean;
  readonly pageCount: () => number;
  /** Prints the pages in the size of the paper, marked as a preview. */
  readonly print: (mark: string) => void;
  readonly destroy: () => void;
}

let sheet: CSSStyleSheet | null = null;

function previewSheet(): CSSStyleSheet {
  if (sheet) return sheet;
  sheet = new CSSStyleSheet();
  sheet.replaceSync(`${stylesCss()}\n${PAGES_CSS}${PAPER_CSS}`);
  return sheet;
}

/** Makes a preview in an element; `wraps` is for browsers that set no columns in rows. */
export function createPreview(host: HTMLElement, events: PreviewEvents = {}, wraps = wrapsColumns()): Preview {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [previewSheet()];
  const pages = document.createElement('div');
  pages.className = 'zoom';
  pages.lang = 'vi';
  root.replaceChildren(pages);
  let view: PreviewView = { zoom: 1, beside: 1 };
  let sections: PagedSection[] = [];
  let findings: readonly Finding[] = [];

  const layout = (): PageLayout => ({ wraps, beside: view.beside });
  const lay = () => {
    pages.style.transform = view.zoom === 1 ? '' : `scale(${view.zoom})`;
    for (const section of sections) flowPages(section, layout());
    const counts = sections.map((section) => countPages(section, layout(), view.zoom));
    for (const [index, section] of sections.entries()) drawSheets(section, counts[index] ?? 1, layout());
    takeRoom();
    drawMarks(pages, sections, findings, view.zoom, events.onFinding);
  };
  /** Scale of the drawing: what is smaller takes less room, too. */
  const takeRoom = () => {
    pages.style.marginBottom = view.zoom < 1 ? `${(view.zoom - 1) * pages.offsetHeight}px` : '';
    pages.style.marginRight = view.zoom < 1 ? `${(view.zoom - 1) * pages.offsetWidth}px` : '';
  };
  const draw = (xml: PreviewXml) => {
    sections = drawSections(xml.bodies).map(({ orientation, content }) => createSection(orientation, content));
    const [first] = sections;
    const top = first ? drawFirstPage(first, xml) : null;
    pages.replaceChildren(...sections.map(({ host: element }) => element));
    lay();
    if (top) first?.host.append(top);
  };
  const chosen = (event: Event) => {
    const line = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-part]') : null;
    const anchor = line?.dataset.part;
    if (anchor) events.onChoose?.(anchor);
  };
  pages.addEventListener('click', chosen);

  return {
    show(input) {
      const checked = toPreviewXml(input);
      findings = checked.findings;
      if (checked.xml) draw(checked.xml);
      return checked;
    },
    setView(next) {
      view = next;
      lay();
    },
    reveal: (pointer) => reveal(host, pages, pointer),
    pageCount: () => sections.reduce((sum, section) => sum + section.pages, 0),
    print(mark) {
      const shown = view;
      view = { zoom: 1, beside: 1 };
      lay();
      printPages(sections, { sheet: previewSheet(), wraps, mark });
      view = shown;
      lay();
    },
    destroy() {
      pages.removeEventListener('click', chosen);
      root.replaceChildren();
    },
  };
}

/** Scrolls the pages alone: the page around them stays under the hand of who clicks. */
function reveal(host: HTMLElement, pages: HTMLElement, pointer: ReadonlyArray<string | number>): boolean {
  const lines = new Map(
    [...pages.querySelectorAll<HTMLElement>('[data-part]')].reverse().map((line) => [line.dataset.part ?? '', line]),
  );
  const anchor = nearestAnchor(pointer, new Set(lines.keys()));
  const line = anchor === null ? undefined : lines.get(anchor);
  if (!line) return false;
  for (const shown of pages.querySelectorAll('.shown')) shown.classList.remove('shown');
  line.classList.add('shown');
  const [at, frame] = [line.getBoundingClientRect(), host.getBoundingClientRect()];
  const left = Math.min(0, at.left - frame.left) || Math.max(0, at.right - frame.right);
  host.scrollBy(left, (at.top + at.bottom - frame.top - frame.bottom) / 2);
  return true;
}
