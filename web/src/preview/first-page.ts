import { MARGIN_MM, PAGE_MM } from '#document/page-size.ts';
import type { PreviewXml } from './document-xml.ts';
import { drawParagraph } from './draw-paragraph.ts';
import { drawTable } from './draw-table.ts';
import type { PagedSection } from './pages.ts';
import { readXml } from './xml.ts';

/** Draws what stands in the margins of page 1: the circulation box above, the address below. */
export function drawFirstPage(section: PagedSection, { circulation, address }: PreviewXml): HTMLElement | null {
  if (address !== null) makeFooterRoom(section, address);
  if (circulation === null) return null;
  const top = document.createElement('div');
  top.className = 'top-margin';
  top.append(...drawn(circulation));
  return top;
}

/** Two floats hold the foot of the first column free: one as tall as the text above it, one with the address. */
function makeFooterRoom({ flow, orientation }: PagedSection, address: string): void {
  const pageMm = orientation === 'portrait' ? PAGE_MM.height : PAGE_MM.width;
  const foot = document.createElement('div');
  foot.className = 'first-foot';
  foot.append(...drawn(address));
  const above = document.createElement('div');
  above.className = 'footer-room';
  const lines = foot.childElementCount;
  above.style.height = `calc(${pageMm - MARGIN_MM.top - MARGIN_MM.bottom}mm - ${lines} * 11pt * 1.149 - 3pt)`;
  flow.prepend(above, foot);
}

function drawn(xml: string): HTMLElement[] {
  return [...readXml(xml).children].map((child) =>
    child.nodeName === 'w:tbl' ? drawTable(child) : drawParagraph(child),
  );
}
