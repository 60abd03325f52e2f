import { z } from 'zod';
import type { FanOutRun } from '#register/fan-outs/fan-out.schema.ts';
import type { FanOutProgress } from '#usecases/fan-out/get-fan-out.ts';

const count = z.number().int();
/** Progress of a fan-out. */
export const fanOutResponse = z
  .object({
    runId: z.string(),
    on: z.string(),
    due: z.string().optional(),
    startedAt: z.string(),
    superior: z.object({
      docId: z.string(),
      code: z.string(),
      issuedDate: z.string(),
      inRegister: z.boolean(),
      note: z.string(),
    }),
    total: count,
    counts: z.object({ waiting: count, leased: count, done: count, failed: count }),
    perSecond: z.number(),
    failed: z.array(z.object({ unitCode: z.string(), reasons: z.array(z.string()) })),
    /** Of a start alone: what the units will not see of the superior's changes. */
    warnings: z.array(z.object({ code: z.string(), path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'FanOut' });

const SUPERIOR_NOTES = {
  here: 'Số, ký hiệu, ngày và trích yếu đã đối chiếu với sổ.',
  elsewhere:
    'Kế hoạch cấp trên không có trong sổ này nên không đối chiếu được số, ngày; các đơn vị viện dẫn đúng như đã khai.',
} as const;

/** Sum of the units' figures beside the superior's. */
export const targetSumResponse = z
  .object({
    rowId: z.string(),
    place: z.string(),
    measure: z.string(),
    period: z.string().nullable(),
    own: z.number().nullable(),
    sum: z.number(),
    counted: count,
    sent: count.meta({
      description: 'Trong đó bao nhiêu đơn vị theo kế hoạch đã gửi đi; đơn vị khác tính theo số được giao.',
    }),
    missing: z.array(z.string()),
    differing: z.array(z.string()),
  })
  .meta({ id: 'TargetSum' });

/** A fan-out of a list. */
export const fanOutRunResponse = fanOutResponse
  .pick({ runId: true, on: true, due: true, startedAt: true, total: true, superior: true })
  .meta({ id: 'FanOutRun' });

/** A run as a list shows it. */
export function toFanOutRunResponse({
  runId,
  on,
  due,
  createdAt,
  superior,
  total,
}: FanOutRun): z.infer<typeof fanOutRunResponse> {
  const note = SUPERIOR_NOTES[superior.inRegister ? 'here' : 'elsewhere'];
  return { runId, on, ...(due !== undefined && { due }), startedAt: createdAt, superior: { ...superior, note }, total };
}

/** A run with its counts and failures. */
export function toFanOutResponse({ run, counts, perSecond, failed }: FanOutProgress): z.infer<typeof fanOutResponse> {
  return {
    ...toFanOutRunResponse(run),
    counts,
    perSecond,
    failed: failed.map(({ unitCode, reasons = [] }) => ({ unitCode, reasons })),
  };
}
