import { z } from 'zod';

/** Roles of a member; the use cases know what each is for. */
export const memberRoleSchema = z.enum(['drafter', 'checker', 'signer', 'clerk', 'reader', 'admin']);

/** Longest name of a person. */
export const MAX_NAME = 200;

const standingSchema = z.object({
  /** As colleagues know the person. */
  name: z.string().min(1).max(MAX_NAME),
  /** Address for mail about waiting work; absent: none is sent. */
  email: z.exactOptional(z.email().max(254)),
  /** Abbreviation of their unit in the organ's profile; absent: of the whole office. */
  unit: z.exactOptional(z.string().min(1).max(20)),
  roles: z.array(memberRoleSchema).min(1).max(memberRoleSchema.options.length),
  /** False: no sign-in any more. Nobody is deleted, because the records name them. */
  active: z.boolean(),
});

/** One change of a member, as it was made. */
export const memberChangeSchema = standingSchema.extend({
  rev: z.number().int().positive(),
  /** staffId, or the operator at the machine. */
  by: z.string(),
  at: z.iso.datetime(),
});

/**
 * A person of an organ: `A#<organ>#U` / `<staffId>`. The sign-in name points here from `LOGIN#<username>` / `META`. Passwords are
 * kept elsewhere: in Cognito, or on one machine in the file of users.
 */
export const memberSchema = standingSchema.extend({
  schema: z.literal('member@1'),
  organ: z.string(),
  /** The person in every record; survives a move to another organ. */
  staffId: z.string(),
  /** Sign-in name; never changed, because tokens and passwords hang on it. */
  username: z.string(),
  /** Counts changes. */
  rev: z.number().int().positive(),
  updatedBy: z.string(),
  updatedAt: z.iso.datetime(),
  /** Every change, the newest last; of more than 500 the newest 500. */
  changes: z.array(memberChangeSchema),
});

/** Owner of a sign-in name in any case: `LOGIN#<username>` / `META`, the key in lower case. */
export const loginSchema = z.object({
  schema: z.literal('login@1'),
  username: z.string(),
  organ: z.string(),
  staffId: z.string(),
});

/** See {@link memberSchema}. */
export type Member = z.infer<typeof memberSchema>;
