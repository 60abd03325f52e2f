import { z } from 'zod';
import type { YearClosing } from '#register/model/types.ts';
import type { YearSeries } from '#usecases/book/year-series.ts';

/** Answer of a closed year. */
export const closingResponse = z
  .object({
    year: z.number(),
    series: z.string(),
    hash: z.string(),
    count: z.number(),
    broughtIn: z.number(),
    lastNumber: z.number().optional(),
    byType: z.record(z.string(), z.number()),
    blanks: z.record(z.string(), z.number()).optional(),
    closedBy: z.string(),
    closedAt: z.string(),
  })
  .meta({ id: 'YearClosing' });

/** A series in a year. `last`: the last number given. */
export const seriesResponse = z
  .object({
    year: z.number(),
    series: z.string(),
    types: z.array(z.string()).readonly(),
    start: z.number(),
    last: z.number().optional(),
    lastIssuedOn: z.string().optional(),
    open: z.boolean(),
    closing: closingResponse.optional(),
  })
  .meta({ id: 'Series' });

/** See {@link closingResponse}. */
export function toClosingResponse({ schema: _, organ: __, ...closing }: YearClosing): z.infer<typeof closingResponse> {
  return closing;
}

/** See {@link seriesResponse}. */
export function toSeriesResponse({
  year,
  series,
  types,
  start,
  counter,
  closing,
}: YearSeries): z.infer<typeof seriesResponse> {
  return {
    year,
    series,
    types,
    start,
    open: counter?.open ?? true,
    ...(counter?.seq !== undefined && { last: counter.seq, lastIssuedOn: counter.lastIssuedOn }),
    ...(closing && { closing: toClosingResponse(closing) }),
  };
}
