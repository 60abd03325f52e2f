import { z } from 'zod';

/** A remark at a part of a document, at `A#<organ>#D#<docId>` / `NOTE#<version>#<n>`; the next event has the hash of its version's. */
export const noteSchema = z.object({
  schema: z.literal('note@1'),
  organ: z.string(),
  docId: z.string(),
  /** Version of the document that it is about. */
  version: z.number().int().positive(),
  /** Its place among the remarks on that version, from 1 on. */
  n: z.number().int().positive(),
  /** Id of a part, name of a field, or anchor; absent: of the document as a whole. */
  partId: z.exactOptional(z.string()),
  /** The place in words, as the text of that moment had it. */
  place: z.exactOptional(z.string()),
  text: z.string(),
  /** staffId. */
  by: z.string(),
  at: z.iso.datetime(),
  /** SHA-256 of the text that it is about. */
  contentHash: z.string(),
});

/** See {@link noteSchema}. */
export type Note = z.infer<typeof noteSchema>;
