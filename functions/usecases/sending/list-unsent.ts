import { dateParts, type IsoDate, vietnamDate } from '#document/dates.ts';
import { nextWorkingDay, type WorkingYears } from '#document/working-days.ts';
import type { DocumentItem } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { requireRole } from '../permissions.ts';

/** A document that has its number and was not sent, and until when it has to be (Điều 18.1). */
export interface Unsent {
  readonly document: DocumentItem;
  /** The next working day after its own; of an urgent one its own. */
  readonly dueOn: IsoDate;
  readonly isOverdue: boolean;
}

/** A page of what waits for sending, the oldest first. */
export interface UnsentPage {
  readonly items: readonly Unsent[];
  readonly cursor?: string;
  /** Years counted by Saturdays and Sundays alone, because the office gave no list of its days. */
  readonly yearsWithoutList: readonly number[];
}

/**
 * Lists "Đã cấp số, chưa gửi". Days are counted now, by the office's list; what was brought in, or issued before 0.2.0, is not in it,
 * because nobody knows whether it was sent. Throws `bad-cursor`.
 */
export async function listUnsent(
  deps: Deps,
  actor: Actor,
  page: { readonly cursor?: string | undefined } = {},
): Promise<UnsentPage> {
  requireRole(actor, 'list-unsent');
  const { cursor } = page;
  const listed = await deps.register.listUnsent(actor.organ, cursor === undefined ? {} : { cursor });
  const today = vietnamDate(deps.clock.now());
  const wanted = yearsOf([today, ...listed.items.map(({ issuedDate = today }) => issuedDate)]);
  const years = await workingYears(deps, actor.organ, wanted);
  return {
    items: listed.items.map((document) => unsentOf(document, years, today)),
    ...(listed.cursor !== undefined && { cursor: listed.cursor }),
    yearsWithoutList: wanted.filter((year) => !years.has(year)),
  };
}

/** The office's lists of working days for some years. */
export async function workingYears(deps: Deps, organ: string, years: readonly number[]): Promise<WorkingYears> {
  const lists = await deps.register.getWorkingDays(organ, years);
  return new Map(lists.map((list) => [list.year, list]));
}

function unsentOf(document: DocumentItem, years: WorkingYears, today: IsoDate): Unsent {
  const { issuedDate = today, urgency } = document;
  if (urgency !== undefined) return { document, dueOn: issuedDate, isOverdue: true };
  const dueOn = nextWorkingDay(issuedDate, years);
  return { document, dueOn, isOverdue: today > dueOn };
}

/** The years of some days, and the next ones: what is issued on New Year's Eve is due in January. */
function yearsOf(days: readonly IsoDate[]): number[] {
  const own = days.map((day) => dateParts(day).year);
  return [...new Set(own)].sort();
}
