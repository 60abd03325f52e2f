import type { ApproveCommand, ReturnCommand, SubmitCommand } from '../commands/approval-commands.ts';
import type { DocumentItem } from '../model/document-item.schema.ts';
import { absentFields, pickSummary } from '../model/document-summary.ts';
import { RegisterError } from '../model/register-error.ts';
import type { AuditDetails } from '../model/types.ts';
import { absent, all, any, differs, equals } from '../table/condition.ts';
import type { Table } from '../table/table.ts';
import { currentStep, holdersOf } from './steps.ts';
import { type Change, checkSave, makeChange } from './transition.ts';

/** Attributes that submitting and approving set, removed when it is a draft again. */
export const OF_SUBMITTING = [
  'frozen',
  'contentHash',
  'approverId',
  'ownDraft',
  'route',
  'step',
  'holder',
  'signerId',
  'replaces',
  'openedAt',
  'openedBy',
  'restricted',
] as const;

/** See `Register.submitDocument`. */
export function submitDocument(table: Table, command: SubmitCommand): Promise<DocumentItem> {
  const { frozen, approver, restricted = false } = command;
  const { rev } = command.document;
  const replaces = command.replaces && command.replaces.length > 0 ? [...command.replaces] : undefined;
  const summary = pickSummary(command.summary);
  const change: Change = {
    details: {
      contentHash: frozen.sha256,
      rev,
      ...approver,
      ...routeDetails(command),
      ...(restricted && { restricted }),
      ...(replaces && { replaces: replaces.join(' ') }),
    },
    set: {
      ...summary,
      ...approver,
      ...wayOf(command),
      frozen,
      contentHash: frozen.sha256,
      ...(replaces && { replaces }),
      ...(restricted && { restricted }),
    },
    remove: [
      ...(restricted ? [] : (['restricted'] as const)),
      'returnReason',
      'returnedFrom',
      'remindedAt',
      'openedAt',
      'openedBy',
      ...(command.route?.length ? [] : (['route', 'step'] as const)),
      ...(replaces ? [] : (['replaces'] as const)),
      ...absentFields(summary),
    ],
  };
  return makeChange(table, 'submit', command, change, (document) => checkSave(document, rev));
}

/** Places a submitted document at its first step, or with its signer. */
function wayOf({ route = [], approver }: SubmitCommand) {
  const [first] = route;
  return first ? { route: [...route], step: 0, holder: first.holder } : { holder: approver.approverId };
}

function routeDetails({ route = [] }: SubmitCommand): AuditDetails {
  return route.length === 0 ? {} : { route: route.map(({ step, holder }) => `${step}:${holder}`).join(' ') };
}

/** See `Register.approveDocument`. */
export function approveDocument(table: Table, command: ApproveCommand): Promise<DocumentItem> {
  const { contentHash, ownDraftAllowed = false, actor } = command;
  const refuse = (document: DocumentItem) => {
    if (document.contentHash !== contentHash) {
      throw new RegisterError('content-conflict', { contentHash: document.contentHash ?? '' });
    }
    if (currentStep(document)) throw new RegisterError('steps-not-passed', { docId: document.docId });
    checkApprover(document, document.approverId ?? command.approverId, actor, ownDraftAllowed);
  };
  const ownAllowed = ownDraftAllowed ? [] : [differs('drafterId', actor), differs('ownDraft', true)];
  // A document without steps has no count of them.
  const isTheirs = any(equals({ approverId: actor }), absent('approverId'));
  const require = all(equals({ contentHash }), isTheirs, ...ownAllowed);
  return makeChange(table, 'approve', command, { details: { contentHash }, set: { signerId: actor }, require }, refuse);
}

function checkApprover(
  { ownDraft, drafterId, signerInfo }: DocumentItem,
  approverId: string | undefined,
  actor: string,
  ownDraftAllowed: boolean,
): void {
  const isOwn = drafterId === actor || (ownDraft === true && approverId === actor);
  if (isOwn && !ownDraftAllowed) throw new RegisterError('own-draft');
  if (approverId !== actor) throw new RegisterError('not-approver', { fullName: signerInfo?.fullName ?? '' });
}

/** See `Register.returnDocument`. */
export function returnDocument(table: Table, command: ReturnCommand): Promise<DocumentItem> {
  const { reason, actor } = command;
  return makeChange(table, 'return', command, ({ route = [], approverId }) => ({
    details: { ...command.details, reason },
    set: { returnReason: reason, returnedFrom: [...new Set([...holdersOf(route), approverId ?? actor, actor])] },
    remove: OF_SUBMITTING,
  }));
}
