/** Bytes of one item at most. */
export const MAX_ITEM_BYTES = 400 * 1024;

/** Bytes of items that one page reads at most. */
export const MAX_PAGE_BYTES = 1024 * 1024;

/** Bytes of items in one transaction at most. */
export const MAX_TRANSACTION_BYTES = 4 * 1024 * 1024;

/** Bytes of the two parts of a key at most, in the table and in each index. */
export const MAX_KEY_BYTES = { partitionKey: 2048, sortKey: 1024 } as const;
