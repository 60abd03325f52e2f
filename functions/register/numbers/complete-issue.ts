import type { CompleteIssueCommand } from '../commands/number-commands.ts';
import { getDocument } from '../documents/documents.ts';
import { checkState, planChange } from '../documents/transition.ts';
import type { DocumentItem } from '../model/document-item.schema.ts';
import { RegisterError } from '../model/register-error.ts';
import type { AuditDetails, IssuedFile } from '../model/types.ts';
import type { NumberedDocument } from '../register.ts';
import { wordWrites } from '../search/search-tokens.ts';
import { commit, MAX_WRITES, writeAhead } from '../table/commit.ts';
import { all, type Condition, equals, exists } from '../table/condition.ts';
import { rowKeyOf } from '../table/keys/row-keys.ts';
import type { Table } from '../table/table.ts';
import type { Write } from '../table/write.ts';
import { rowOf } from './rows.ts';

/** The row's files are owed. */
export const isOwed: Condition = exists('outShard');

const MAX_ATTEMPTS = 5;

/**
 * See `Register.completeIssue`. In one transaction the row leaves the outbox, the document becomes `issued`, and what it replaces
 * becomes `replaced`.
 */
export async function completeIssue(
  table: Table,
  command: CompleteIssueCommand,
  attempt = 1,
): Promise<NumberedDocument> {
  const { organ, docId, actor, at } = command;
  const { numbered } = attempt === 1 ? command : {};
  const before = numbered?.document ?? (await getDocument(table, organ, docId));
  if (before.state !== 'numbered') return alreadyComplete(table, before, command.files);
  const row = numbered?.row ?? (await rowOf(table, before));
  const files = [...command.files];
  const rowWrite: Write = {
    update: rowKeyOf(row),
    set: { files },
    remove: ['outShard', 'dueAt'],
    if: all(equals({ docId }), isOwed),
  };
  const { document, writes } = planChange(before, {
    act: 'complete',
    actor,
    at,
    details: fileDetails(files),
    set: { sending: 'unsent' },
  });
  const replaced = await planReplaced(table, document, actor, at);
  // Before it is issued: nothing that is issued lacks its words.
  const words = await writeAhead(table, wordWrites(row), MAX_WRITES - 3 - replaced.length);
  const outcome = await commit(table, [...writes, rowWrite, ...replaced, ...words]);
  if (!outcome.done) {
    const stands = await getDocument(table, organ, docId);
    // What it replaces moved at the same moment: it is looked at anew.
    if (stands.chain === before.chain && attempt < MAX_ATTEMPTS) return completeIssue(table, command, attempt + 1);
    return alreadyComplete(table, stands, files);
  }
  const { outShard: _, dueAt: __, ...rest } = row;
  return { document, row: { ...rest, files } };
}

/** Ends what the document replaces; what was withdrawn or replaced meanwhile holds up no number. */
async function planReplaced(table: Table, by: DocumentItem, actor: string, at: Date): Promise<Write[]> {
  const { organ, docId, symbol = '' } = by;
  const old = await Promise.all((by.replaces ?? []).map((id) => getDocument(table, organ, id)));
  return old
    .filter(({ state }) => state === 'issued')
    .flatMap((document) => [
      ...planChange(document, {
        act: 'replace',
        actor,
        at,
        details: { by: docId, bySymbol: symbol },
        set: { replacedBy: { docId, symbol } },
      }).writes,
    ]);
}

/** The hash of each file, for the audit event. */
export function fileDetails(files: readonly IssuedFile[]): AuditDetails {
  return Object.fromEntries(files.map((file) => [`file:${file.role}:${file.fileId}`, file.sha256]));
}

/** Tells whether two lists name the same files with the same bytes, in any order. */
export function sameFiles(a: readonly IssuedFile[], b: readonly IssuedFile[]): boolean {
  const name = (file: IssuedFile) => `${file.role} ${file.fileId} ${file.key} ${file.sha256}`;
  return a.map(name).sort().join('\n') === b.map(name).sort().join('\n');
}

async function alreadyComplete(
  table: Table,
  document: DocumentItem,
  files: readonly IssuedFile[],
): Promise<NumberedDocument> {
  if (document.codeNumber === undefined || document.state === 'numbered') {
    checkState(document, 'complete');
    throw new RegisterError('busy', { retryAfterSeconds: 1 });
  }
  const row = await rowOf(table, document);
  if (!sameFiles(row.files, files)) throw new RegisterError('files-differ', { docId: document.docId });
  return { document, row };
}
