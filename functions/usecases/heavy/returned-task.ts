import { checkDocument } from '#document/checking/check-document.ts';
import { withoutPlaceholders } from '#document/checking/placeholders.ts';
import type { IsoDate } from '#document/dates.ts';
import type { Document } from '#document/document-types.ts';
import { textsIn } from '#document/json/texts-in.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { basisText } from '#document/text/basis-text.ts';
import { takeIn } from '#intake/take-in.ts';
import { nodesOf, type PlanNode } from '#localise/from-file/plan-nodes.ts';
import type { FileText } from '#localise/from-file/returned-fields.ts';
import { compareReturned } from '#localise/from-file/returned-file.ts';
import type { Decisions } from '#localise/merge/three-sides.ts';
import type { PlanChange } from '#localise/merge/three-way.ts';
import { paragraphsOf, type TrackedChange } from '#read/body/model.ts';
import { readingOrder } from '#read/compare/reading-order.ts';
import { recognise } from '#read/elements/recognise.ts';
import type { Notice } from '#read/problems/notice.ts';
import { readDocx } from '#read/read-docx.ts';
import { requireSound } from '../drafting/require-sound.ts';
import { UseCaseError } from '../use-case-error.ts';
import { readBroughtFile } from '../word-files/read-brought.ts';
import type { Render } from './render-port.ts';
import { type Silent, silentDifferences } from './untaken.ts';

/** Shorter texts stand in many paragraphs. */
const LEAST_LETTERS = 4;

/** Remark in a file: a comment, or a change that Word tracked. */
export interface HandsRemark {
  readonly author: string;
  readonly at: string | null;
  readonly text: string;
  /** First words of the paragraph, as it stands after the changes. */
  readonly quote: string;
  /** Part of the draft, or field of it, that the paragraph is of; null where it is of none. */
  readonly partId: string | null;
}

/** A file that came back from a leader, compared with its draft. */
export interface ReturnedFile extends Silent {
  readonly changes: readonly PlanChange[];
  /** The draft with what is taken, to be saved by the drafter; what was missing is missing still. */
  readonly data: unknown;
  /** Below 0.6 the file is hardly this draft's: a person has to say so. */
  readonly likeness: number;
  readonly tracked: ReadonlyArray<HandsRemark & Pick<TrackedChange, 'kind'>>;
  readonly comments: readonly HandsRemark[];
  readonly notices: readonly Notice[];
}

/** A file that came back, and the draft that it came from. */
export interface ReturnedInput {
  readonly bytes: Uint8Array;
  readonly data: unknown;
  readonly organ: string;
  readonly profiles: readonly OrganProfile[];
  readonly on: IsoDate;
  readonly decisions: Decisions;
}

/** Compares a file that came back with its draft. Throws `word-unreadable`, `document-invalid`, `returned-unclear`. */
export async function compareReturnedTask(input: ReturnedInput, render: Render): Promise<ReturnedFile> {
  const { bytes, data, organ, profiles, on, decisions } = input;
  const checked = checkDocument(data, { profiles, on, placeholders: 'show' });
  const { document: own, profile } = requireSound(checked);
  const { document: after, elements } = await readBroughtFile(bytes);
  const [print] = await render({ document: own, profile, issuance: null, on });
  if (!print) throw new UseCaseError('returned-unclear');
  const printed = readDocx(print.bytes);
  // Nothing tracked: whatever differs from the draft's own print was typed over it.
  const isTracked = after.changes.some(({ kind }) => kind !== 'formatted');
  const before = isTracked ? readDocx(bytes, { changes: 'rejected' }) : printed;
  const textOf = (read: typeof after, found: typeof elements): FileText => {
    const { draft, issuance, notes } = takeIn(read, found, { profiles, organ, on });
    const isArchiveRead = found.foot?.archive && !notes.some(({ code }) => code === 'ARCHIVE_NOT_READ');
    const unread = [...(isArchiveRead ? [] : ['archive']), ...(issuance === null ? [] : ['draftMark'])];
    return { draft, unread: new Set(unread) };
  };
  const ownElements = recognise(printed);
  const sides = {
    own,
    profile,
    printed: textOf(printed, ownElements),
    before: textOf(before, recognise(before)),
    after: textOf(after, elements),
  };
  const compared = compareReturned(sides, decisions);
  if (!compared) throw new UseCaseError('returned-unclear');
  const { changes, result, likeness } = compared;
  const texts = paragraphsOf(after.blocks).map(({ text }) => text);
  const about = (paragraph: number | null) => (paragraph === null ? '' : (texts[paragraph] ?? '').trim());
  const remark = (author: string, at: string | null, text: string, paragraph: number | null): HandsRemark => {
    const quote = about(paragraph);
    return {
      author,
      at,
      text,
      quote: quote.slice(0, 160),
      partId: changeAt(changes, quote) ?? partAt(nodesOf(result), quote) ?? fieldAt(result, quote),
    };
  };
  return {
    changes,
    ...silentDifferences(readingOrder(ownElements, printed), readingOrder(elements, after), changes),
    data: withoutPlaceholders(result, { filled: own, data: checked.data }),
    likeness,
    tracked: after.changes.map(({ kind, author, at, text, paragraph }) => ({
      kind,
      ...remark(author, at, text, paragraph),
    })),
    comments: after.comments.map(({ author, at, text, paragraph }) => remark(author, at, text, paragraph)),
    notices: after.notices,
  };
}

/** The field that a printed paragraph is of, by its words; null where none says them. */
function fieldAt(result: Document, quote: string): string | null {
  const bare = quote.replace(/^[-–]\s*/, '').replace(/[;.]$/, '');
  if (bare === '') return null;
  if (bare === result.subject) return 'subject';
  if (result.recipients?.some((name) => name === bare)) return 'recipients';
  if ('addressees' in result) return null;
  const { bases = [], opening } = result;
  if (opening !== undefined && quote.endsWith(opening)) return 'opening';
  return bases.some((basis) => basisText(basis) === bare) ? 'bases' : null;
}

/** The part that a printed paragraph is of, by its words; null where none says them. */
function partAt(nodes: readonly PlanNode[], quote: string): string | null {
  for (const { id, text, children } of nodes) {
    if (id !== undefined && endsAs(quote, text)) return id;
    const below = partAt(children, quote);
    if (below !== null) return below;
  }
  return null;
}

/** The change whose new words a printed paragraph ends with: of what both changed the result has the draft's. */
function changeAt(changes: readonly PlanChange[], quote: string): string | null {
  return changes.find(({ now }) => textsIn(now).some((text) => endsAs(quote, text)))?.id ?? null;
}

/** Tells whether a printed paragraph ends with a text, its label before and its mark after aside. */
function endsAs(quote: string, text: string): boolean {
  const bare = (one: string) => one.trim().replace(/[.;]$/, '');
  return bare(text).length >= LEAST_LETTERS && bare(quote).endsWith(bare(text));
}
