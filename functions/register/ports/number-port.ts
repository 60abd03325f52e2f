import type {
  CompleteIssueCommand,
  IssueNumberCommand,
  RecordNumberCommand,
  RegisterDocumentCommand,
  RestoreNumberCommand,
  StrikeCommand,
} from '../commands/number-commands.ts';
import type { DocumentItem, DueRow } from '../model/types.ts';
import type { Numbered, NumberedDocument } from './answers.ts';

/** Numbers of documents and what they become. */
export interface NumberPort {
  /**
   * `approved` → `numbered`: counter, row, document and audit event in one transaction. A document that has a number answers it,
   * whatever its state. Throws `not-found`, `wrong-state`, `stale`, `content-conflict`, `series-closed`, `series-in-doubt`,
   * `clock-wrong`, `symbol-elsewhere`, `busy`, `number-taken`, and what `checkIssueDay` throws.
   */
  issueNumber(command: IssueNumberCommand): Promise<Numbered>;
  /**
   * Nothing → `numbered`: a document that was drafted elsewhere gets the next number of its series, with its row, META and event in one
   * transaction; with `recorded` the number that another system gave. Repeating it answers. Throws `already-exists`, and as `issueNumber`
   * or `recordNumber`.
   */
  registerDocument(command: RegisterDocumentCommand): Promise<Numbered>;
  /**
   * `approved` → `numbered` with a number that another system gave: its neighbours' days are checked, and the counter's rev makes records
   * of one series wait for each other. Repeating it answers. Throws `not-found`, `wrong-state`, `stale`, `content-conflict`,
   * `series-closed`, `series-own`, `duplicate-number`, `day-out-of-order`, `symbol-elsewhere`, `busy`.
   */
  recordNumber(command: RecordNumberCommand): Promise<Numbered>;
  /** `numbered` or `issued` → `approved`: the line stays, struck. Throws as `withdrawDocument`, `not-recorded`, `series-closed`. */
  strikeRecord(command: StrikeCommand): Promise<DocumentItem>;
  /** `numbered` → `issued`. Repeating it with the same files answers. Throws `not-found`, `wrong-state`, `files-differ`. */
  completeIssue(command: CompleteIssueCommand): Promise<NumberedDocument>;
  /** Rows of all organs whose files are owed since before a moment: what recovery finishes. Pass the end of time after a start. */
  listDue(dueBefore: Date): Promise<DueRow[]>;
  /**
   * Gives a document back the number that an issued file of it bears and that the table has lost: `numbered`, to be finished.
   * Repair alone calls it. Throws `duplicate-number`, `stale`.
   */
  restoreNumber(command: RestoreNumberCommand): Promise<NumberedDocument>;
}
