import { z } from 'zod';

/** Role of a member of an organ; one person may have several. */
export const role = z.enum(['drafter', 'checker', 'signer', 'clerk', 'reader', 'admin']);

/** See {@link role}. */
export type Role = z.infer<typeof role>;

/** Person who asks: who by the verified token, for which organ and as what by their membership. */
export interface Actor {
  /** Id of the organ that they act for. */
  readonly organ: string;
  /** The person, in every record; survives a move to another organ. */
  readonly staffId: string;
  readonly roles: readonly Role[];
  /** Abbreviation of their unit, as their membership has it; absent: of the whole office. */
  readonly unit?: string;
  /** Id of their own organ, where they act for another as its guest. */
  readonly home?: string;
}
