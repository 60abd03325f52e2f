import { sha256Hex } from '#base/node/hash.ts';
import { canonicalJson } from '#document/json/canonical-json.ts';
import type { AddNoteCommand } from '../commands/collaboration-commands.ts';
import { getDocument } from '../documents/documents.ts';
import type { DocumentItem } from '../model/document-item.schema.ts';
import { type Note, noteSchema } from '../model/note.schema.ts';
import { RegisterError } from '../model/register-error.ts';
import { commit } from '../table/commit.ts';
import { absent, all, equals, isNew } from '../table/condition.ts';
import { documentKey, MAX_NOTES, noteKey } from '../table/keys/document-keys.ts';
import { queryAll } from '../table/query-all.ts';
import { readItem } from '../table/read-item.ts';
import type { StoredItem, Table } from '../table/table.ts';

/** Texts that are still worked on: from the approval on nobody remarks. */
const OPEN: readonly DocumentItem['state'][] = ['draft', 'submitted'];

/**
 * See `Register.addNote`. The document counts and hashes the remarks on its version, so that the act that ends the version seals
 * them; its version and ETag stay. Who remarks at the same moment comes after.
 */
export async function addNote(table: Table, command: AddNoteCommand): Promise<Note> {
  for (;;) {
    const before = await getDocument(table, command.organ, command.docId);
    check(before, command.version);
    const last = before.notesCount === undefined ? undefined : await noteAt(table, before, before.notesCount);
    if (last && isRepeat(last, command)) return last;
    const note = noteOf(command, (before.notesCount ?? 0) + 1);
    const { organ, docId, state, version } = before;
    const asRead = before.notesHash === undefined ? absent('notesHash') : equals({ notesHash: before.notesHash });
    const outcome = await commit(table, [
      {
        update: documentKey(organ, docId),
        set: { notesCount: note.n, notesHash: hashWith(before.notesHash, note) },
        if: all(equals({ state, version }), asRead),
      },
      { put: { ...noteKey(organ, docId, version, note.n), ...note }, if: isNew },
    ]);
    if (outcome.done) return note;
  }
}

function check(document: DocumentItem, version: number): void {
  const { state, notesCount = 0 } = document;
  if (!OPEN.includes(state)) throw new RegisterError('not-remarkable', { state });
  if (document.version !== version) throw new RegisterError('stale', { version: document.version, rev: document.rev });
  if (notesCount >= MAX_NOTES) throw new RegisterError('too-many-notes', { limit: MAX_NOTES });
}

async function noteAt(table: Table, { organ, docId, version }: DocumentItem, n: number): Promise<Note | undefined> {
  const item = await table.get(noteKey(organ, docId, version, n));
  return item && readItem(noteSchema, item);
}

/** The answer to the last remark was lost: it is sent again, word for word. */
function isRepeat(last: Note, { actor, partId, text, contentHash }: AddNoteCommand): boolean {
  return last.by === actor && last.partId === partId && last.text === text && last.contentHash === contentHash;
}

function noteOf({ actor, at, ...said }: AddNoteCommand, n: number): Note {
  return { schema: 'note@1', ...said, n, by: actor, at: at.toISOString() };
}

function hashWith(before: string | undefined, note: Note): string {
  return sha256Hex(canonicalJson([before ?? '', note]));
}

/** The hash over the remarks on one version, in their order; undefined where there is none. */
export function hashOfNotes(notes: readonly Note[]): string | undefined {
  return notes.reduce<string | undefined>((hash, note) => hashWith(hash, note), undefined);
}

/** Stored items of a document's partition that are remarks, in their order. */
export function notesOf(items: readonly StoredItem[]): Note[] {
  const notes = items.filter(({ SK }) => String(SK).startsWith('NOTE#')).map((item) => readItem(noteSchema, item));
  return notes.sort((a, b) => a.version - b.version || a.n - b.n);
}

/** See `Register.listNotes`. */
export async function listNotes(table: Table, organ: string, docId: string): Promise<Note[]> {
  return notesOf(await queryAll(table, { partition: documentKey(organ, docId).PK, sort: { startsWith: 'NOTE#' } }));
}
