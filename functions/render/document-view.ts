import { formatCode, notationOf } from '#document/code-notation.ts';
import { formatSigningTime } from '#document/dates.ts';
import type { Document } from '#document/document-types.ts';
import { issuerInAttachment, issuerInOpening } from '#document/issuer.ts';
import { type NumberedPart, numberParts } from '#document/numbering/number-parts.ts';
import { appendixLabels, type ReferenceLabels, referenceLabels } from '#document/numbering/references.ts';
import { mmToTwips, textWidthMm } from '#document/page-size.ts';
import type { Appendix, Orientation } from '#document/schemas/appendix.schema.ts';
import type { Basis } from '#document/schemas/basis.schema.ts';
import type { KeHoach } from '#document/schemas/ke-hoach.schema.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import type { Table } from '#document/schemas/table.schema.ts';
import { basisText } from '#document/text/basis-text.ts';
import { headingCapitals } from '#document/text/heading-capitals.ts';
import { parseRuns, withoutTextMark } from '#document/text/runs.ts';
import { capitalised } from '#document/text/vietnamese.ts';
import { TYPE_TRAITS, traitsOf, typeCodeOf } from '#document/type-traits.ts';
import {
  type Block,
  type BlockContext,
  blocksOf,
  blockViews,
  endsInText,
  inlineRuns,
  keptWithNext,
  paragraph,
  withEndMark,
} from './blocks-view.ts';
import { footView } from './foot-view.ts';
import { codeOrBlank, dateOrBlank, headView, titleView } from './head-view.ts';
import { layTable } from './lay-table.ts';
import type { RenderInput } from './render-input.ts';
import { balanced, centredRule } from './rules.ts';
import type { Slots } from './slots.ts';
import type { AddresseesView, AppendixView, DocumentView, HeadView, ParagraphView } from './view.ts';

/** Length of the rule under the Kèm theo line; the decree does not fix it (PL III, Mẫu 2.1). */
const ATTACHED_RULE_MM = 28;
/** Number and date of the electronic form, which need not be filled in (PL I, Mục III.1.c). */
const ELLIPSIS = '…';

/** The view of a document's own file: all of it, with the appendices that have no file of their own. */
export function documentView(input: RenderInput, slots: Slots): DocumentView {
  const { document, profile } = input;
  const orientation = document.orientation ?? 'portrait';
  const parts = numberParts(document.body);
  const labels = referenceLabels(document, parts);
  const appendices = document.appendices ?? [];
  const inFile = appendices.filter((appendix) => !appendix.ownFile);
  const keHoach = 'addressees' in document ? null : document;
  return {
    head: noted(headView(input, orientation), slots),
    title: traitsOf(document).hasTitle ? titleView(traitsOf(document).typeName, document, orientation) : null,
    addressees: 'addressees' in document ? addresseesView(document.addressees) : null,
    basesSlot: slots.paragraphs(keHoach ? basesView(keHoach.bases ?? []) : []),
    openingSlot: slots.paragraphs(keHoach ? openingView(keHoach, profile, labels) : []),
    body: blockViews(bodyBlocks(document, parts, context(labels, orientation, slots, lastTable(document))), slots),
    foot: footView(input, orientation),
    sectionSlot: slots.section('main', orientation),
    isLast: inFile.length === 0,
    appendices: inFile.map((appendix, i) => appendixView(input, appendix, labels, slots, i === inFile.length - 1)),
  };
}

/** Upright paragraphs before the opening sentence, and the sentence with its issuer (PL I, Mục II.6.c). */
function openingView(plan: KeHoach, profile: OrganProfile, labels: ReferenceLabels): ParagraphView[] {
  const { preamble = [], openingLead, opening } = plan;
  const before = openingLead === undefined ? '' : `${capitalised(openingLead.trim())} `;
  const issuer = issuerInOpening(plan, profile);
  return [
    ...preamble.map((text) => paragraph('NoiDung', inlineRuns(text, labels))),
    ...(opening === undefined ? [] : [paragraph('NoiDung', parseRuns(`${before}${issuer} ${opening}`))]),
  ];
}

/** The view of an appendix; `isLast` says that its section ends the file. */
export function appendixView(
  input: RenderInput,
  appendix: Appendix,
  labels: ReferenceLabels,
  slots: Slots,
  isLast: boolean,
): AppendixView {
  const all = input.document.appendices ?? [];
  const orientation = appendix.orientation ?? 'portrait';
  const width = textWidthMm(orientation);
  const blocks = blocksOf(numberParts(appendix.body), context(labels, orientation, slots, null));
  return {
    signingLine: appendix.ownFile ? signingLine(input) : null,
    label: appendixLabels(all)[all.indexOf(appendix)] ?? '',
    title:
      appendix.title === undefined
        ? null
        : balanced(headingCapitals(withoutTextMark(appendix.title)), 'bold', 14, width),
    attachedTo: balanced(attachedTo(input), 'regular', 14, width),
    rule: centredRule(ATTACHED_RULE_MM, width),
    blocks: blockViews((appendix.endMark ?? endsInText(blocks)) ? withEndMark(blocks) : blocks, slots),
    sectionSlot: slots.section('appendix', orientation),
    isLast,
  };
}

/** Notes the style of a stamp that only drafts have. */
function noted(head: HeadView, slots: Slots): HeadView {
  if (head.draftMark) slots.use(head.draftMark.style);
  return head;
}

/** The table that a body's text ends with; it stands right above the closing or the signature. */
function lastTable({ body }: Document): Table | null {
  let last = body.at(-1);
  for (let child = last; child; child = child.children?.at(-1)) last = child;
  return last?.table ?? null;
}

function context(
  labels: ReferenceLabels,
  orientation: Orientation,
  slots: Slots,
  keptTable: Table | null,
): BlockContext {
  const tableTwips = mmToTwips(textWidthMm(orientation));
  return {
    labels,
    widthTwips: tableTwips,
    layTable: (table: Table) => layTable(table, tableTwips, table === keptTable, slots),
  };
}

/** Body and closing, ended by "./." and kept with the signature. */
function bodyBlocks({ closing }: Document, parts: readonly NumberedPart[], blockContext: BlockContext): Block[] {
  const blocks = blocksOf(parts, blockContext);
  const last: Block[] = closing
    ? [{ paragraph: paragraph('NoiDung', inlineRuns(closing, blockContext.labels)), table: null }]
    : [];
  return keptWithNext(withEndMark([...blocks, ...last]));
}

function addresseesView(names: readonly string[]): AddresseesView {
  const [only = ''] = names;
  if (names.length === 1) return { only: withoutTextMark(only), many: [] };
  return {
    only: null,
    many: names.map((name, i) => ({ name: withoutTextMark(name), end: i === names.length - 1 ? '.' : ';' })),
  };
}

/** One basis a paragraph, ";" after each, "." after the last (PL I, Mục II.6.a). */
function basesView(bases: readonly Basis[]): ParagraphView[] {
  return bases.map((basis, i) =>
    paragraph('CanCu', parseRuns(`${basisText(basis)}${i === bases.length - 1 ? '.' : ';'}`)),
  );
}

/** `(Kèm theo Kế hoạch số 35/KH-UBND ngày 24 tháng 01 năm 2025 của …)` (PL I, Mục III.1.c). */
function attachedTo(input: RenderInput): string {
  const { typeName } = TYPE_TRAITS[typeCodeOf(input.document)];
  const issuer = issuerInAttachment(input.document, input.profile);
  const electronic = input.document.medium === 'electronic';
  const code = electronic ? ELLIPSIS : codeOrBlank(input);
  const date = electronic ? `ngày ${ELLIPSIS} tháng ${ELLIPSIS} năm ${ELLIPSIS}` : dateOrBlank(input);
  return `(Kèm theo ${typeName} số ${code} ${date} của ${issuer})`;
}

/** `Số: 35/KH-UBND; 24/01/2025; 08:30:15+07:00`, once there is a signing time (PL I, Mục III.1.d). */
function signingLine({ document, profile, issuance }: RenderInput): string | null {
  if (!issuance?.signedAt) return null;
  return `Số: ${formatCode(issuance.number, notationOf(document, profile))}; ${formatSigningTime(issuance.signedAt)}`;
}
