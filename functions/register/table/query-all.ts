import type { QueryRequest, StoredItem, Table } from './table.ts';

/** All items of a query, page after page, in its order: for what is bounded by its nature, such as the rows of one series. */
export async function queryAll(table: Table, request: Omit<QueryRequest, 'startAt' | 'limit'>): Promise<StoredItem[]> {
  const items: StoredItem[] = [];
  let page = await table.query(request);
  for (;;) {
    items.push(...page.items);
    if (!page.lastKey) return items;
    page = await table.query({ ...request, startAt: page.lastKey });
  }
}
