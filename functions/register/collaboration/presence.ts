import type { SignOfPresenceCommand } from '../commands/collaboration-commands.ts';
import { type Present, presenceSchema } from '../model/presence.schema.ts';
import { equals, isNew } from '../table/condition.ts';
import { presenceKey } from '../table/keys/document-keys.ts';
import { readItem } from '../table/read-item.ts';
import type { Table } from '../table/table.ts';

/** Milliseconds after the last sign of someone before they count as gone: two signs of a minute may be lost. */
const PRESENT_FOR_MS = 150_000;

/** People that one document counts at most; of more the last to come. */
const MAX_PEOPLE = 20;

/** Tries beside others who give a sign at the same moment; who loses them all is there at the next minute. */
const TRIES = 4;

/** See `Register.signPresence`. */
export async function signPresence(table: Table, command: SignOfPresenceCommand): Promise<Present[]> {
  const { organ, docId, staffId } = command;
  const key = presenceKey(organ, docId);
  let others: Present[] = [];
  for (let tried = 0; tried < TRIES; tried++) {
    const item = await table.get(key);
    const before = item && readItem(presenceSchema, item);
    const people = peopleAfter(before?.people ?? [], command);
    others = people.filter((one) => one.staffId !== staffId);
    if (!before && people.length === 0) return others;
    const rev = (before?.rev ?? 0) + 1;
    const put = { ...key, schema: 'presence@1', organ, docId, people, rev };
    const outcome = await table.transact([{ put, if: before ? equals({ rev: before.rev }) : isNew }]);
    if (outcome.done) return others;
  }
  return others;
}

/** Lists those present after a sign, the longest first. */
function peopleAfter(before: readonly Present[], { staffId, hasLeft = false, at }: SignOfPresenceCommand): Present[] {
  const now = at.toISOString();
  const since = new Date(at.getTime() - PRESENT_FOR_MS).toISOString();
  const there = before.filter((one) => one.at >= since);
  const own = there.find((one) => one.staffId === staffId);
  const others = there.filter((one) => one.staffId !== staffId);
  const people = hasLeft ? others : [...others, { staffId, since: own?.since ?? now, at: now }];
  return people.slice(-MAX_PEOPLE).sort((a, b) => (a.since < b.since ? -1 : 1));
}
