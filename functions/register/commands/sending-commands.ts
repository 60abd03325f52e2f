import type { Recipient } from '../model/send-line.schema.ts';
import type { TransitionCommand } from './document-commands.ts';

/** Gửi đi: all recipients of one day in one act. */
export interface SendCommand extends TransitionCommand {
  /** `yyyy-mm-dd`. */
  day: string;
  /** At least one, 999 at most. */
  recipients: readonly Recipient[];
}

/** Receipt by a recipient. */
export interface ReceiptCommand extends TransitionCommand {
  line: string;
  /** `yyyy-mm-dd`. */
  day: string;
  by?: string;
  note?: string;
}
