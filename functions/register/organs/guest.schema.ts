import { z } from 'zod';

/** Roles of a guest; an organ's admins are its own people. An organ's admins are its own people. */
export const guestRoleSchema = z.enum(['drafter', 'checker', 'signer', 'clerk', 'reader']);

const standingSchema = z.object({
  roles: z.array(guestRoleSchema).min(1).max(guestRoleSchema.options.length),
  /** False: they do nothing here any more. Nobody is deleted, because the records name them. */
  active: z.boolean(),
  /** Moment of acceptance; absent: the membership does not count yet. */
  acceptedAt: z.exactOptional(z.iso.datetime()),
});

/**
 * A person of another organ who works in this one as well (HĐND, UBND, a committee): `A#<organ>#O` / `GUEST#<staffId>`, with
 * `A#<home>#O` / `AT#<staffId>#<organ>` pointing at it. Their sign-in and password are their home's.
 */
export const guestSchema = standingSchema.extend({
  schema: z.literal('guest@1'),
  organ: z.string(),
  /** The person in every record, as at home: no member of this organ has the same id. */
  staffId: z.string(),
  /** Organ that has their sign-in name and password. */
  home: z.string(),
  /** As their home knows them; absent before they took the membership. */
  name: z.exactOptional(z.string()),
  /** Counts changes. */
  rev: z.number().int().positive(),
  /** staffId. */
  updatedBy: z.string(),
  updatedAt: z.iso.datetime(),
  /** Every change, the newest last; of more than 200 the newest 200. */
  changes: z.array(standingSchema.extend({ rev: z.number().int().positive(), by: z.string(), at: z.iso.datetime() })),
});

/** See {@link guestSchema}. */
export type Guest = z.infer<typeof guestSchema>;

/** Organ where a person is a guest, in the partition of their home. */
export const guestAtSchema = z.object({
  schema: z.literal('guest-at@1'),
  home: z.string(),
  staffId: z.string(),
  at: z.string(),
});
