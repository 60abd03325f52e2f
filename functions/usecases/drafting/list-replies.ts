import { vietnamDate } from '#document/dates.ts';
import type { DocumentItem } from '#register/model/types.ts';
import type { Page } from '#register/register.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { requireRole } from '../permissions.ts';

/** Days back to which documents are looked at for their hạn trả lời. */
const WITHIN_DAYS = 366;
const DAY_MS = 24 * 60 * 60 * 1000;

/** An issued document that its recipients are to answer. */
export interface AwaitedReply {
  readonly document: DocumentItem;
  /** The day is past. */
  readonly isLate: boolean;
}

/** Lists the issued documents of the last year with a hạn trả lời, the newest first. Throws `role-missing`, `bad-cursor`. */
export async function listReplies(
  deps: Deps,
  actor: Actor,
  { cursor }: { readonly cursor?: string | undefined },
): Promise<Page<AwaitedReply>> {
  requireRole(actor, 'deadline');
  const now = deps.clock.now();
  const today = vietnamDate(now);
  const { items, ...rest } = await deps.register.search({
    organ: actor.organ,
    from: vietnamDate(new Date(now.getTime() - WITHIN_DAYS * DAY_MS)),
    to: today,
    wanted: ({ document }) => document.state === 'issued' && document.replyBy !== undefined,
    page: { limit: 100, ...(cursor !== undefined && { cursor }) },
  });
  return { ...rest, items: items.map(({ document }) => ({ document, isLate: (document.replyBy ?? '') < today })) };
}
