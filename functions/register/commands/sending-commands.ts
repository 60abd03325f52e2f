import type { Recipient } from '../model/send-line.schema.ts';
import type { TransitionCommand } from './document-commands.ts';

/** Gửi đi: all recipients of one day in one act. */
export interface SendCommand extends TransitionCommand {
  /** `yyyy-mm-dd`. */
  readonly day: string;
  /** At least one, 999 at most. */
  readonly recipients: readonly Recipient[];
}

/** Receipt by a recipient. */
export interface ReceiptCommand extends TransitionCommand {
  readonly line: string;
  /** `yyyy-mm-dd`. */
  readonly day: string;
  readonly by?: string;
  readonly note?: string;
}
