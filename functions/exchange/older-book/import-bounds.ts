/** How large a list may be: 20,000 documents are the book of a busy office over decades. */
export const IMPORT_BOUNDS = {
  maxBytes: 10 * 1024 * 1024,
  maxEntries: 200,
  maxInflatedBytes: 50 * 1024 * 1024,
  maxRows: 20_000,
  maxColumns: 100,
} as const;

/** Longest text of a cell, in characters. */
export const MAX_CELL = 2000;
