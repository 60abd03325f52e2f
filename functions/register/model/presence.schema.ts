import { z } from 'zod';

/** Someone who has a document open. */
const presentSchema = z.object({
  staffId: z.string(),
  since: z.iso.datetime(),
  /** The last sign of them. */
  at: z.iso.datetime(),
});

/**
 * People who have a document open, at `A#<organ>#D#<docId>` / `PRESENCE`: one small item, rewritten with each sign. It
 * locks nothing, and who gives no sign is left out of it.
 */
export const presenceSchema = z.object({
  schema: z.literal('presence@1'),
  organ: z.string(),
  docId: z.string(),
  people: z.array(presentSchema),
  /** Counts signs. */
  rev: z.number().int().positive(),
});

/** See {@link presentSchema}. */
export type Present = z.infer<typeof presentSchema>;
