import { z } from 'zod';

/** Progress of a unit with the plan that came down to it. */
export const unitStateResponse = z
  .object({
    unitCode: z.string(),
    stage: z.enum(['waiting', 'failed', 'down', 'opened', 'submitted', 'issued', 'outside', 'ended', 'discarded']),
    isLate: z.boolean(),
    code: z.string().optional(),
    issuedDate: z.string().optional(),
    remindedAt: z.string().optional(),
  })
  .meta({ id: 'UnitState' });
