import { z } from 'zod';

/** Where a series stands: `A#<organ>#R#<yyyy>#<series>` / `#C`. */
export const seriesCounterSchema = z.object({
  schema: z.literal('series-counter@1'),
  organ: z.string(),
  year: z.number().int(),
  series: z.string(),
  /** First number of our own; those brought in are below it. */
  start: z.number().int().positive(),
  /** Last number given; absent before the first. */
  seq: z.exactOptional(z.number().int().positive()),
  /** Day of the last number, `yyyy-mm-dd`; `0000-00-00` before the first. */
  lastIssuedOn: z.string(),
  /** False once the year is closed. */
  open: z.boolean(),
});

/** See {@link seriesCounterSchema}. */
export type SeriesCounter = z.infer<typeof seriesCounterSchema>;
