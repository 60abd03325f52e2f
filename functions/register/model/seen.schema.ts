import { z } from 'zod';

/** The text of a document that a person saw last, at `A#<organ>#D#<docId>` / `SEEN#<staffId>`. Beside the chain. */
export const seenSchema = z.object({
  schema: z.literal('seen@1'),
  organ: z.string(),
  docId: z.string(),
  staffId: z.string(),
  /** SHA-256 of the frozen blob, or of a draft's data. */
  contentHash: z.string(),
  at: z.iso.datetime(),
});

/** See {@link seenSchema}. */
export type Seen = z.infer<typeof seenSchema>;
