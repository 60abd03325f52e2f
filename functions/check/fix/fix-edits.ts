import type { Fix } from './fix.ts';
import { within } from './place-paragraphs.ts';
import { PARAGRAPH_ORDER, RUN_ORDER, withAttributes } from './properties.ts';
import { endEdits, retypeEdits } from './retype.ts';
import { childSpan, type Edit, type Span } from './spans.ts';

/** The edits of a paragraph's fixes: its properties once, each run's once, texts. */
export function paragraphEdits(xml: string, paragraph: Span, fixes: readonly Fix[]): Edit[] {
  const looks = fixes.filter(isOfRun);
  return [
    ...propertyEdits(xml, paragraph, fixes),
    ...(looks.length > 0 ? within(paragraph, 'w:r').map((run) => runEdit(xml, run, looks)) : []),
    ...textEdits(xml, paragraph, fixes),
  ];
}

/** Texts are retyped one by one: of two fixes of one text the first is made, the other waits for the next run. */
function textEdits(xml: string, paragraph: Span, fixes: readonly Fix[]): Edit[] {
  const edits: Edit[] = [];
  for (const fix of fixes) {
    if (fix.kind !== 'retype' && fix.kind !== 'end') continue;
    const texts = within(paragraph, 'w:t');
    const made = (fix.kind === 'end' ? endEdits : retypeEdits)(xml, texts, fix.from, fix.to);
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

/** Change of the look of letters. */
type RunFix = Extract<Fix, { readonly kind: 'size' | 'bold' | 'italic' | 'color' }>;

function isOfRun(fix: Fix): fix is RunFix {
  return ['size', 'bold', 'italic', 'color'].includes(fix.kind);
}

function runEdit(xml: string, run: Span, fixes: readonly RunFix[]): Edit {
  const own = childSpan(run, 'w:rPr');
  const before = own && !own.isEmptyTag ? xml.slice(own.innerStart, own.innerEnd) : '';
  const after = fixes.reduce(withRunFix, before);
  const [start, end] = own ? [own.start, own.end] : [run.innerStart, run.innerStart];
  return { start, end, text: `<w:rPr>${after}</w:rPr>` };
}

function withRunFix(properties: string, fix: RunFix): string {
  const set = (names: readonly string[], value: string) =>
    names.reduce((made, name) => withAttributes(made, RUN_ORDER, name, { 'w:val': value }), properties);
  switch (fix.kind) {
    case 'size':
      return set(['w:sz', 'w:szCs'], String(fix.points * 2));
    case 'bold':
      return set(['w:b', 'w:bCs'], fix.on ? '1' : '0');
    case 'italic':
      return set(['w:i', 'w:iCs'], fix.on ? '1' : '0');
    case 'color':
      return set(['w:color'], fix.rgb);
  }
}
