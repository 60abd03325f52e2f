import type { BodyLine } from '#read/elements/body-lines.ts';
import type { Line } from '#read/elements/line.ts';
import type { CheckContext } from './rule.ts';

const some = (line: Line | null | undefined): Line[] => (line ? [line] : []);

/** Lines of a body that have a level; appendices are free (PL I, Mục III.1). */
export function bodyLines({ elements }: CheckContext): BodyLine[] {
  return elements.items.flatMap((item) => (item.kind === 'line' ? [item] : []));
}

/** Lines of the elements by name, as rules ask for them. */
export const linesOf = {
  nationalName: ({ elements }: CheckContext) => some(elements.head.nationalName),
  motto: ({ elements }: CheckContext) => some(elements.head.motto),
  parent: ({ elements }: CheckContext) => elements.head.parent,
  organ: ({ elements }: CheckContext) => elements.head.organ,
  code: ({ elements }: CheckContext) => some(elements.head.code?.line),
  date: ({ elements }: CheckContext) => some(elements.head.date?.line),
  type: ({ elements }: CheckContext) => some(elements.typeLine),
  subject: ({ elements }: CheckContext) => (elements.typeLine ? elements.subject : []),
  letterSubject: ({ elements }: CheckContext) => elements.head.letterSubject,
  addressed: ({ elements }: CheckContext) => [
    ...some(elements.addressedLabel),
    ...elements.addressees.map(({ line }) => line),
  ],
  bases: ({ elements }: CheckContext) => elements.bases,
  /** Paragraphs of running text: no headings, nothing set in the middle as one. */
  text: (context: CheckContext) => [
    ...some(context.elements.opening),
    ...bodyLines(context)
      .filter(isRunning)
      .map(({ line }) => line),
  ],
  worded: (context: CheckContext) =>
    bodyLines(context)
      .filter(({ level }) => isWorded(level))
      .map(({ line }) => line),
  roman: (context: CheckContext) =>
    bodyLines(context)
      .filter(({ level }) => level === 'roman')
      .map(({ line }) => line),
  article: (context: CheckContext) =>
    bodyLines(context)
      .filter(({ level }) => level === 'article')
      .map(({ line }) => line),
  authority: ({ elements }: CheckContext) => [
    ...(elements.foot?.authority ?? []),
    ...some(elements.foot?.otherPosition),
  ],
  signer: ({ elements }: CheckContext) => some(elements.foot?.name),
  recipientsLabel: ({ elements }: CheckContext) => some(elements.foot?.label),
  recipients: ({ elements }: CheckContext) => [
    ...(elements.foot?.recipients ?? []).map(({ line }) => line),
    ...some(elements.foot?.archive?.line),
  ],
  appendixLabel: ({ elements }: CheckContext) => elements.appendices.flatMap(({ label }) => some(label)),
  appendixTitle: ({ elements }: CheckContext) => elements.appendices.flatMap(({ title }) => title),
  attached: ({ elements }: CheckContext) => elements.appendices.flatMap(({ attached }) => attached),
  urgency: ({ elements }: CheckContext) => some(elements.head.urgency),
} as const;

function isWorded(level: BodyLine['level']): boolean {
  return level === 'division' || level === 'chapter' || level === 'section' || level === 'subsection';
}

/** Tells whether a line is running text: it wraps, and it is no heading. */
export function isRunning({ level, isHeading, line }: BodyLine): boolean {
  return (
    !isWorded(level) &&
    level !== 'roman' &&
    level !== 'letter' &&
    level !== 'article' &&
    !isHeading &&
    line.text.length > 0
  );
}
