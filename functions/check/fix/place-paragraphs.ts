import { childSpan, type Span, spansOf } from './spans.ts';

/** Places of a document's paragraphs, by the index that the reader gives them, and of its sections. */
export interface Places {
  readonly paragraphs: readonly Span[];
  readonly sections: readonly Span[];
}

/** Finds paragraphs and sections in the order of the reader: of alternatives the first, properties left out. */
export function placesOf(xml: string): Places {
  const paragraphs: Span[] = [];
  const sections: Span[] = [];
  const walk = (span: Span): void => {
    if (span.name === 'w:p') paragraphs.push(span);
    for (const child of childrenOf(span)) walk(child);
    if (span.name !== 'w:p' && span.name !== 'w:body') return;
    const section = span.name === 'w:p' ? childSpan(childSpan(span, 'w:pPr'), 'w:sectPr') : childSpan(span, 'w:sectPr');
    if (section) sections.push(section);
  };
  const document = spansOf(xml).find(({ name }) => name === 'w:document');
  const body = childSpan(document, 'w:body');
  if (body) walk(body);
  return { paragraphs, sections };
}

const PROPERTIES = new Set(['w:pPr', 'w:rPr', 'w:sectPr', 'w:tblPr', 'w:trPr', 'w:tcPr']);

function childrenOf(span: Span): readonly Span[] {
  if (span.name === 'mc:AlternateContent') return span.children.slice(0, 1);
  return span.children.filter(({ name }) => !PROPERTIES.has(name));
}

/** Elements of a name in a paragraph, those of text boxes in it left out. */
export function within(paragraph: Span, name: string): Span[] {
  return childrenOf(paragraph).flatMap((child) => {
    if (child.name === name) return [child];
    return child.name === 'w:txbxContent' || child.name === 'w:del' ? [] : within(child, name);
  });
}
