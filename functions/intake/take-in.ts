import { circulation, draftMark, urgency } from '#document/schemas/common.schema.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import type { ReadDocument } from '#read/body/model.ts';
import { rolesOf } from '#read/drawn/roles.ts';
import { mentionsAppendix } from '#read/elements/appendix-mentions.ts';
import { type Line, linesIn, tidy } from '#read/elements/line.ts';
import { CIRCULATION, DRAFT_MARK, URGENCY } from '#read/elements/patterns.ts';
import type { Elements } from '#read/elements/recognise.ts';
import { appendicesOf, withoutEndMark, withReferences } from './appendix-data.ts';
import { tableAboveLast, withClosing } from './closing.ts';
import { archiveOf, recipientsOf, signerOf } from './foot-data.ts';
import type { IntakeNote } from './intake-note.ts';
import { markedText } from './marked-text.ts';
import { findIssuer, findOrgan } from './organ.ts';
import { partsOf } from './parts.ts';
import { basisOf, openingOf } from './recitals.ts';

/** Context of an intake beside the file. */
export interface IntakeOptions {
  readonly profiles: readonly OrganProfile[];
  /** Id of the organ, where a person named it. */
  readonly organ?: string | undefined;
  /** The day whose profile counts where the file bears none. */
  readonly on: string;
}

/** A draft made of a file. */
export interface Intake {
  /** `KeHoach@1` or `CongVan@1`; what is missing is left out, and shown as a placeholder where the draft is. */
  readonly draft: Readonly<Record<string, unknown>>;
  /** Number and day that the file bears. */
  readonly issuance: { readonly number: number; readonly issuedDate: string } | null;
  /** The day whose profile was taken. */
  readonly on: string;
  readonly notes: readonly IntakeNote[];
}

/** Makes a draft of a file that was read; nothing is dropped in silence. */
export function takeIn(document: ReadDocument, elements: Elements, options: IntakeOptions): Intake {
  const { foot } = elements;
  const issuance = issuanceOf(elements);
  const on = issuance?.issuedDate ?? dayOf(elements) ?? options.on;
  const organ = findOrgan(elements, options.profiles, on, options.organ);
  const { profile } = organ;
  const isLetter = elements.typeName === 'Công văn';
  const issuer = findIssuer(elements, profile);
  const opening = openingOf(isLetter ? null : elements.opening, profile, issuer);
  const body = partsOf(elements.items);
  const appendices = appendicesOf(elements.appendices, (number) => mentionsAppendix(elements, number));
  const { body: unended } = withoutEndMark(body.parts);
  const referred = withReferences(unended, appendices.appendices);
  const { parts, closing } = withClosing(referred, tableAboveLast(elements.items));
  const archive = archiveOf(foot);
  const recipients = recipientsOf(foot, isLetter);
  const signer = signerOf(foot, profile);
  const subject = subjectOf(elements, isLetter);
  const hasAddress = hasFootAddress(document) && (profile?.address?.length ?? 0) > 0;
  const draft = {
    schema: isLetter ? 'CongVan@1' : 'KeHoach@1',
    organ: organ.organ,
    issuer,
    ...subject.data,
    ...archive.data,
    ...(isLetter && archive.data.draftingUnit === undefined ? letterUnit(elements) : {}),
    ...(isLetter
      ? namedOnes(
          'addressees',
          elements.addressees.map(({ text }) => text),
        )
      : { ...(elements.bases.length === 0 ? {} : { bases: elements.bases.map(basisOf) }), ...opening.data }),
    ...namedOnes('body', parts),
    ...(closing === undefined ? {} : { closing }),
    recipients: recipients.names,
    ...(signer.signer === null ? {} : { signer: signer.signer }),
    ...stamps(document, elements, issuance === null),
    ...(document.sections[0]?.isLandscape ? { orientation: 'landscape' } : {}),
    ...(elements.appendices.some(({ attached }) => attached.some(({ text }) => /số … ngày …/u.test(text)))
      ? { medium: 'electronic' }
      : {}),
    ...(hasAddress ? { footAddress: true } : {}),
    ...(appendices.appendices.length === 0 ? {} : { appendices: appendices.appendices }),
  };
  const typeNote: IntakeNote[] =
    elements.typeName === 'Kế hoạch' || isLetter
      ? []
      : [{ code: 'TYPE_NOT_OURS', params: { type: elements.typeName ?? '' }, page: 1 }];
  return {
    draft,
    issuance,
    on,
    notes: [
      ...manyNote(elements),
      ...typeNote,
      ...organ.notes,
      ...subject.notes,
      ...opening.notes,
      ...body.notes,
      ...recipients.notes,
      ...signer.notes,
      ...archive.notes,
      ...appendices.notes,
      ...[...elements.others, ...besideText(document, elements, hasAddress)].map(
        (line): IntakeNote => ({ code: 'NOT_UNDERSTOOD', params: { text: line.text }, page: line.paragraph.page }),
      ),
    ],
  };
}

/** Of forms or documents one after the other only the first becomes a draft. */
function manyNote({ kind, documents }: Elements): IntakeNote[] {
  return kind === 'collection' ? [{ code: 'FIRST_OF_MANY', params: { count: documents }, page: null }] : [];
}

/** A list under its name, where it has anything. */
function namedOnes<K extends string, T>(name: K, items: readonly T[]): { [P in K]?: readonly T[] } {
  const out: { [P in K]?: readonly T[] } = {};
  if (items.length > 0) out[name] = items;
  return out;
}

/** Text that stands beside the text: in boxes of the body, in headers and footers. Stamps and page numbers are known. */
function besideText({ blocks, sections }: ReadDocument, elements: Elements, hasAddress: boolean): Line[] {
  const roles = elements.head.form === 'boxes' ? rolesOf(elements) : new Map();
  const boxes = blocks
    .flatMap((block) => (block.kind === 'paragraph' ? block.boxes : []))
    .flatMap((box) => linesIn(box));
  const headers = sections.flatMap((section) => [...section.headers.values()]);
  const footers = hasAddress ? [] : sections.flatMap((section) => [...section.footers.values()]);
  const margins = [...new Set([...headers, ...footers])]
    .flatMap((side) => linesIn(side))
    .filter(({ paragraph }) => paragraph.fields.length === 0);
  const known = [CIRCULATION, URGENCY, DRAFT_MARK];
  return [...boxes, ...margins].filter(
    ({ text, paragraph }) =>
      !roles.has(paragraph.index) && /[\p{L}\p{N}]/u.test(text) && !known.some((pattern) => pattern.test(text)),
  );
}

function subjectOf(
  elements: Elements,
  isLetter: boolean,
): {
  readonly data: { readonly subject?: string; readonly subjectLines?: readonly string[] };
  readonly notes: readonly IntakeNote[];
} {
  const texts = elements.subject.map(({ text }) => text);
  const whole = tidy(texts.join(' '))
    .replace(isLetter ? /^(?:V\/v|Về việc)\s+/iu : /^$/, '')
    .replace(/[.;:,]$/, '');
  if (whole === '') return { data: {}, notes: [{ code: 'SUBJECT_MISSING', params: {}, page: 1 }] };
  const [first, second] = elements.subject;
  const isBroken = second !== undefined && elements.subject.every((line) => line.paragraph === first?.paragraph);
  const lines = isLetter ? [texts[0]?.replace(/^V\/v\s+/iu, '') ?? '', ...texts.slice(1)] : texts;
  return { data: { subject: whole, ...(isBroken ? { subjectLines: lines } : {}) }, notes: [] };
}

/** A công văn's symbol ends in its drafting unit: UBND-HCC. */
function letterUnit({ head }: Elements): { readonly draftingUnit?: string } {
  const unit = head.code?.printed?.notation.split('-').slice(1).join('-') ?? '';
  return unit === '' ? {} : { draftingUnit: unit };
}

function issuanceOf({ head }: Elements): Intake['issuance'] {
  const { number } = head.code?.printed ?? { number: '' };
  const day = fullDate(head.date?.printed);
  return number === '' || day === null ? null : { number: Number(number), issuedDate: day };
}

function fullDate(
  printed: { readonly day: string; readonly month: string; readonly year: string } | undefined,
): string | null {
  if (!printed?.day || !printed.month || !printed.year) return null;
  const date = `${printed.year}-${printed.month.padStart(2, '0')}-${printed.day.padStart(2, '0')}`;
  const time = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(time.getTime()) || time.toISOString().slice(0, 10) !== date ? null : date;
}

/** A day in the month or year that a draft names; its profile is that of the whole. */
function dayOf({ head }: Elements): string | null {
  const { year, month } = head.date?.printed ?? { year: '', month: '' };
  if (year === '') return null;
  return `${year}-${(month || '12').padStart(2, '0')}-${month === '' ? '31' : '28'}`;
}

function stamps(document: ReadDocument, { head }: Elements, isDraft: boolean) {
  const inHeader = linesIn([...(document.sections[0]?.headers.values() ?? [])].flat());
  const urgent = urgency.safeParse(head.urgency?.text);
  const limited = circulation.safeParse(
    (head.circulation ?? inHeader.find(({ text }: Line) => CIRCULATION.test(text)))?.text,
  );
  const mark = draftMark.safeParse(head.draftMark?.text);
  const { day = '', month = '', year = '' } = head.date?.printed ?? {};
  return {
    ...(urgent.success ? { urgency: urgent.data } : {}),
    ...(limited.success ? { circulation: limited.data } : {}),
    ...(mark.success && isDraft ? { draftMark: mark.data } : {}),
    ...(day === '' && month !== '' && year !== '' ? { draftMonth: `${year}-${month.padStart(2, '0')}` } : {}),
  };
}

function hasFootAddress({ sections }: ReadDocument): boolean {
  const first = sections[0]?.footers.get('first') ?? [];
  return linesIn(first).some((line) => markedText(line.runs) !== '' && line.paragraph.fields.length === 0);
}
