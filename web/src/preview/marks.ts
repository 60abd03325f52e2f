import type { Finding } from '#document/checking/findings.ts';
import { nearestAnchor } from './anchors.ts';
import type { PagedSection } from './pages.ts';

/** Distance of a mark from the text, in pixels. */
const MARK_OFFSET_PX = 34;

/** Puts a mark in the margin at each line that has a finding; several findings of a line share one. */
export function drawMarks(
  pages: HTMLElement,
  sections: readonly PagedSection[],
  findings: readonly Finding[],
  scale: number,
  onFinding: ((finding: Finding) => void) | undefined,
): void {
  for (const old of pages.querySelectorAll('.mark')) old.remove();
  if (findings.length === 0) return;
  const lines = new Map<string, { readonly line: HTMLElement; readonly section: PagedSection }>();
  for (const section of sections) {
    for (const line of section.flow.querySelectorAll<HTMLElement>('[data-part]')) {
      const anchor = line.dataset.part ?? '';
      if (!lines.has(anchor)) lines.set(anchor, { line, section });
    }
  }
  const drawn = new Set(lines.keys());
  const byAnchor = new Map<string, Finding[]>();
  for (const finding of findings) {
    const anchor = nearestAnchor(finding.pointer, drawn);
    if (anchor !== null) byAnchor.set(anchor, [...(byAnchor.get(anchor) ?? []), finding]);
  }
  for (const [anchor, found] of byAnchor) {
    const place = lines.get(anchor);
    if (place) place.section.host.append(mark(place.line, place.section, found, scale, onFinding));
  }
}

function mark(
  line: HTMLElement,
  { host, flow }: PagedSection,
  found: readonly Finding[],
  scale: number,
  onFinding: ((finding: Finding) => void) | undefined,
): HTMLElement {
  const button = document.createElement('button');
  const isError = found.some(({ severity }) => severity === 'error');
  button.type = 'button';
  button.className = isError ? 'mark error' : 'mark';
  button.textContent = '!';
  const text = found.map(({ message }) => message).join('\n');
  button.title = text;
  button.setAttribute('aria-label', `${isError ? 'Lỗi' : 'Lưu ý'}: ${text}`);
  const origin = host.getBoundingClientRect();
  const rect = line.getClientRects()[0] ?? line.getBoundingClientRect();
  const column = flow.getBoundingClientRect().left;
  button.style.top = `${(rect.top - origin.top) / scale}px`;
  button.style.left = `${(Math.max(rect.left, column) - origin.left) / scale - MARK_OFFSET_PX}px`;
  const [first] = found;
  if (first && onFinding) button.addEventListener('click', () => onFinding(first));
  return button;
}
