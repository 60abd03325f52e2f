import { saveWrite } from '../collaboration/saves.ts';
import type { RewriteCommand } from '../commands/approval-commands.ts';
import type { DocumentItem } from '../model/document-item.schema.ts';
import { absentFields, pickSummary } from '../model/document-summary.ts';
import { RegisterError } from '../model/register-error.ts';
import { equals } from '../table/condition.ts';
import type { Table } from '../table/table.ts';
import { currentStep } from './steps.ts';
import { checkAct, makeChange } from './transition.ts';

/** See `Register.rewriteSubmitted`. */
export function rewriteSubmitted(table: Table, command: RewriteCommand): Promise<DocumentItem> {
  const { organ, docId, version, rev, act, data, frozen, approver, restricted = false, actor, at } = command;
  const summary = pickSummary(command.summary);
  const contentHash = frozen.sha256;
  const check = (document: DocumentItem) => {
    checkAct(document, act, version);
    if (document.rev !== rev) throw new RegisterError('stale', { version: document.version, rev: document.rev });
  };
  return makeChange(table, organ, docId, check, async (document) => ({
    act,
    actor,
    at,
    details: { contentHash, rev: rev + 1, ...approver, ...(restricted && { restricted }) },
    set: {
      ...summary,
      ...approver,
      ...holderOf(document, approver),
      data,
      frozen,
      contentHash,
      rev: rev + 1,
      ...(restricted && { restricted }),
    },
    remove: [...absentFields(summary), ...(restricted ? [] : (['restricted'] as const))],
    require: equals({ rev }),
    also: [saveWrite({ organ, docId, rev: rev + 1, sha256: data.sha256, by: actor, at: at.toISOString() })],
  }));
}

/** Past its steps a document is with its signer, whoever that is now. */
function holderOf(document: DocumentItem, { approverId }: RewriteCommand['approver']) {
  return currentStep(document) ? {} : { holder: approverId };
}
