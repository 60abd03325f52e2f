import { z } from 'zod';

/** What a member of an organ may be; one person may be several. */
export const role = z.enum(['drafter', 'signer', 'clerk', 'reader', 'admin']);

/** See {@link role}. */
export type Role = z.infer<typeof role>;

/** Who asks. All of it comes from the verified token and from nowhere else. */
export interface Actor {
  /** Id of the organ. */
  readonly organ: string;
  /** The person, in every record; survives a move to another organ. */
  readonly staffId: string;
  readonly roles: readonly Role[];
}
