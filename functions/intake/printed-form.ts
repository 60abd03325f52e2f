import { formatShortDate } from '#document/dates.ts';
import { addresseesOf, basesOf } from '#document/document-fields.ts';
import type { Document } from '#document/document-types.ts';
import { authorityLines, signerName } from '#document/issuer.ts';
import { type NumberedPart, numberParts } from '#document/numbering/number-parts.ts';
import { appendixLabels, type ReferenceLabels, referenceLabels } from '#document/numbering/references.ts';
import type { Basis } from '#document/schemas/basis.schema.ts';
import { type InlineText, pieces } from '#document/schemas/inline.schema.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { leafColumns, type Table } from '#document/schemas/table.schema.ts';
import { toCapitals } from '#document/text/vietnamese.ts';

/** Data that no .docx holds, with the reason; the round trip compares the rest. The round trip compares all else. */
export const NOT_HELD: readonly { readonly what: string; readonly why: string }[] = [
  { what: 'ids of parts, rows, columns, appendices', why: 'never printed; references print numbers' },
  { what: 'origin, localisedFrom, target, sums', why: 'never printed' },
  { what: 'series', why: 'the profile chooses it' },
  { what: 'letter case of titles printed in capitals', why: 'capitals are all that is printed' },
  { what: 'the mark that ended the body', why: '"./." stands in its place' },
  {
    what: 'which of two neighbouring texts is a title’s text, a child or the closing',
    why: 'they print as one paragraph after another',
  },
  {
    what: 'a table’s total or group as such, where it has no column of numbers; bold in cells',
    why: 'bold print is all there is',
  },
  {
    what: 'appendices in files of their own, and the medium where there is no other',
    why: 'they stand in other files',
  },
  {
    what: 'of two levels that may hold each other, which branch a part belongs to where its level begins anew at 1',
    why: 'numbers and levels are all that is printed',
  },
  { what: 'a căn cứ as a citation or as a sentence', why: 'both print the sentence' },
  { what: 'spaces at the ends of texts, three or more together, tabs', why: 'they are read as one space' },
];

/** A document as its pages say it, line by line, without what {@link NOT_HELD} names. */
export function printedForm(document: Document, profile: OrganProfile): readonly string[] {
  const labels = referenceLabels(document);
  const bases = basesOf(document);
  const addressees = addresseesOf(document);
  const opening = 'addressees' in document ? [] : openingLine(document, profile);
  const body = partLines(numberParts(document.body), labels);
  const closing = document.closing === undefined ? [] : [said(document.closing, labels)];
  const appendices = document.appendices ?? [];
  const names = appendixLabels(appendices);
  const isHeld = appendices.some(({ ownFile }) => !ownFile);
  return [
    `${document.schema} ${document.organ} ${document.issuer} ${document.orientation ?? 'portrait'} ${(isHeld && document.medium) || 'paper'}`,
    `${document.urgency ?? ''} ${document.circulation ?? ''} ${document.footAddress ?? ''}`,
    `trích yếu: ${document.subject}`,
    ...addressees.map((name) => `kính gửi: ${name}`),
    ...bases.map(basisLine),
    ...opening,
    ...withoutEnd([...body, ...closing]),
    ...document.recipients.map((name) => `nơi nhận: ${name}`),
    `lưu: ${document.draftingUnit ?? ''} ${JSON.stringify(document.archive ?? {})}`,
    ...authorityLines(document, profile).map(toCapitals),
    toCapitals(document.signer.otherPosition ?? ''),
    signerName(document.signer, profile) ?? '',
    ...appendices.flatMap((appendix, i) =>
      appendix.ownFile
        ? []
        : [
            `${names[i]} ${toCapitals(appendix.title ?? '')} ${appendix.orientation ?? 'portrait'}`,
            ...withoutEnd(partLines(numberParts(appendix.body), labels)),
          ],
    ),
  ];
}

function openingLine(document: Extract<Document, { readonly schema: 'KeHoach@1' }>, profile: OrganProfile): string[] {
  const { opening, openingLead, issuer, preamble = [] } = document;
  const before = preamble.map((text) => said(text, new Map()));
  return opening === undefined
    ? before
    : [...before, tidy(`${openingLead ?? ''} ${profile.namesInOpening[issuer]} ${opening}`)];
}

function basisLine({ verb, cites, text }: Basis): string {
  if (!cites) return text ?? '';
  const { typeName, code, issuedDate, organName, subject } = cites;
  const day = formatShortDate(issuedDate);
  const cited =
    code === undefined
      ? `${typeName} ${subject} ${day}`
      : `${typeName} số ${code} ${day} của ${organName ?? ''} ${subject}`;
  return `${verb ?? 'Căn cứ'} ${cited}`;
}

const CAPITALS = new Set(['division', 'chapter', 'section', 'subsection', 'letter', 'roman']);

function partLines(parts: readonly NumberedPart[], labels: ReferenceLabels): string[] {
  return parts.flatMap(({ part, label, children }) => {
    const title = part.title === undefined ? [] : [CAPITALS.has(part.level) ? toCapitals(part.title) : part.title];
    const text = part.text === undefined ? [] : [said(part.text, labels)];
    const own = part.runIn ? [`**${title.join('')}** ${text.join('')}`] : [...title, ...text];
    const lines = part.table ? tableLines(part.table) : own;
    return [
      ...lines.map((line, i) => tidy(i === 0 && label !== null ? `${label} ${line}` : line)),
      ...partLines(children, labels),
    ];
  });
}

function tableLines(table: Table): string[] {
  const leaves = leafColumns(table.columns);
  const head = leaves.map(({ title }) => title.replaceAll('**', '')).join(' | ');
  const rows = table.rows.map((row) => {
    if (row.group !== undefined) return `nhóm ${row.group}`;
    return leaves
      .map(({ id }) => {
        const cell = id === undefined ? undefined : row.cells?.[id];
        return cell === undefined
          ? ''
          : typeof cell === 'string'
            ? cell
            : `${cell.text} ${cell.rowSpan ?? 1}x${cell.colSpan ?? 1}`;
      })
      .join(' | ');
  });
  const above = [table.caption ?? '', table.unitLine ?? ''].filter((line) => line !== '');
  return [...above, head, ...rows].map((line) => line.replaceAll('**', ''));
}

function said(text: InlineText, labels: ReferenceLabels): string {
  const whole = pieces(text).map((piece) => {
    if (typeof piece === 'string') return piece;
    const label = labels.get(piece.ref);
    return (piece.number ? label?.number : label?.full) ?? '';
  });
  return tidy(whole.join(''));
}

function withoutEnd(lines: readonly string[]): string[] {
  return lines.map((line, i) => (i === lines.length - 1 ? line.replace(/\s*(?:\.\/\.|[.;,:])$/, '') : line));
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
