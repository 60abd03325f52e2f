import { saveWrite } from '../collaboration/saves.ts';
import type { RewriteCommand } from '../commands/approval-commands.ts';
import type { DocumentItem } from '../model/document-item.schema.ts';
import { absentFields, pickSummary } from '../model/document-summary.ts';
import type { Table } from '../table/table.ts';
import { currentStep } from './steps.ts';
import { checkSave, makeChange } from './transition.ts';

/** See `Register.rewriteSubmitted`. */
export function rewriteSubmitted(table: Table, command: RewriteCommand): Promise<DocumentItem> {
  const { act, data, frozen, approver, restricted = false, actor, at } = command;
  const { organ, docId } = command.document;
  const rev = command.document.rev + 1;
  const summary = pickSummary(command.summary);
  const contentHash = frozen.sha256;
  const changeOf = (document: DocumentItem) => ({
    details: { contentHash, rev, ...approver, ...(restricted && { restricted }) },
    set: {
      ...summary,
      ...approver,
      ...holderOf(document, approver),
      data,
      frozen,
      contentHash,
      rev,
      ...(restricted && { restricted }),
    },
    remove: [...absentFields(summary), ...(restricted ? [] : (['restricted'] as const))],
    also: [saveWrite({ organ, docId, rev, sha256: data.sha256, by: actor, at: at.toISOString() })],
  });
  return makeChange(table, act, command, changeOf, (document) => checkSave(document, command.document.rev));
}

/** Past its steps a document is with its signer, whoever that is now. */
function holderOf(document: DocumentItem, { approverId }: RewriteCommand['approver']) {
  return currentStep(document) ? {} : { holder: approverId };
}
