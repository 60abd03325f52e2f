import { z } from 'zod';

/** Old places that one draft's walk keeps as looked at, at most. */
export const MAX_LOOKED = 1000;

/** Name of a place: its kind, and a short hash of what it says. */
export const lookedPlace = z.string().regex(/^[a-z]{1,20}-[0-9a-z]{1,12}$/);

/**
 * Record of what a person looked at in a draft made of an old document, at `A#<organ>#D#<docId>` / `WALK#<staffId>`. Beside
 * the chain: a reminder, no proof.
 */
export const walkSchema = z.object({
  schema: z.literal('walk@1'),
  organ: z.string(),
  docId: z.string(),
  staffId: z.string(),
  looked: z.array(lookedPlace).max(MAX_LOOKED),
  at: z.iso.datetime(),
});

/** See {@link walkSchema}. */
export type Walk = z.infer<typeof walkSchema>;
