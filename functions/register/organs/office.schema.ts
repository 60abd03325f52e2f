import { z } from 'zod';

/** How an office works, where it does otherwise than most: `A#<organ>#O` / `WAY`. Nothing of it is frozen into a document. */
export const officeSchema = z.object({
  schema: z.literal('office@1'),
  organ: z.string(),
  /** A signer may approve what they drafted themselves. */
  ownDraftAllowed: z.boolean(),
  /** Counts changes. */
  rev: z.number().int().positive(),
  /** staffId. */
  updatedBy: z.string(),
  updatedAt: z.iso.datetime(),
});

/** See {@link officeSchema}. */
export type Office = z.infer<typeof officeSchema>;

/** What an office may choose. */
export type OfficeWay = Pick<Office, 'ownDraftAllowed'>;

/** How an office works that has said nothing. */
export const USUAL_WAY: OfficeWay = { ownDraftAllowed: false };
