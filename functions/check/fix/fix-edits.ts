import type { Fix } from './fix.ts';
import { within } from './place-paragraphs.ts';
import { PARAGRAPH_ORDER, RUN_ORDER, withAttributes, withAttributesOfTag } from './properties.ts';
import { retypeEdits } from './retype.ts';
import { childSpan, type Edit, type Span } from './spans.ts';

/** The edits of a paragraph's fixes: its properties once, each run's once, texts. */
export function paragraphEdits(xml: string, paragraph: Span, fixes: readonly Fix[]): Edit[] {
  const size = fixes.find((fix) => fix.kind === 'size');
  return [
    ...propertyEdits(xml, paragraph, fixes),
    ...(size ? within(paragraph, 'w:r').map((run) => sizeEdit(xml, run, size.points)) : []),
    ...textEdits(xml, paragraph, fixes),
  ];
}

/** Texts are retyped one by one: of two fixes of one text the first is made, the other waits for the next run. */
function textEdits(xml: string, paragraph: Span, fixes: readonly Fix[]): Edit[] {
  const edits: Edit[] = [];
  for (const fix of fixes) {
    if (fix.kind !== 'retype') continue;
    const made = retypeEdits(xml, within(paragraph, 'w:t'), fix.from, fix.to);
    const isFree = made.every((edit) => edits.every(({ start }) => start !== edit.start));
    if (isFree) edits.push(...made);
  }
  return edits;
}

function propertyEdits(xml: string, paragraph: Span, fixes: readonly Fix[]): Edit[] {
  const own = childSpan(paragraph, 'w:pPr');
  const before = own && !own.isEmptyTag ? xml.slice(own.innerStart, own.innerEnd) : '';
  const after = fixes.reduce(withFix, before);
  if (after === before) return [];
  const [start, end] = own ? [own.start, own.end] : [paragraph.innerStart, paragraph.innerStart];
  return [{ start, end, text: `<w:pPr>${after}</w:pPr>` }];
}

function withFix(properties: string, fix: Fix): string {
  const set = (name: string, attributes: Readonly<Record<string, string>>) =>
    withAttributes(properties, PARAGRAPH_ORDER, name, attributes);
  switch (fix.kind) {
    case 'align':
      return set('w:jc', { 'w:val': fix.to });
    case 'space-after':
      return set('w:spacing', { 'w:after': String(fix.twips), 'w:afterAutospacing': '0' });
    case 'line':
      return set('w:spacing', { 'w:line': String(fix.lines240), 'w:lineRule': 'auto' });
    default:
      return properties;
  }
}

function sizeEdit(xml: string, run: Span, points: number): Edit {
  const own = childSpan(run, 'w:rPr');
  const before = own && !own.isEmptyTag ? xml.slice(own.innerStart, own.innerEnd) : '';
  const half = { 'w:val': String(points * 2) };
  const sized = withAttributes(withAttributes(before, RUN_ORDER, 'w:sz', half), RUN_ORDER, 'w:szCs', half);
  const [start, end] = own ? [own.start, own.end] : [run.innerStart, run.innerStart];
  return { start, end, text: `<w:rPr>${sized}</w:rPr>` };
}

/** The edit of a section's margins. */
export function marginEdits(xml: string, section: Span, fixes: readonly Fix[]): Edit[] {
  const margins = childSpan(section, 'w:pgMar');
  if (!margins) return [];
  const attributes = fixes.flatMap((fix) =>
    fix.kind === 'margin' ? [[`w:${fix.side}`, String(fix.twips)] as const] : [],
  );
  const tag = xml.slice(margins.start, margins.innerStart);
  return [
    { start: margins.start, end: margins.innerStart, text: withAttributesOfTag(tag, Object.fromEntries(attributes)) },
  ];
}
