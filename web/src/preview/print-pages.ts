import { MARGIN_MM, PAGE_MM } from '#document/page-size.ts';
import type { PagedSection } from './pages.ts';
import { GAP_MM } from './style-sheet.ts';

/** Class of the page while it prints a preview; `print.css` hides all else then. */
const PRINTING = 'prints-preview';

/**
 * Prints drawn pages in the size of the paper, one a sheet, each marked as a preview. The sections must be laid out in one
 * row a page, without zoom; what is on the screen stays as it is.
 */
export function printPages(
  sections: readonly PagedSection[],
  { sheet, wraps, mark }: { readonly sheet: CSSStyleSheet; readonly wraps: boolean; readonly mark: string },
): void {
  const host = document.createElement('div');
  host.className = 'print-host';
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet];
  root.append(...sections.flatMap((section) => pagesOf(section, wraps, mark)));
  document.body.append(host);
  document.body.classList.add(PRINTING);
  addEventListener(
    'afterprint',
    () => {
      host.remove();
      document.body.classList.remove(PRINTING);
    },
    { once: true },
  );
  window.print();
}

function pagesOf(section: PagedSection, wraps: boolean, mark: string): HTMLElement[] {
  const isWide = section.orientation === 'landscape';
  return Array.from({ length: section.pages }, (_, page) => {
    const paper = document.createElement('div');
    paper.className = `paper ${section.orientation}`;
    paper.style.page = isWide ? 'ban-in-ngang' : 'ban-in';
    const clone = section.host.cloneNode(true);
    if (clone instanceof HTMLElement) {
      clone.style.position = 'absolute';
      clone.style[wraps ? 'top' : 'left'] =
        `calc(${page} * (var(${wraps ? '--height' : '--width'}) + ${GAP_MM}mm) * -1)`;
    }
    const note = document.createElement('div');
    note.className = 'preview-mark';
    note.textContent = mark;
    paper.append(clone, note);
    return paper;
  });
}

/** Styles of printed pages, beside those of the preview. */
export const PAPER_CSS = `
:host(.print-host){overflow:visible;background:none}
.paper{--width:${PAGE_MM.width}mm;--height:${PAGE_MM.height}mm;contain:strict;position:relative;width:var(--width);height:var(--height);overflow:hidden;break-after:page;background:#fff}
.paper.landscape{--width:${PAGE_MM.height}mm;--height:${PAGE_MM.width}mm}
.paper>.section{margin:0}
.paper:last-child{break-after:auto}
.paper .sheet{box-shadow:none}
.preview-mark{position:absolute;top:6mm;left:${MARGIN_MM.left}mm;font:italic 9pt "Times New Roman",serif;color:#525252}
`;
