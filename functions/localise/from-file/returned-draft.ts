import { z } from 'zod';
import type { Document } from '#document/document-types.ts';
import { appendix } from '#document/schemas/appendix.schema.ts';
import { basis } from '#document/schemas/basis.schema.ts';
import { inlineText } from '#document/schemas/inline.schema.ts';
import type { KeHoach } from '#document/schemas/ke-hoach.schema.ts';
import { part } from '#document/schemas/part.schema.ts';
import { line } from '#document/schemas/text.schema.ts';
import type { Decisions } from '../merge/three-sides.ts';
import { type PlanChange, threeWay } from '../merge/three-way.ts';
import { alignPlans } from './align-plans.ts';
import { alike, bagOf, wordsOf } from './alike.ts';
import { withDraftsBranches } from './branch-ends.ts';
import { withClosingLine } from './closing-line.ts';
import { nodesOf, type PlanNode, withIds } from './plan-nodes.ts';
import { restored, withoutOrigins } from './restore-ids.ts';
import { settleOn } from './settle-parts.ts';
import { withTextsApart } from './title-texts.ts';

/** Changes that another text makes in a draft, and the draft with those taken. */
export interface ReturnedTexts {
  /** `superior` is the other text, `unit` the draft. */
  readonly changes: readonly PlanChange[];
  readonly result: Document;
  /** Likeness of draft and text, from 0 to 1: tells whether it is of this draft. */
  readonly likeness: number;
}

/** The draft as it is, what it prints, the other text before its changes and after them; those are data of drafts. */
export interface TextSides {
  readonly own: Document;
  readonly printed: unknown;
  readonly before: unknown;
  readonly after: unknown;
}

/** Fields of a draft that a file can change. */
const content = z.object({
  subject: z.string().optional(),
  body: z.array(part),
  closing: inlineText.optional(),
  recipients: z.array(line).optional(),
  bases: z.array(basis).optional(),
  preamble: z.array(inlineText).optional(),
  openingLead: z.string().optional(),
  opening: z.string().optional(),
  appendices: z.array(appendix).optional(),
});

/**
 * Compares another text with the draft it came from, part by part. A file does not hold all of a draft: where its words
 * are the draft's, the draft's own part stands for it, so that only what a hand changed counts. Decisions are by the id of a
 * change. Null where a text has no body.
 */
export function compareDraftTexts(
  { own, printed, before, after }: TextSides,
  decisions: Decisions,
): ReturnedTexts | null {
  const [first, old, now] = [printed, before, after].map((data) => content.safeParse(data));
  if (!first?.success || !old?.success || !now?.success) return null;
  const unit = withTextsApart(identified(shaped(own, own)));
  const read = alignPlans(unit, withTextsApart(shaped(own, old.data))).plan;
  const returned = alignPlans(read, withTextsApart(shaped(own, now.data))).plan;
  const [base, next] = [withDraftsBranches(read, unit), withDraftsBranches(returned, unit)];
  const settled = settleOn(unit, { printed: shaped(own, first.data), base, next });
  const merged = threeWay(settled.base, unit, settled.next, decisions);
  return {
    changes: merged.changes,
    result: restored(own, merged.result),
    likeness: alike(bagOf(wordsOf(textOf(nodesOf(unit)))), bagOf(wordsOf(textOf(nodesOf(next))))),
  };
}

/** Scores how alike a draft and a file are, from 0 to 1, by their words; null where the file has no body. */
export function likenessOf(own: Document, file: unknown): number | null {
  const read = content.safeParse(file);
  if (!read.success) return null;
  const [first, second] = [own, read.data].map((one) => saidWords(shaped(own, one)));
  return alike(bagOf(first ?? []), bagOf(second ?? []));
}

/** Căn cứ and opening of a plan, as far as it has them. */
function headFields({ bases, preamble, openingLead, opening }: z.infer<typeof content>): Partial<KeHoach> {
  return {
    ...(bases === undefined ? {} : { bases }),
    ...(preamble === undefined ? {} : { preamble }),
    ...(openingLead === undefined ? {} : { openingLead }),
    ...(opening === undefined ? {} : { opening }),
  };
}

/** Words of a plan; copies of one plan are told apart by their trích yếu. */
function saidWords(plan: KeHoach): string[] {
  return wordsOf(`${plan.subject} ${textOf(nodesOf(plan))}`);
}

/** A draft of either type in the one shape that is compared; what has no place in it stays the draft's. */
function shaped(own: Document, from: z.infer<typeof content>): KeHoach {
  const { subject = own.subject, recipients = own.recipients, appendices } = from;
  return {
    schema: 'KeHoach@1',
    organ: own.organ,
    issuer: own.issuer,
    signer: own.signer,
    subject,
    recipients,
    // A công văn has Kính gửi in their place.
    ...('addressees' in own ? {} : headFields(from)),
    body: withClosingLine(withoutOrigins(from.body), from.closing, own.closing !== undefined),
    ...(appendices === undefined
      ? {}
      : { appendices: appendices.map(({ origin: _, body, ...one }) => ({ ...one, body: withoutOrigins(body) })) }),
  };
}

/** A plan in which every part has an id: its own, or one by its place. */
function identified(plan: KeHoach): KeHoach {
  const ids = new Map<string, string>();
  const walk = (nodes: readonly PlanNode[], path: readonly number[]): void => {
    for (const [i, { id, children }] of nodes.entries()) {
      const at = [...path, i];
      ids.set(at.join('-'), id ?? `p-${at.join('-')}`);
      walk(children, at);
    }
  };
  walk(nodesOf(plan), []);
  return withIds(plan, (path) => ids.get(path.join('-')) ?? `p-${path.join('-')}`);
}

function textOf(nodes: readonly PlanNode[]): string {
  return nodes.map(({ text, children }) => `${text} ${textOf(children)}`).join(' ');
}
