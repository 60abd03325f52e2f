import { type Block, paragraphsOf, type ReadDocument, type ReadTable, type Section } from '../body/model.ts';
import { rolesOf } from '../drawn/roles.ts';
import type { BodyItem } from '../elements/body-lines.ts';
import type { Foot } from '../elements/foot.ts';
import type { Head } from '../elements/head.ts';
import { isEmpty, isRule, type Line, linesIn } from '../elements/line.ts';
import type { Elements } from '../elements/recognise.ts';

/** Element of a document, as differences name it; `collective` is the line TM., `attached` the line Kèm theo. */
export type Place =
  | ('organ' | 'national-name' | 'code' | 'date' | 'urgency' | 'circulation' | 'draft-mark')
  | ('type' | 'subject' | 'addressees' | 'recitals' | 'body' | 'table')
  | ('collective' | 'signer' | 'recipients' | 'archive')
  | ('appendix-head' | 'attached' | 'appendix' | 'margin' | 'other');

/** A line of a document in the order in which it is read, with its label. */
export interface SaidLine {
  readonly place: Place;
  /** Page, from 1. */
  readonly page: number;
  readonly text: string;
  /** Letters of the text that are a part's label: "1. ". */
  readonly labelLength?: number;
}

/**
 * The lines of a document, element by element (PL I, Mục IV): files that say the same have the same lines, however head, tables
 * and foot are laid out.
 */
export function readingOrder(
  elements: Elements,
  { blocks, sections, notes }: Pick<ReadDocument, 'blocks' | 'sections' | 'notes'>,
): SaidLine[] {
  const { head, typeLine, subject, addressedLabel, addressees, bases, opening, items, foot, appendices, others } =
    elements;
  return [
    ...headLines(head),
    ...said('type', [typeLine]),
    ...said('subject', [...head.letterSubject, ...(typeLine ? subject : [])]),
    ...said('addressees', [addressedLabel && { ...addressedLabel, text: 'Kính gửi:' }, ...addressees.map(named)]),
    ...said('recitals', [...bases, opening]),
    ...itemLines('body', items),
    ...(foot ? footLines(foot) : []),
    ...appendices.flatMap((one) => [
      ...said('appendix-head', [one.label, ...one.title]),
      ...said('attached', one.attached),
      ...itemLines('appendix', one.items),
    ]),
    ...said('other', [...others, ...boxLines(blocks, elements), ...[...notes.values()].flatMap(linesIn)]),
    ...said('margin', marginLines(sections)),
  ];
}

function headLines({ circulation, parent, organ, nationalName, motto, partyName, ...head }: Head): SaidLine[] {
  return [
    ...said('circulation', [circulation]),
    ...said('organ', [...parent, ...organ]),
    ...said('national-name', [nationalName, motto, partyName]),
    ...said('code', [head.code?.line ?? null]),
    ...said('date', [head.date?.line ?? null]),
    ...said('urgency', [head.urgency]),
    ...said('draft-mark', [head.draftMark]),
  ];
}

/** A name without its dash and mark, which depend on how many there are. */
function named({ line, text }: Elements['addressees'][number]): Line {
  return { ...line, text };
}

function footLines({ label, recipients, archive, authority, otherPosition, name }: Foot): SaidLine[] {
  const isCollective = ({ text }: Line) => /^TM\s*\./u.test(text);
  return [
    ...said('collective', authority.filter(isCollective)),
    ...said('signer', [...authority.filter((line) => !isCollective(line)), otherPosition, name]),
    ...said('recipients', [label, ...recipients.map(named)]),
    ...said('archive', archive ? [named(archive)] : []),
  ];
}

/** Lines of text boxes that no element took. */
function boxLines(blocks: readonly Block[], elements: Elements): Line[] {
  const boxed = paragraphsOf(blocks).flatMap(({ boxes }) => boxes.flatMap(linesIn));
  const roles = boxed.length === 0 ? new Map() : rolesOf(elements);
  return boxed.filter((line) => !isEmpty(line) && !isRule(line) && !roles.has(line.paragraph.index));
}

function itemLines(place: Place, items: readonly BodyItem[]): SaidLine[] {
  return items.flatMap((item) =>
    item.kind === 'table' ? said(place === 'body' ? 'table' : place, tableLines(item.table)) : labelled(place, item),
  );
}

function labelled(place: Place, { label, line }: Extract<BodyItem, { readonly kind: 'line' }>): SaidLine[] {
  const before = `${label?.text ?? ''} `;
  return said(place, [{ ...line, text: `${before}${line.text}` }]).map((one) => ({
    ...one,
    labelLength: before.length,
  }));
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
