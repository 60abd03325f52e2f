import { z } from 'zod';

/** Doubt of a restored series: since that moment, numbers beyond `seq` may have been given. */
const seriesDoubt = z.object({
  /** Moment of the backup, ISO 8601. */
  since: z.string(),
  /** Last number that a mark outside the backup names; the true one is not below it. */
  atLeast: z.exactOptional(z.number().int().positive()),
});

/** After number `seq` the day went back by a person's word. */
const dayReset = z.object({
  seq: z.number().int().positive(),
  from: z.string(),
  to: z.string(),
  actor: z.string(),
  at: z.string(),
  reason: z.string(),
});

/** A person's word on the last number of a restored series. */
const seriesConfirmation = z.object({
  last: z.number().int().nonnegative(),
  /** Numbers up to `last` whose documents the restore did not bring back; absent where there are none. */
  lost: z.exactOptional(z.object({ from: z.number().int().positive(), to: z.number().int().positive() })),
  actor: z.string(),
  at: z.string(),
  reason: z.string(),
});

/** Counter of a series: `A#<organ>#R#<yyyy>#<series>` / `#C`. */
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
  /** Giver of the year's numbers, fixed with its first; absent: this system. */
  given: z.exactOptional(z.enum(['own', 'recorded'])),
  /** Counts records. */
  rev: z.exactOptional(z.number().int().positive()),
  /** False once the year is closed. */
  open: z.boolean(),
  /** After a restore, until the files or a person say the last number. */
  doubt: z.exactOptional(seriesDoubt),
  confirmations: z.exactOptional(z.array(seriesConfirmation)),
  /** Days that the series was set back, because a clock had run ahead. */
  dayResets: z.exactOptional(z.array(dayReset)),
});

/** See {@link seriesCounterSchema}. */
export type SeriesCounter = z.infer<typeof seriesCounterSchema>;

/** Tells whether a number was given before a restore and its document is lost: only bringing it in fills it. */
export function isLostNumber({ confirmations = [] }: SeriesCounter, codeNumber: number): boolean {
  return confirmations.some(({ lost }) => lost && lost.from <= codeNumber && codeNumber <= lost.to);
}
