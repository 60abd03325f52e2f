import type { Orientation } from '#document/schemas/appendix.schema.ts';
import { ANCHOR_TARGET } from './anchored-slots.ts';
import { drawParagraph, styleOf } from './draw-paragraph.ts';
import { drawTable } from './draw-table.ts';
import { createFieldAnchors, type FieldAnchors } from './field-anchors.ts';
import { childOf, readXml } from './xml.ts';

/** A section of a document, drawn: paragraphs and tables in order, and how its pages lie. */
export interface DrawnSection {
  readonly orientation: Orientation;
  readonly content: DocumentFragment;
}

/** Draws the body of each file; a section ends where its properties stand. */
export function drawSections(bodies: readonly string[]): DrawnSection[] {
  const fields = createFieldAnchors();
  return bodies.flatMap((xml) => drawBody(readXml(xml), fields));
}

function drawBody(body: Element, fields: FieldAnchors): DrawnSection[] {
  const sections: DrawnSection[] = [];
  let content = document.createDocumentFragment();
  let anchor: string | null = null;
  const end = (properties: Element) => {
    sections.push({ orientation: orientationOf(properties), content });
    content = document.createDocumentFragment();
  };
  for (const node of body.childNodes) {
    if (node.nodeName === ANCHOR_TARGET) {
      anchor = node.nodeValue;
      continue;
    }
    if (!(node instanceof Element)) continue;
    if (node.nodeName === 'w:p') {
      const drawn = drawParagraph(node);
      const shown = fields(styleOf(node), node.textContent ?? '', anchor);
      if (shown) drawn.dataset.part = shown;
      content.append(drawn);
      const properties = childOf(childOf(node, 'w:pPr'), 'w:sectPr');
      if (properties) end(properties);
    } else if (node.nodeName === 'w:tbl') {
      const drawn = drawTable(node);
      for (const paragraph of drawn.querySelectorAll<HTMLElement>('p')) {
        const shown = fields(paragraph.dataset.style, paragraph.textContent ?? '', null);
        if (shown) paragraph.dataset.part = shown;
      }
      content.append(drawn);
    } else if (node.nodeName === 'w:sectPr') end(node);
    anchor = null;
  }
  return sections;
}

function orientationOf(properties: Element): Orientation {
  return childOf(properties, 'w:pgSz')?.getAttribute('w:orient') === 'landscape' ? 'landscape' : 'portrait';
}
