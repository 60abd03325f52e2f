import type { BlobRef, DocumentSummary } from '../model/types.ts';
import type { DocumentRef, TransitionCommand } from './document-commands.ts';

/** A new draft; its data is in the store already, and its id was chosen by the client. */
export interface CreateDraftCommand extends DocumentRef {
  readonly data: BlobRef;
  readonly summary: DocumentSummary;
  readonly drafterId: string;
  /** The drafter's unit; absent: of the whole office. */
  readonly unit?: string | undefined;
  /** Id of the document whose data it began with. */
  readonly copiedFrom?: string;
  /** Maker of the draft, where that is not its drafter. */
  readonly actor?: string;
  readonly at: Date;
}

/** A save of a draft, on the save before that was read. */
export interface SaveDraftCommand extends TransitionCommand {
  /** New drafter of a draft that nobody had yet. */
  readonly drafterId?: string;
  /** The unit of who takes it over. */
  readonly unit?: string | undefined;
  readonly data: BlobRef;
  readonly summary: DocumentSummary;
}

/** Throwing away a draft: its data stays, so that a new one can be begun with it. */
export type DiscardCommand = TransitionCommand;

/** Co-drafters of a draft: five at most, none to end it. */
export interface CoDraftersCommand extends TransitionCommand {
  readonly coDrafters: readonly string[];
}

/** A draft, or the step that a submitted document is at, goes to a colleague. */
export interface HandOverCommand extends TransitionCommand {
  /** staffId. */
  readonly to: string;
  /** Their unit, which a draft then is of; absent: it stays. */
  readonly unit?: string | undefined;
}

/** A superior's word to the unit that has a draft. */
export interface RemindCommand {
  readonly organ: string;
  readonly docId: string;
  readonly at: Date;
}
