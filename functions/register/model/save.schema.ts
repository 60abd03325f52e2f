import { z } from 'zod';

/** A save of a draft, at `A#<organ>#D#<docId>` / `SAVE#<rev modulo 300>`: the newest 300 stand. Beside the chain. */
export const saveSchema = z.object({
  schema: z.literal('save@1'),
  organ: z.string(),
  docId: z.string(),
  /** The document's rev after it. */
  rev: z.number().int().positive(),
  /** SHA-256 of the data. */
  sha256: z.string(),
  /** staffId. */
  by: z.string(),
  at: z.iso.datetime(),
});

/** See {@link saveSchema}. */
export type Save = z.infer<typeof saveSchema>;
