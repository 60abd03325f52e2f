import type { BlankNumber } from '../model/blank-number.schema.ts';
import type { BlobRef, DocumentSummary, IssuedFile } from '../model/types.ts';
import type { NumberVariant, RowId } from '../table/keys/row-keys.ts';
import type { DocumentRef, TransitionCommand } from './document-commands.ts';

/** A document issued before, with the number it has. Its files, if any, are in the store already. */
export interface BringInCommand extends DocumentRef, NumberVariant {
  readonly summary: DocumentSummary;
  readonly year: number;
  readonly codeNumber: number;
  /** Its symbol has the year (văn bản quy phạm pháp luật). */
  readonly symbolYear?: boolean | undefined;
  /** `yyyy-mm-dd`, within `year`, not after the day of `at`. */
  readonly issuedDate: string;
  readonly files: readonly IssuedFile[];
  readonly data?: BlobRef;
  readonly frozen?: BlobRef;
  readonly contentHash?: string;
  readonly actor: string;
  readonly at: Date;
  /** As in {@link IssueNumberCommand}; read when the current year has no counter yet. */
  startOf?(year: number): number;
}

/** A number of an older book that was cancelled, or left empty. */
export interface BringInBlankCommand
  extends Omit<BlankNumber, 'schema' | 'by' | 'at' | 'dropped'>,
    Pick<BringInCommand, 'actor' | 'at' | 'startOf'> {
  /** Another system gives the numbers of the series: any of them may be without a document here. */
  readonly recorded?: boolean | undefined;
}

/** A blank that has a document after all. */
export interface DropBlankCommand {
  readonly rowId: RowId;
  readonly reason: string;
  readonly actor: string;
  readonly at: Date;
}

/** Corrected data of a line that was brought in; its number and symbol stay. */
export interface CorrectRecordCommand extends TransitionCommand {
  readonly summary: DocumentSummary;
  /** Within the year of the line. */
  readonly issuedDate: string;
  readonly contentHash: string;
  readonly reason: string;
}
