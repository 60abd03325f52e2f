import { type IsoDate, vietnamDate } from '#document/dates.ts';
import type { FanOutRow } from '#register/fan-outs/fan-out.schema.ts';
import type { Actor } from '../actor.ts';
import { requireRole } from '../permissions.ts';
import { UseCaseError } from '../use-case-error.ts';
import type { FanOutDeps } from './fan-out-deps.ts';
import { rowOfDocument } from './list-came-down.ts';
import { documentOf, stateOf } from './unit-states.ts';

/** Fields of an issue by other means, as the unit's clerk says. */
export interface OutsideInput {
  readonly docId: string;
  /** Null: it was said by mistake. */
  readonly issued: { readonly code: string; readonly issuedDate: IsoDate } | null;
}

/**
 * Notes that a plan that came down was issued by other means, so that its superior waits no longer. The draft stays a draft. Throws
 * `not-found` for what did not come down, `already-issued-here`, `bad-outside-day` for a day to come.
 */
export async function markOutside(deps: FanOutDeps, actor: Actor, { docId, issued }: OutsideInput): Promise<FanOutRow> {
  requireRole(actor, 'register');
  const row = await rowOfDocument(deps, actor, docId);
  if (!row) throw new UseCaseError('not-found');
  const at = deps.clock.now();
  const today = vietnamDate(at);
  if (!issued) return deps.fanOuts.markOutside(row, null);
  if (issued.issuedDate > today) throw new UseCaseError('bad-outside-day', { params: { today } });
  const { outside: _, ...bare } = row;
  const state = stateOf(bare, {}, await documentOf(deps, row), today);
  if (state.stage === 'issued') throw new UseCaseError('already-issued-here', { params: { code: state.code ?? '' } });
  return deps.fanOuts.markOutside(row, { ...issued, by: actor.staffId, at: at.toISOString() });
}
