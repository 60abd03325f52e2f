import { z } from 'zod';

/** One look at an issued document, beside its chain: `A#<organ>#D#<docId>` / `VIEW#<time>#<id>`. */
export const viewSchema = z.object({
  schema: z.literal('view@1'),
  organ: z.string(),
  docId: z.string(),
  viewId: z.string(),
  kind: z.enum(['view', 'download']),
  /** staffId. */
  actor: z.string(),
  at: z.iso.datetime(),
  /** File that was downloaded. */
  fileId: z.exactOptional(z.string()),
});

/** See {@link viewSchema}. */
export type View = z.infer<typeof viewSchema>;
