import { vietnamDate } from '#document/dates.ts';
import { answer, api } from '../../api/client.ts';
import type { components } from '../../api/generated/contract.d.ts';
import { actorLabel } from '../labels.ts';
import { changeText, type Member } from './members.ts';

/** Days and person that acts are wanted of; nobody: all. */
export interface ActivityFilter {
  readonly from: string;
  readonly to: string;
  readonly staffId: string;
}

/** One act: who did what, on which document. */
export interface ActivityLine {
  readonly at: string;
  readonly who: string;
  readonly what: string;
  /** The document or the person that it was done to. */
  readonly on: string;
  /** The document, where the admin may open it. */
  readonly document: { readonly organ: string; readonly docId: string } | null;
}

/** Acts that were read, the newest first, and where older documents go on. */
export interface ActivityList {
  readonly lines: readonly ActivityLine[];
  readonly cursor: string | undefined;
}

type Activity = components['schemas']['Activity'];

/** Acts that are read before somebody asks for more. */
const ENOUGH = 500;

/**
 * Reads who did what in the office: acts on documents, and on the first call changes of people. Reads on until there is enough to show;
 * `more` tells how many there are so far. Throws `Problem`.
 */
export async function readActivity(
  filter: ActivityFilter,
  { names, members }: { readonly names: ReadonlyMap<string, string>; readonly members: readonly Member[] },
  { before, more }: { readonly before?: ActivityList | undefined; readonly more?: (count: number) => void } = {},
): Promise<ActivityList> {
  const { staffId, ...days } = filter;
  const lines: ActivityLine[] = before ? [] : memberActivity(members, filter, names);
  let cursor = before?.cursor;
  do {
    const query = { ...days, ...(staffId !== '' && { staffId }), ...(cursor !== undefined && { cursor }) };
    const { data } = await answer(api.GET('/activity', { params: { query } }));
    lines.push(...data.items.map((act) => activityLine(act, names)));
    cursor = data.cursor;
    more?.(lines.length);
  } while (cursor !== undefined && lines.length < ENOUGH);
  return { lines: newestFirst([...(before?.lines ?? []), ...lines]), cursor };
}

/** Says one act on a document; of one that the admin may not see, its type and how far it is. */
export function activityLine(act: Activity, names: ReadonlyMap<string, string>): ActivityLine {
  const { at, actor, actName, typeName, stateName, symbol, subject, organ, docId, reason } = act;
  const title = [symbol ?? typeName, ...(subject ? [subject] : [])].join(': ');
  return {
    at,
    who: actorLabel(actor, names),
    what: reason === undefined ? actName : `${actName}, lý do: ${reason}`,
    on: `${title} (${stateName})`,
    document: docId === undefined ? null : { organ, docId },
  };
}

/** Changes of people within some days, and of those whom somebody made. */
export function memberActivity(
  members: readonly Member[],
  { from, to, staffId }: ActivityFilter,
  names: ReadonlyMap<string, string>,
): ActivityLine[] {
  return members.flatMap(({ changes, name }) =>
    changes.flatMap((change, index) => {
      const day = vietnamDate(new Date(change.at));
      if (day < from || day > to || (staffId !== '' && change.by !== staffId)) return [];
      const before = changes[index - 1];
      const what = `${before ? 'đổi' : 'thêm'} người, ${changeText(change, before)}`;
      return [{ at: change.at, who: actorLabel(change.by, names), what, on: name, document: null }];
    }),
  );
}

function newestFirst(lines: readonly ActivityLine[]): ActivityLine[] {
  return [...lines].sort((a, b) => (a.at < b.at ? 1 : -1));
}
