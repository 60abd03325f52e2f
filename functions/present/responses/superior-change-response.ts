import { z } from 'zod';

const side = z.enum(['unchanged', 'changed', 'added', 'removed']);

/** A difference between a plan as it came down, as the superior has it now, and the unit's own. */
export const superiorChangeResponse = z
  .object({
    id: z.string(),
    place: z.string(),
    superior: side,
    unit: side,
    outcome: z.enum(['same', 'superior', 'unit', 'conflict']),
    was: z.unknown(),
    now: z.unknown(),
    own: z.unknown(),
    result: z.unknown(),
  })
  .meta({ id: 'SuperiorChange' });
