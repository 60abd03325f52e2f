import type { BlankNumber } from '../model/blank-number.schema.ts';
import type { BlobRef, DocumentSummary, IssuedFile } from '../model/types.ts';
import type { NumberVariant, RowId } from '../table/keys/row-keys.ts';
import type { DocumentRef, TransitionCommand } from './document-commands.ts';

/** A document issued before, with the number it has. Its files, if any, are in the store already. */
export interface BringInCommand extends DocumentRef, NumberVariant {
  summary: DocumentSummary;
  year: number;
  codeNumber: number;
  /** Its symbol has the year (văn bản quy phạm pháp luật). */
  symbolYear?: boolean | undefined;
  /** `yyyy-mm-dd`, within `year`, not after the day of `at`. */
  issuedDate: string;
  files: readonly IssuedFile[];
  data?: BlobRef;
  frozen?: BlobRef;
  contentHash?: string;
  actor: string;
  at: Date;
  /** As in {@link IssueNumberCommand}; read when the current year has no counter yet. */
  startOf?(year: number): number;
}

/** A number of an older book that was cancelled, or left empty. */
export interface BringInBlankCommand
  extends Omit<BlankNumber, 'schema' | 'by' | 'at' | 'dropped'>,
    Pick<BringInCommand, 'actor' | 'at' | 'startOf'> {}

/** A blank that has a document after all. */
export interface DropBlankCommand {
  readonly rowId: RowId;
  readonly reason: string;
  readonly actor: string;
  readonly at: Date;
}

/** Corrected data of a line that was brought in; its number and symbol stay. */
export interface CorrectRecordCommand extends TransitionCommand {
  summary: DocumentSummary;
  /** Within the year of the line. */
  issuedDate: string;
  contentHash: string;
  reason: string;
}
