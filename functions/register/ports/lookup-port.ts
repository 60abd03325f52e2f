import type { PageRequest, SearchCommand, SymbolPageRequest } from '../commands/page-requests.ts';
import type { AuditEvent, DocumentItem, DocumentState, RegisterRow } from '../model/types.ts';
import type { NumberVariant } from '../table/keys/row-keys.ts';
import type { NumberedDocument, OrganName, Page } from './answers.ts';

/** Documents by id, state, number, symbol and words. */
export interface LookupPort {
  /** Strongly consistent. Throws `not-found`, also for what another organ has. */
  getDocument(organ: string, docId: string): Promise<DocumentItem>;
  /** Many documents of an organ, in the order of their ids; else as `getDocument`. */
  getDocuments(organ: string, docIds: readonly string[]): Promise<DocumentItem[]>;
  /** Documents of an organ in a state, the one that waits longest first. Throws `bad-cursor`. */
  listByState(organ: string, state: DocumentState, page?: PageRequest): Promise<Page<DocumentItem>>;
  /**
   * Documents of an organ that changed since a moment, the oldest change first; what changes meanwhile comes on a later page. The index
   * may lag. Throws `bad-cursor`.
   */
  listChangedSince(organ: string, since: Date, page?: PageRequest): Promise<Page<DocumentItem>>;
  /** Tells whether a person has at least so many drafts in an organ. The index may lag. */
  hasDrafts(organ: string, drafterId: string, count: number): Promise<boolean>;
  /** The audit events of a document, first to last, for `verifyChain`. */
  listEvents(organ: string, docId: string): Promise<AuditEvent[]>;
  /** Writes the words by which some rows are found, those that are missing; how many. Repair alone calls it. */
  restoreWords(rows: readonly RegisterRow[]): Promise<number>;
  /** Lets older rows be found by the tokens of this release; how many. What stands stays, so it may be run at any time, and again. */
  reindexWords(rows: readonly RegisterRow[]): Promise<number>;
  /** Strongly consistent: of this alone "chưa cấp" may be said. Undefined where no row is. */
  findInOwnSeries(
    organ: string,
    year: number,
    series: string,
    codeNumber: number,
    variant?: NumberVariant,
  ): Promise<NumberedDocument | undefined>;
  /** All lines under one number that are not struck, by suffix and copy: 35, the second 35, 35a. Strongly consistent. */
  listAtNumber(organ: string, year: number, series: string, codeNumber: number): Promise<NumberedDocument[]>;
  /** Every organ and year that has it, newest year first; ids from the index, which may lag, states from the documents. Throws `bad-cursor`. */
  findBySymbol(symbolKey: string, page?: SymbolPageRequest): Promise<Page<NumberedDocument>>;
  /**
   * Documents of an organ's book, newest first. Ids come from indexes, which may lag; what is answered is read from rows and
   * documents. A page may be short, even empty, and yet have a cursor. Throws `bad-cursor`.
   */
  search(command: SearchCommand): Promise<Page<NumberedDocument>>;
  /** Organs by words of a name that they have or had, at most 20. */
  findOrgans(name: string): Promise<OrganName[]>;
  /** A document with its row. Throws `not-found` while it has no number. */
  getNumbered(organ: string, docId: string): Promise<NumberedDocument>;
}
