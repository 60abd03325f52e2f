import type {
  BringInBlankCommand,
  BringInCommand,
  CorrectRecordCommand,
  DropBlankCommand,
} from '../commands/older-book-commands.ts';
import type { BlankNumber } from '../model/blank-number.schema.ts';
import type { RowId } from '../table/keys/row-keys.ts';
import type { NumberedDocument } from './answers.ts';

/** Lines of older books. */
export interface OlderBookPort {
  /** Corrects a paper record that was brought in, with the reason. Throws as `withdrawDocument`, and `bad-date`, `series-closed`. */
  correctRecord(command: CorrectRecordCommand): Promise<NumberedDocument>;
  /** Straight to `issued`, marked. Throws `duplicate-number`, `number-blank`, `number-not-below-start`, `already-exists`, `bad-date`. */
  bringIn(command: BringInCommand): Promise<NumberedDocument>;
  /** A number of an older book without a document; the same again answers what stands. Throws as `bringIn`, and `number-blank`. */
  bringInBlank(command: BringInBlankCommand): Promise<BlankNumber>;
  /** Frees a blank number for its document, with the reason. Throws `not-found`, `series-closed`. */
  dropBlank(command: DropBlankCommand): Promise<BlankNumber>;
  /** Blank numbers of a series in a year, by number. Strongly consistent. */
  listBlanks(organ: string, year: number, series: string): Promise<BlankNumber[]>;
  /** The blank under a number, if any. Strongly consistent. */
  getBlank(rowId: RowId): Promise<BlankNumber | undefined>;
}
