import { type IsoDate, vietnamDate } from '#document/dates.ts';
import type { AuditEvent, DocumentItem } from '#register/model/types.ts';
import type { Page } from '#register/register.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { inParallel } from '../in-parallel.ts';
import { sightOf } from '../may-read.ts';
import { daysOf } from '../period.ts';
import { requireRole } from '../permissions.ts';

/** Documents whose events are read for one page. */
const DOCUMENTS_A_PAGE = 50;
const AT_ONCE = 8;

/** An act of a person or the system on a document of the office. */
export interface Activity {
  readonly event: AuditEvent;
  readonly document: DocumentItem;
  /** The admin who asks may see what the document says. */
  readonly isVisible: boolean;
}

/** Days whose acts are wanted, both included, and of whom; absent: everybody. */
export interface ActivityQuery {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly staffId?: string | undefined;
  readonly cursor?: string | undefined;
}

/**
 * Lists who did what over the whole office, document by document, in the order in which those changed last. A page may be empty and yet
 * have a cursor (decision 0460). Throws `role-missing`, `bad-period`, `bad-cursor`.
 */
export async function listActivity(deps: Deps, actor: Actor, query: ActivityQuery): Promise<Page<Activity>> {
  requireRole(actor, 'list-activity');
  const { cursor, staffId } = query;
  const { from, to } = daysOf(query, vietnamDate(deps.clock.now()));
  const since = new Date(`${from}T00:00:00+07:00`);
  const page = { limit: DOCUMENTS_A_PAGE, ...(cursor !== undefined && { cursor }) };
  const { items, ...rest } = await deps.register.listChangedSince(actor.organ, since, page);
  const sees = await sightOf(deps, actor, actor.organ);
  const isWanted = ({ at, actor: who }: AuditEvent) => {
    const day = vietnamDate(new Date(at));
    return from <= day && day <= to && (staffId === undefined || who === staffId);
  };
  const acts = await inParallel(items, AT_ONCE, async (document) => {
    const events = await deps.register.listEvents(actor.organ, document.docId);
    return events.filter(isWanted).map((event) => ({ event, document, isVisible: sees(document) }));
  });
  return { items: acts.flat(), ...rest };
}
