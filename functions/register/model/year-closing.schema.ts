import { z } from 'zod';

/** Closing of a year of a series: `A#<organ>#R#<yyyy>#<series>` / `#CLOSE`. Stored once; nothing in it changes any more. */
export const yearClosingSchema = z.object({
  schema: z.literal('year-closing@1'),
  organ: z.string(),
  year: z.number().int(),
  series: z.string(),
  /** SHA-256, hex, over number, date, docId, contentHash and file hashes of every row, in the order of the numbers, then over the blanks. */
  hash: z.string(),
  /** Rows, those brought in included. */
  count: z.number().int().nonnegative(),
  broughtIn: z.number().int().nonnegative(),
  /** Last number of our own; absent where the series gave none. */
  lastNumber: z.exactOptional(z.number().int().positive()),
  /** Rows by document type. */
  byType: z.record(z.string(), z.number().int()),
  /** Numbers of the older book without a document, by kind; absent where it has none. */
  blanks: z.exactOptional(z.record(z.string(), z.number().int())),
  closedBy: z.string(),
  closedAt: z.iso.datetime(),
});

/** See {@link yearClosingSchema}. */
export type YearClosing = z.infer<typeof yearClosingSchema>;
