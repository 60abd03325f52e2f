/**
 * Invariants of a register and its store (`verify`):
 *
 * - I1 in a series that starts at s, the numbers s … seq exist once each; numbers brought in are below s (in a past year: any);
 *   in a series whose numbers another system gives, every line is recorded or brought in, once each, and its days run with them;
 *   struck lines are passed over, here and in I2, where their document names them
 * - I2 a row ↔ exactly one document
 * - I3 issued or later: every file of the row is there, with its SHA-256; a registered document may say that it has none
 * - I4 each stored issued file belongs to one row
 * - I5 the audit chain of a document verifies, and says what row and document say
 * - I6 after recovery has run, nothing is `numbered`
 * - I7 a closed year is what it was closed as
 * - I8 row and document say what was frozen, and are found by keys and words that follow from it
 * - I9 profiles, members, settings, libraries and blank numbers are what was last written of them
 * - I10 a document’s chain goes on from the last head that was written of it outside the register
 */
export type Invariant = 'I1' | 'I2' | 'I3' | 'I4' | 'I5' | 'I6' | 'I7' | 'I8' | 'I9' | 'I10';

/** Violation as a code; the sentence is made in `functions/present/findings/violation-lines.ts`. */
export type ViolationCode =
  | 'no-counter'
  | 'number-missing'
  | 'row-beyond-counter'
  | 'row-below-start'
  | 'brought-in-within'
  | 'day-goes-back'
  | 'not-recorded'
  | 'number-twice'
  | 'row-without-document'
  | 'row-differs'
  | 'document-without-row'
  | 'file-missing'
  | 'file-damaged'
  | 'no-file'
  | 'frozen-missing'
  | 'file-without-row'
  | 'chain-broken'
  | 'chain-differs'
  | 'never-finished'
  | 'closing-differs'
  | 'open-differs'
  | 'last-day-differs'
  | 'facts-differ'
  | 'keys-differ'
  | 'words-missing'
  | 'profile-broken'
  | 'names-missing'
  | 'member-differs'
  | 'seal-broken'
  | 'claim-differs'
  | 'head-broken'
  | 'head-differs'
  | 'head-ahead'
  | 'broken-item';

/** One thing that does not hold. */
export interface Violation {
  readonly invariant: Invariant;
  readonly code: ViolationCode;
  readonly organ: string;
  /** A symbol, a series and year, a document's id or a file's key. */
  readonly where: string;
  /** The value that is wrong or missing. */
  readonly what?: string;
}
