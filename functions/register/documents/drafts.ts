import { saveWrite } from '../collaboration/saves.ts';
import type { CreateDraftCommand, SaveDraftCommand } from '../commands/draft-commands.ts';
import type { DocumentItem } from '../model/document-item.schema.ts';
import { absentFields, pickSummary } from '../model/document-summary.ts';
import { RegisterError } from '../model/register-error.ts';
import { commit } from '../table/commit.ts';
import { equals, isNew } from '../table/condition.ts';
import { documentKey } from '../table/keys/document-keys.ts';
import { stateIndex } from '../table/keys/index-keys.ts';
import type { Table } from '../table/table.ts';
import { eventWrite, sealEvent } from './audit-chain.ts';
import { documentItem, getDocument, readDocument } from './documents.ts';

/** See `Register.createDraft`. */
export async function createDraft(table: Table, command: CreateDraftCommand): Promise<DocumentItem> {
  const { organ, docId, data, drafterId, unit, copiedFrom } = command;
  const at = command.at.toISOString();
  const event = sealEvent({
    organ,
    docId,
    version: 1,
    act: 'create',
    state: 'draft',
    actor: command.actor ?? drafterId,
    at,
    facts: { data: data.sha256 },
    prevHash: '',
  });
  const document: DocumentItem = {
    ...pickSummary(command.summary),
    schema: 'document@1',
    organ,
    docId,
    state: 'draft',
    version: 1,
    rev: 1,
    data,
    drafterId,
    ...(unit !== undefined && { unit }),
    ...(copiedFrom !== undefined && { copiedFrom }),
    chain: event.hash,
    createdAt: at,
    updatedAt: at,
  };
  const outcome = await commit(table, [{ put: documentItem(document), if: isNew }, eventWrite(event)]);
  if (outcome.done) return document;
  const stands = await getDocument(table, organ, docId);
  const same = stands.rev === 1 && stands.drafterId === drafterId && stands.data?.sha256 === data.sha256;
  if (!same) throw new RegisterError('already-exists', { docId });
  return stands;
}

/** See `Register.saveDraft`. A save is no audit event: only `rev` counts it. */
export async function saveDraft(table: Table, command: SaveDraftCommand): Promise<DocumentItem> {
  const { document: before, data, actor } = command;
  const { organ, docId, version } = before;
  const summary = pickSummary(command.summary);
  const remove = absentFields(summary);
  check(before, before.rev);
  const updatedAt = command.at.toISOString();
  const rev = before.rev + 1;
  const set = { ...summary, data, rev, updatedAt, ...saversWith(before, command) };
  const outcome = await commit(table, [
    {
      update: documentKey(organ, docId),
      set: { ...set, ...stateIndex(organ, 'draft', updatedAt, docId) },
      remove,
      if: equals({ state: 'draft', rev: before.rev, version }),
    },
    saveWrite({ organ, docId, rev, sha256: data.sha256, by: actor, at: updatedAt }),
  ]);
  if (outcome.done) {
    const after: DocumentItem = { ...before, ...set };
    for (const name of remove) delete after[name];
    return after;
  }
  const stands = readDocument(outcome.reasons[0]?.item, docId);
  const ours = stands.rev === rev && stands.updatedAt === updatedAt && stands.data?.sha256 === data.sha256;
  if (ours) return stands;
  check(stands, before.rev);
  throw new RegisterError('stale', { version: stands.version, rev: stands.rev });
}

/** Drafter and savers after a save: a signer among the savers may not approve it. */
function saversWith(
  { drafterId: before, savedBy = [] }: DocumentItem,
  { drafterId = before, unit, actor }: SaveDraftCommand,
): Pick<DocumentItem, 'drafterId' | 'unit' | 'savedBy'> {
  const isKnown = actor === drafterId || savedBy.includes(actor);
  return { drafterId, ...(unit !== undefined && { unit }), ...(!isKnown && { savedBy: [...savedBy, actor] }) };
}

function check(document: DocumentItem, rev: number): void {
  if (document.state !== 'draft') throw new RegisterError('wrong-state', { act: 'save', state: document.state });
  if (document.rev !== rev) throw new RegisterError('stale', { version: document.version, rev: document.rev });
}
