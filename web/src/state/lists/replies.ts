import { answer, api } from '../../api/client.ts';
import type { components } from '../../api/generated/contract.d.ts';
import type { OfficeDocument, Person } from '../../api/types.ts';
import { seenInList, setDeadlines } from '../document/act.ts';
import { createLoaded } from '../loaded.ts';

/** An issued document that its recipients are to answer. */
export type AwaitedReply = components['schemas']['AwaitedReplies']['items'][number];

/** Page of what is awaited. */
type ReadPage = (cursor: string | undefined) => Promise<components['schemas']['AwaitedReplies']>;

/** Documents to be answered, the earliest day first. */
export const replies = createLoaded(() =>
  takeReplies(async (cursor) => {
    const query = cursor === undefined ? {} : { cursor };
    return (await answer(api.GET('/awaited-replies', { params: { query } }))).data;
  }),
);

/** Reads all pages; they come by the day of issue. */
export async function takeReplies(read: ReadPage): Promise<readonly AwaitedReply[]> {
  const found: AwaitedReply[] = [];
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    found.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return found.sort((a, b) => ((a.document.replyBy ?? '') < (b.document.replyBy ?? '') ? -1 : 1));
}

/** Tells whether someone may say that the answers are in: a clerk, or who drafted it. */
export function mayEndReply({ drafterId }: OfficeDocument, { staffId, roles }: Person): boolean {
  return roles.includes('clerk') || (roles.includes('drafter') && drafterId === staffId);
}

/** Records that nothing more is awaited. Throws `Problem`. */
export async function endReply(document: OfficeDocument): Promise<void> {
  await setDeadlines(seenInList(document), { submitBy: '', replyBy: '' });
}
