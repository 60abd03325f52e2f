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
import { alike, wordsOf } from './alike.ts';
import { withClosingLine } from './closing-line.ts';
import { nodesOf, type PlanNode, withIds } from './plan-nodes.ts';
import { restored, withoutOrigins } from './restore-ids.ts';
import { settleOn } from './settle-parts.ts';

/** Changes that a returned file makes in a draft, and the draft with those taken. */
export interface ReturnedDraft {
  /** `superior` is the one who sent the file back, `unit` the draft. */
  readonly changes: readonly PlanChange[];
  readonly result: Document;
  /** Likeness of draft and file, from 0 to 1: tells whether it is this draft's file. */
  readonly likeness: number;
}

/** The draft as it is, the file before its changes, the file as it came back. */
export interface ReturnedSides {
  readonly own: Document;
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
 * Compares a file that came back with the draft it came from, part by part. A file does not hold all of a draft: where its words
 * are the draft's, the draft's own part stands for it, so that only what a hand changed counts. Decisions are by the id of a
 * change. Null where the file has no body.
 */
export function compareReturned({ own, before, after }: ReturnedSides, decisions: Decisions): ReturnedDraft | null {
  const [old, now] = [content.safeParse(before), content.safeParse(after)];
  if (!old.success || !now.success) return null;
  const unit = identified(shaped(own, own));
  const base = alignPlans(unit, shaped(own, old.data)).plan;
  const next = alignPlans(base, shaped(own, now.data)).plan;
  const settled = settleOn(unit, base, next);
  const merged = threeWay(settled.base, unit, settled.next, decisions);
  return {
    changes: merged.changes,
    result: restored(own, merged.result),
    likeness: alike(wordsOf(textOf(nodesOf(unit))), wordsOf(textOf(nodesOf(next)))),
  };
}

/** Scores how alike a draft and a file are, from 0 to 1, by their words; null where the file has no body. */
export function likenessOf(own: Document, file: unknown): number | null {
  const read = content.safeParse(file);
  if (!read.success) return null;
  const [first, second] = [own, read.data].map((one) => saidWords(shaped(own, one)));
  return alike(first ?? [], second ?? []);
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
