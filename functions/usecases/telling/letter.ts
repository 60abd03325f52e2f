import type { IsoDate } from '#document/dates.ts';
import type { WorkListName } from '../drafting/list-work.ts';

/** A document that waits for a person, as a letter names it: never its text. */
export interface WaitingLine {
  readonly list: Exclude<WorkListName, 'drafts'> | 'came-down';
  readonly organ: string;
  readonly docId: string;
  readonly typeName: string;
  readonly subject: string;
  readonly urgency?: string | undefined;
  readonly since: string;
  /** Day by which it is to be submitted or answered. */
  readonly dueOn?: IsoDate | undefined;
}

/** A letter to one person: one urgent document, or all that waits. */
export interface Letter {
  readonly kind: 'urgent' | 'digest';
  readonly to: string;
  readonly name: string;
  readonly lines: readonly WaitingLine[];
}

/** Sends a letter, or throws; it may come twice. `MailRefused`: this address will never take it. */
export type SendLetter = (letter: Letter) => Promise<void>;

/** An address that the server refuses for good: the person is told no more of this, the operator is. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';
}
