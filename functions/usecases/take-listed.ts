import type { PageRequest } from '#register/commands/page-requests.ts';
import type { DocumentItem } from '#register/model/types.ts';
import type { Page } from '#register/register.ts';

/** Documents that one page of a list reads. */
const PER_PAGE = 100;

/**
 * Takes up to `most` documents that are wanted, the one that waits longest first. Reads page after page: those of other people never hide
 * one's own.
 */
export async function takeListed(
  list: (page: PageRequest) => Promise<Page<DocumentItem>>,
  most: number,
  pick: (page: readonly DocumentItem[]) => readonly DocumentItem[] | Promise<readonly DocumentItem[]> = (page) => page,
): Promise<DocumentItem[]> {
  const taken: DocumentItem[] = [];
  let cursor: string | undefined;
  do {
    const page = await list({ limit: PER_PAGE, ...(cursor !== undefined && { cursor }) });
    taken.push(...(await pick(page.items)));
    cursor = page.cursor;
  } while (cursor !== undefined && taken.length < most);
  return taken.slice(0, most);
}
