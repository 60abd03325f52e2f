import { z } from 'zod';

/** Role of a member of an organ; one person may have several. */
export const role = z.enum(['drafter', 'checker', 'signer', 'clerk', 'reader', 'admin']);

/** See {@link role}. */
export type Role = z.infer<typeof role>;

/** Person who asks. All of it comes from the verified token. */
export interface Actor {
  /** Id of the organ. */
  readonly organ: string;
  /** The person, in every record; survives a move to another organ. */
  readonly staffId: string;
  readonly roles: readonly Role[];
}
