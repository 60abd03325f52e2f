import { z } from '@hono/zod-openapi';
import type { YearClosing } from '#register/model/types.ts';
import type { YearSeries } from '#usecases/book/year-series.ts';

/** What a year was closed with. */
export const closingView = z
  .object({
    year: z.number(),
    series: z.string(),
    hash: z.string(),
    count: z.number(),
    broughtIn: z.number(),
    lastNumber: z.number().optional(),
    byType: z.record(z.string(), z.number()),
    closedBy: z.string(),
    closedAt: z.string(),
  })
  .openapi('YearClosing');

/** A series in a year. `last`: the last number given. */
export const seriesView = z
  .object({
    year: z.number(),
    series: z.string(),
    types: z.array(z.string()).readonly(),
    start: z.number(),
    last: z.number().optional(),
    lastIssuedOn: z.string().optional(),
    open: z.boolean(),
    closing: closingView.optional(),
  })
  .openapi('Series');

/** See {@link closingView}. */
export function viewClosing({ schema: _, organ: __, ...closing }: YearClosing): z.infer<typeof closingView> {
  return closing;
}

/** See {@link seriesView}. */
export function viewSeries({ year, series, types, start, counter, closing }: YearSeries): z.infer<typeof seriesView> {
  return {
    year,
    series,
    types,
    start,
    open: counter?.open ?? true,
    ...(counter?.seq !== undefined && { last: counter.seq, lastIssuedOn: counter.lastIssuedOn }),
    ...(closing && { closing: viewClosing(closing) }),
  };
}
