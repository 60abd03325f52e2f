import type { Fix } from './fix.ts';
import { SECTION_ORDER, withAttributes } from './properties.ts';
import { childSpan, type Edit, type Span } from './spans.ts';

/** A4 in twips, its short side first. */
const A4 = [11_906, 16_838] as const;

/** The edit of a section's page; none where it does not say its margins or its paper. */
export function sectionEdits(xml: string, section: Span, fixes: readonly Fix[]): Edit[] {
  if (section.isEmptyTag) return [];
  const before = xml.slice(section.innerStart, section.innerEnd);
  const has = (name: string) => childSpan(section, name) !== undefined;
  const after = fixes.reduce((properties, fix) => {
    const set = (name: string, attributes: Readonly<Record<string, string>>) =>
      withAttributes(properties, SECTION_ORDER, name, attributes);
    if (fix.kind === 'margin' && has('w:pgMar')) return set('w:pgMar', { [`w:${fix.side}`]: String(fix.twips) });
    if (fix.kind === 'paper' && has('w:pgSz')) {
      const size = xml.slice(childSpan(section, 'w:pgSz')?.start, childSpan(section, 'w:pgSz')?.end);
      const number = (name: string) => Number(new RegExp(`w:${name}="(\\d+)"`).exec(size)?.[1] ?? 0);
      const [width, height] = number('w') > number('h') ? A4.toReversed() : A4;
      return set('w:pgSz', { 'w:w': String(width), 'w:h': String(height) });
    }
    if (fix.kind === 'page-start') return set('w:pgNumType', { 'w:start': '1' });
    return fix.kind === 'title-page' ? set('w:titlePg', { 'w:val': '1' }) : properties;
  }, before);
  return after === before ? [] : [{ start: section.innerStart, end: section.innerEnd, text: after }];
}
