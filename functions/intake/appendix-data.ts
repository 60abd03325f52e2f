import { appendixLabels } from '#document/numbering/references.ts';
import type { Appendix } from '#document/schemas/appendix.schema.ts';
import type { InlineText } from '#document/schemas/inline.schema.ts';
import type { Part } from '#document/schemas/part.schema.ts';
import type { ReadAppendix } from '#read/elements/appendices.ts';
import type { IntakeNote } from './intake-note.ts';
import { markedText } from './marked-text.ts';
import { partsOf } from './parts.ts';

const END_MARK = /\s*(?:\.\/\.|\/\.)$/;

/** Id of an appendix by its place. */
export const appendixId = (index: number) => `phu-luc-${index + 1}`;

/** Appendices as data; the Kèm theo line is printed from the document's own. */
export function appendicesOf(
  found: readonly ReadAppendix[],
  mentions: (number: string) => boolean,
): { readonly appendices: Appendix[]; readonly notes: IntakeNote[] } {
  const notes: IntakeNote[] = [];
  const own = found.map(({ label }) =>
    label && isOwn(label.text, found.length, mentions) ? { label: label.text } : {},
  );
  const labels = appendixLabels(own);
  const appendices = found.map((read, i): Appendix => {
    const { parts, notes: inside } = partsOf(read.items);
    notes.push(...inside);
    const { body, hadMark } = withoutEndMark(parts);
    const label = read.label?.text;
    const printed = labels[i] ?? '';
    if (label !== printed) {
      notes.push({
        code: 'LABEL_CHANGED',
        params: { typed: label ?? '', printed },
        page: read.label?.paragraph.page ?? null,
      });
    }
    const title = read.title.map(({ runs }) => markedText(runs, { bold: true, italic: false })).join(' ');
    const endsInText = body.at(-1) !== undefined && endsWithText(body);
    return {
      id: appendixId(i),
      ...own[i],
      ...(title === '' ? {} : { title }),
      ...(read.isLandscape ? { orientation: 'landscape' as const } : {}),
      ...(hadMark === endsInText ? {} : { endMark: hadMark }),
      body: body.length === 0 ? [{ level: 'paragraph', text: '…' }] : body,
    };
  });
  return { appendices, notes };
}

/** Tells whether a label is kept as it stands: a name of its own, or a number among appendices of which the others are elsewhere. */
function isOwn(label: string, count: number, mentions: (number: string) => boolean): boolean {
  if (!isUsual(label)) return true;
  return count === 1 && /^Phụ lục I$/u.test(label) && mentions('II');
}

/** Tells whether a label is "Phụ lục" with any number: its number is printed by its place. */
function isUsual(label: string): boolean {
  return /^Phụ\s+lục(?:\s+(?:số\s+)?(?:[IVXLC]+|\d+))?\s*[.:]?$/iu.test(label);
}

function endsWithText(parts: readonly Part[]): boolean {
  const last = parts.at(-1);
  if (!last) return false;
  if (last.children) return endsWithText(last.children);
  return last.level !== 'table' && last.level !== 'note' && last.align !== 'center' && last.align !== 'right';
}

/** A body without the "./." at its end, which is printed by itself. */
export function withoutEndMark(parts: readonly Part[]): { readonly body: Part[]; readonly hadMark: boolean } {
  const last = parts.at(-1);
  if (!last) return { body: [], hadMark: false };
  const before = parts.slice(0, -1);
  if (last.children) {
    const below = withoutEndMark(last.children);
    if (!below.hadMark) return { body: [...parts], hadMark: false };
    const { children: _, ...own } = last;
    return { body: [...before, below.body.length === 0 ? own : { ...last, children: below.body }], hadMark: true };
  }
  const { text } = last;
  if (typeof text !== 'string' || !END_MARK.test(text)) return { body: [...parts], hadMark: false };
  const rest = text.replace(END_MARK, '');
  if (rest === '') return { body: before, hadMark: true };
  return { body: [...before, { ...last, text: /[.…]$/u.test(rest) ? rest : `${rest}.` }], hadMark: true };
}

/** Makes real what a body says of its appendices: "Phụ lục II" becomes a reference, which always prints the right number. */
export function withReferences(parts: readonly Part[], appendices: readonly Appendix[]): Part[] {
  if (appendices.length === 0) return [...parts];
  const labels = appendixLabels(appendices);
  return parts.map((part) => ({
    ...part,
    ...(part.text === undefined ? {} : { text: referring(part.text, labels) }),
    ...(part.children === undefined ? {} : { children: withReferences(part.children, appendices) }),
  }));
}

function referring(text: InlineText, labels: readonly string[]): InlineText {
  if (typeof text !== 'string') return text;
  // A law's own appendix is another's.
  const isOnly = labels.length === 1;
  const sign = isOnly
    ? /Phụ lục(?!\s+(?:[IVXLC\d]+|số|này|ban hành|của|kèm theo (?:Nghị|Thông|Quyết)))/gu
    : /Phụ lục ([IVXLC]+)(?![\p{L}\d])(?!\s+(?:ban hành|của|kèm theo (?:Nghị|Thông|Quyết)|Nghị định|Thông tư))/gu;
  const pieces: (string | { readonly ref: string })[] = [];
  let last = 0;
  for (const match of text.matchAll(sign)) {
    const index = labels.indexOf(match[0]);
    if (index < 0) continue;
    if (match.index > last) pieces.push(text.slice(last, match.index));
    pieces.push({ ref: appendixId(index) });
    last = match.index + match[0].length;
  }
  if (pieces.length === 0 || pieces.length > 150) return text;
  if (last < text.length) pieces.push(text.slice(last));
  return pieces;
}
