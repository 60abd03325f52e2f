import { z } from 'zod';

/** A profile of an organ from a day on, at `A#<organ>#P` / `<validFrom>`. What is in it is the document room's to know. */
export const profileItemSchema = z.object({
  schema: z.literal('profile-item@1'),
  organ: z.string(),
  /** First day it is valid, `yyyy-mm-dd`; it ends the day before the next one's. */
  validFrom: z.iso.date(),
  /** Name and version of the payload: `organ-profile@1`. */
  profileSchema: z.string(),
  profile: z.unknown(),
  /** Counts corrections. */
  rev: z.number().int().positive(),
  updatedBy: z.string(),
  updatedAt: z.iso.datetime(),
});

/** See {@link profileItemSchema}. */
export type ProfileItem = z.infer<typeof profileItemSchema>;
