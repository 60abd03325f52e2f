import type { ApproveCommand, ReturnCommand, SubmitCommand } from '../model/commands.ts';
import type { DocumentItem } from '../model/document-item.schema.ts';
import { absentFacts, pickFacts } from '../model/facts.ts';
import { RegisterError } from '../model/register-error.ts';
import { all, differs, equals } from '../table/condition.ts';
import type { Table } from '../table/table.ts';
import { checkAct, makeChange } from './transition.ts';

/** What submitting and approving left in a document, and what goes when it is a draft again. */
export const OF_SUBMITTING = ['frozen', 'contentHash', 'signerId', 'replaces', 'openedAt', 'openedBy'] as const;

/** See `Register.submitDocument`. */
export function submitDocument(table: Table, command: SubmitCommand): Promise<DocumentItem> {
  const { organ, docId, version, rev, frozen, actor, at } = command;
  const replaces = command.replaces && command.replaces.length > 0 ? [...command.replaces] : undefined;
  const facts = pickFacts(command.facts);
  const check = (document: DocumentItem) => {
    checkAct(document, 'submit', version);
    if (document.rev !== rev) throw new RegisterError('stale', { version: document.version, rev: document.rev });
  };
  return makeChange(table, organ, docId, check, {
    act: 'submit',
    actor,
    at,
    facts: { contentHash: frozen.sha256, rev, ...(replaces && { replaces: replaces.join(' ') }) },
    set: { ...facts, frozen, contentHash: frozen.sha256, ...(replaces && { replaces }) },
    remove: [
      'returnReason',
      'openedAt',
      'openedBy',
      ...(replaces ? [] : (['replaces'] as const)),
      ...absentFacts(facts),
    ],
    require: equals({ rev }),
  });
}

/** See `Register.approveDocument`. */
export function approveDocument(table: Table, command: ApproveCommand): Promise<DocumentItem> {
  const { organ, docId, version, contentHash, actor, at } = command;
  const check = (document: DocumentItem) => {
    checkAct(document, 'approve', version);
    if (document.contentHash !== contentHash) {
      throw new RegisterError('content-conflict', { contentHash: document.contentHash ?? '' });
    }
    if (document.drafterId === actor) throw new RegisterError('own-draft');
  };
  return makeChange(table, organ, docId, check, {
    act: 'approve',
    actor,
    at,
    facts: { contentHash },
    set: { signerId: actor },
    require: all(equals({ contentHash }), differs('drafterId', actor)),
  });
}

/** See `Register.returnDocument`. */
export function returnDocument(table: Table, command: ReturnCommand): Promise<DocumentItem> {
  const { organ, docId, version, reason, actor, at } = command;
  return makeChange(table, organ, docId, (document) => checkAct(document, 'return', version), {
    act: 'return',
    actor,
    at,
    facts: { ...command.facts, reason },
    set: { returnReason: reason },
    remove: OF_SUBMITTING,
  });
}
