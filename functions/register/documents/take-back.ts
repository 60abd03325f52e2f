import type { OpenCommand } from '../commands/approval-commands.ts';
import type { TransitionCommand } from '../commands/document-commands.ts';
import type { DiscardCommand, RemindCommand } from '../commands/draft-commands.ts';
import type { DocumentItem } from '../model/document-item.schema.ts';
import { RegisterError } from '../model/register-error.ts';
import { commit } from '../table/commit.ts';
import { absent, all, equals } from '../table/condition.ts';
import { documentKey } from '../table/keys/document-keys.ts';
import type { Table } from '../table/table.ts';
import { readDocument } from './documents.ts';
import { OF_SUBMITTING } from './lifecycle.ts';
import { checkAct, checkSave, makeChange } from './transition.ts';

/** See `Register.openSubmitted`. Beside the chain, as views are; the first who looked stands. */
export async function openSubmitted(table: Table, command: OpenCommand): Promise<DocumentItem> {
  const { document: before, actor, at } = command;
  const { organ, docId, version } = before;
  checkAct(before, 'take-back', version);
  if (before.openedAt !== undefined) return before;
  const set = { openedAt: at.toISOString(), openedBy: actor };
  const unopened = all(equals({ state: before.state, version }), absent('openedAt'));
  const outcome = await commit(table, [{ update: documentKey(organ, docId), set, if: unopened }]);
  if (outcome.done) return { ...before, ...set };
  const stands = readDocument(outcome.reasons[0]?.item, docId);
  checkAct(stands, 'take-back', version);
  return stands;
}

/** See `Register.remindDraft`. Beside the chain: a word to people, no act on the document. */
export async function remindDraft(table: Table, { organ, docId, at }: RemindCommand): Promise<boolean> {
  const set = { remindedAt: at.toISOString() };
  const outcome = await commit(table, [{ update: documentKey(organ, docId), set, if: equals({ state: 'draft' }) }]);
  return outcome.done;
}

/** See `Register.takeBack`. */
export function takeBack(table: Table, command: TransitionCommand): Promise<DocumentItem> {
  const change = { details: {}, remove: OF_SUBMITTING, require: absent('openedAt') };
  return makeChange(table, 'take-back', command, change, ({ openedAt, openedBy = '' }) => {
    if (openedAt !== undefined) throw new RegisterError('already-opened', { openedAt, openedBy });
  });
}

/** See `Register.discardDraft`. */
export function discardDraft(table: Table, command: DiscardCommand): Promise<DocumentItem> {
  const { rev } = command.document;
  return makeChange(table, 'discard', command, { details: { rev } }, (document) => checkSave(document, rev));
}
