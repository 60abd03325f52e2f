import type {
  AddNoteCommand,
  KeepWalkCommand,
  MarkSeenCommand,
  SignOfPresenceCommand,
} from '../commands/collaboration-commands.ts';
import type { RecordViewCommand } from '../commands/document-commands.ts';
import type { PageRequest } from '../commands/page-requests.ts';
import type { Note, Present, Save, Seen, View, Walk } from '../model/types.ts';
import type { Page } from './answers.ts';

/** Remarks, presence, saves and what people saw. */
export interface CollaborationPort {
  /**
   * Adds a remark to a version that is still worked on; the event that ends the version has their hash. Repeating the last one answers
   * it. Throws `not-found`, `not-remarkable`, `stale`, `too-many-notes`.
   */
  addNote(command: AddNoteCommand): Promise<Note>;
  /** The remarks on all versions of a document, in their order. */
  listNotes(organ: string, docId: string): Promise<Note[]>;
  /** Records which text of a document a person saw last. */
  markSeen(command: MarkSeenCommand): Promise<Seen>;
  /** Reads the text of a document that a person saw last; undefined before the first. */
  getSeen(organ: string, docId: string, staffId: string): Promise<Seen | undefined>;
  /** Records which places of an old document a person looked at in a draft made of it. */
  keepWalk(command: KeepWalkCommand): Promise<Walk>;
  /** Reads what a person looked at in a draft; undefined before the first. */
  getWalk(organ: string, docId: string, staffId: string): Promise<Walk | undefined>;
  /** Notes that someone has a document open, or has closed it; the others who have it open, the longest first. */
  signPresence(command: SignOfPresenceCommand): Promise<Present[]>;
  /** The saves of a document that are kept, the newest first. */
  listSaves(organ: string, docId: string): Promise<Save[]>;
  /** Beside the chain; who may look was decided before. */
  recordView(command: RecordViewCommand): Promise<void>;
  /** Lists people who looked at a document or took its files, newest first. Throws `bad-cursor`. */
  listAccess(organ: string, docId: string, page?: PageRequest): Promise<Page<View>>;
}
