import { z } from 'zod';

/** Progress of a unit with the plan that came down to it. */
export const unitStateResponse = z
  .object({
    unitCode: z.string(),
    stage: z.enum(['waiting', 'failed', 'down', 'opened', 'submitted', 'issued', 'outside', 'ended', 'discarded']),
    isLate: z.boolean(),
    code: z.string().optional(),
    issuedDate: z.string().optional(),
    hasFile: z.literal(true).optional().meta({ description: 'Có bản quét của văn bản ban hành ngoài hệ thống.' }),
    remindedAt: z.string().optional(),
  })
  .meta({ id: 'UnitState' });
