import { z } from 'zod';

/** A finding, as people and machines read it. */
export const findingResponse = z
  .object({
    severity: z.enum(['error', 'warning']),
    code: z.string(),
    path: z.string(),
    pointer: z.array(z.union([z.string(), z.number()])).readonly(),
    message: z.string(),
    clause: z.string().nullable(),
  })
  .meta({ id: 'Finding' });
