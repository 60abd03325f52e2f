import type { PreviewInput } from '../../../web/src/preview/document-xml.ts';
import { createPreview, type Preview } from '../../../web/src/preview/preview.ts';
import type { PreviewProbe, PrintedLine } from '../support/preview-probe.ts';

let preview: Preview | null = null;
const host = () => document.querySelector<HTMLElement>('#host') ?? document.body;

/** The lines of the drawn pages, as words that stand beside each other. */
function lines(): PrintedLine[] {
  const out: PrintedLine[] = [];
  let before = 0;
  for (const section of host().shadowRoot?.querySelectorAll('.section') ?? []) {
    const sheets = [...section.querySelectorAll('.sheet')].map((sheet) => sheet.getBoundingClientRect());
    const pageOf = ({ left, bottom }: DOMRect) =>
      before + sheets.findIndex((s) => left >= s.left - 5 && left < s.right && bottom > s.top && bottom < s.bottom + 5);
    for (const paragraph of section.querySelectorAll('.flow p')) out.push(...linesOf(paragraph, pageOf));
    before += sheets.length;
  }
  return out;
}

function linesOf(paragraph: Element, pageOf: (rect: DOMRect) => number): PrintedLine[] {
  const out: Array<{ readonly page: number; readonly y: number; readonly first: boolean; readonly words: string[] }> =
    [];
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  let last = ' ';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    for (const match of text.matchAll(/\S+/g)) {
      const range = document.createRange();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      const [rect] = range.getClientRects();
      if (!rect) continue;
      const line = out.at(-1);
      if (line && match.index === 0 && !/\s$/.test(last)) line.words.push(`${line.words.pop()}${match[0]}`);
      else if (line && Math.abs(line.y - rect.bottom) <= 4 && line.page === pageOf(rect)) line.words.push(match[0]);
      else out.push({ page: pageOf(rect), y: rect.bottom, first: !line, words: [match[0]] });
    }
    last = text;
  }
  return out;
}

const probe: PreviewProbe = {
  show(input: PreviewInput, wraps?: boolean) {
    preview?.destroy();
    preview = createPreview(host(), { onChoose: (anchor) => probe.chosen.push(anchor) }, wraps);
    const { findings } = preview.show(input);
    return { pages: preview.pageCount(), lines: lines(), findings: findings.length };
  },
  redraw(input: PreviewInput, times: number) {
    const taken = Array.from({ length: times }, () => {
      const start = performance.now();
      preview?.show(input);
      void host().offsetHeight;
      return performance.now() - start;
    });
    return taken.sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
  },
  setView: (view) => preview?.setView(view),
  reveal: (pointer) => preview?.reveal(pointer) ?? false,
  chosen: [],
};

Object.assign(globalThis, { probe });
