import type { KeHoach } from '#document/schemas/ke-hoach.schema.ts';
import { keHoach } from '#document/schemas/ke-hoach.schema.ts';
import { type AlignedPlan, alignPlans } from './align-plans.ts';
import { nodesOf, withIds } from './plan-nodes.ts';
import { type Proposal, proposeFates } from './propose-fates.ts';
import type { SuperiorFile } from './superior-file.schema.ts';

/** A superior's file as it was read: what to decide, and how its parts were known where an older one is given. */
export interface ReadSuperior {
  readonly file: SuperiorFile;
  readonly proposals: readonly Proposal[];
  readonly alignment: Omit<AlignedPlan, 'plan'> | null;
}

/** Facts of the superior's plan that stand in no draft. */
export type SuperiorSource = Pick<SuperiorFile, 'file' | 'superior'>;

/**
 * Takes a superior's plan out of a draft that was made of its file: ids by place, or those of the older file; fates proposed, or
 * as they were decided before. Null where the draft is no plan with a body.
 */
export function readSuperior(
  draft: Readonly<Record<string, unknown>>,
  source: SuperiorSource,
  before: SuperiorFile | null,
): ReadSuperior | null {
  const plan = asPlan(draft);
  if (!plan) return null;
  const aligned = before ? alignPlans(before.plan, plan) : null;
  const own = aligned?.plan ?? withIds(plan, (path) => `phan-${path.map((n) => n + 1).join('-')}`);
  const proposals = proposeFates(own);
  const decisions = Object.fromEntries(proposals.map(({ id, fate }) => [id, decided(id, aligned, before) ?? fate]));
  return {
    file: { schema: 'TepCapTren@1', ...source, plan: own, decisions },
    proposals,
    alignment: aligned && { parts: aligned.parts, removed: aligned.removed },
  };
}

/** Reads the decision on a part, which holds on where the part is known for sure. */
function decided(id: string, aligned: AlignedPlan | null, before: SuperiorFile | null) {
  const as = aligned?.parts.find((part) => part.id === id)?.as;
  return as === 'same' || as === 'changed' || as === 'moved' ? before?.decisions[id] : undefined;
}

/** A draft of a superior as a plan: what units do not take over may be missing. */
function asPlan(draft: Readonly<Record<string, unknown>>): KeHoach | null {
  const { signer, recipients, subject, organ } = draft;
  const named = { ...draft, schema: 'KeHoach@1', organ: organ || 'cap-tren' };
  const parsed = keHoach.safeParse({
    ...named,
    subject: subject ?? 'Kế hoạch của cấp trên',
    recipients: Array.isArray(recipients) && recipients.length > 0 ? recipients : ['Các đơn vị'],
    signer: signer ?? { authority: [{ position: 'Chủ tịch' }] },
  });
  return parsed.success && nodesOf(parsed.data).length > 0 ? parsed.data : null;
}
