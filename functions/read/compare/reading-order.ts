import type { ReadDocument, ReadTable, Section } from '../body/model.ts';
import type { BodyItem } from '../elements/body-lines.ts';
import type { Foot } from '../elements/foot.ts';
import type { Head } from '../elements/head.ts';
import { type Line, linesIn } from '../elements/line.ts';
import type { Elements } from '../elements/recognise.ts';

/** Element of a document, as differences name it. */
export type Place = 'head' | 'title' | 'recitals' | 'body' | 'table' | 'foot' | 'appendix' | 'other';

/** A line of a document in the order in which it is read, with its label. */
export interface SaidLine {
  readonly place: Place;
  /** Page, from 1. */
  readonly page: number;
  readonly text: string;
}

/**
 * The lines of a document, element by element (PL I, Mục IV): files that say the same have the same lines, however head, tables
 * and foot are laid out.
 */
export function readingOrder(elements: Elements, { sections }: Pick<ReadDocument, 'sections'>): SaidLine[] {
  const { head, typeLine, subject, addressedLabel, addressees, bases, opening, items, foot, appendices, others } =
    elements;
  return [
    ...said('head', headLines(head)),
    ...said('title', [typeLine, ...(typeLine ? subject : [])]),
    ...said('recitals', [addressedLabel && { ...addressedLabel, text: 'Kính gửi:' }, ...addressees.map(named)]),
    ...said('recitals', [...bases, opening]),
    ...itemLines('body', items),
    ...said('foot', foot ? footLines(foot) : []),
    ...appendices.flatMap((one) => [
      ...said('appendix', [one.label, ...one.title, ...one.attached]),
      ...itemLines('appendix', one.items),
    ]),
    ...said('other', [...others, ...marginLines(sections)]),
  ];
}

function headLines({ circulation, parent, organ, nationalName, motto, partyName, ...head }: Head): (Line | null)[] {
  const { code, letterSubject, date, urgency } = head;
  const names = [circulation, ...parent, ...organ, nationalName, motto, partyName];
  return [...names, code?.line ?? null, ...letterSubject, date?.line ?? null, urgency];
}

/** A name without its dash and mark, which depend on how many there are. */
function named({ line, text }: Elements['addressees'][number]): Line {
  return { ...line, text };
}

function footLines({ label, recipients, archive, authority, otherPosition, name, others }: Foot): (Line | null)[] {
  const texts = [...recipients, ...(archive ? [archive] : [])].map(({ line, text }) => ({ ...line, text }));
  return [...authority, otherPosition, name, label, ...texts, ...others];
}

function itemLines(place: Place, items: readonly BodyItem[]): SaidLine[] {
  return items.flatMap((item) =>
    item.kind === 'table'
      ? said(place === 'body' ? 'table' : place, tableLines(item.table))
      : said(place, [{ ...item.line, text: `${item.label?.text ?? ''} ${item.line.text}` }]),
  );
}

/** Cells row by row; a head that comes again on each page is one row of the file. */
function tableLines({ rows }: ReadTable): Line[] {
  return rows.flatMap(({ cells }) =>
    cells.filter(({ merge }) => merge !== 'continue').flatMap(({ blocks }) => linesIn(blocks)),
  );
}

/** Lines of headers and footers, but for page numbers: a PDF reads them among the text. */
function marginLines(sections: readonly Section[]): Line[] {
  const blocks = sections.flatMap(({ headers, footers }) => [...headers.values(), ...footers.values()]);
  return blocks.flatMap(linesIn).filter(({ paragraph }) => !paragraph.fields.includes('PAGE'));
}

function said(place: Place, lines: readonly (Line | null)[]): SaidLine[] {
  return lines.flatMap((line) =>
    line && line.text !== '' ? [{ place, page: line.paragraph.page, text: line.text }] : [],
  );
}
