/** Bounds of an imported list: 20,000 documents are decades of a busy office. */
export const IMPORT_BOUNDS = {
  maxBytes: 10 * 1024 * 1024,
  maxEntries: 200,
  maxInflatedBytes: 50 * 1024 * 1024,
  maxRows: 20_000,
  maxColumns: 100,
  /** Ten to a row. */
  maxMerges: 200_000,
} as const;

/** Longest text of a cell, in characters. */
export const MAX_CELL = 2000;
