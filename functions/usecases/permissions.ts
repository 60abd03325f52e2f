import type { Act, DocumentState } from '#register/model/types.ts';
import type { Actor, Role } from './actor.ts';
import { role } from './actor.ts';
import { UseCaseError } from './use-case-error.ts';

/**
 * Roles that each action needs, within their own organ. Rules beyond roles (own draft, own approval) stand in the use
 * cases.
 */
export const PERMISSIONS = {
  create: ['drafter'],
  save: ['drafter'],
  discard: ['drafter'],
  submit: ['drafter'],
  'take-back': ['drafter'],
  /** The look after which a submitted document is not taken back. */
  'open-submitted': ['checker', 'signer'],
  /** Beyond the role: who takes the step that it is at. */
  'pass-step': ['checker', 'signer'],
  /** Beyond the role: its drafter, its signer, or any clerk. */
  'change-signer': ['drafter', 'signer', 'clerk'],
  /** Beyond the role: its drafter. */
  'co-draft': ['drafter'],
  /** Beyond the role: whose draft or step it is; an admin, where that is nobody who works here any more. */
  'hand-over': ['drafter', 'checker', 'signer', 'admin'],
  /** Beyond the role: who drafts, checks or signs the document. */
  remark: ['drafter', 'checker', 'signer'],
  /** Of plans that went down from their own office. */
  'remind-units': ['drafter', 'clerk'],
  /** Beyond the role: its drafter, or any clerk. */
  deadline: ['drafter', 'clerk'],
  approve: ['signer'],
  return: ['checker', 'signer'],
  /** Of what was approved: the clerk too, while it was not signed on paper. */
  'return-approved': ['signer', 'clerk'],
  issue: ['clerk'],
  register: ['clerk'],
  record: ['clerk'],
  strike: ['clerk'],
  'bring-in': ['clerk'],
  send: ['clerk'],
  receipt: ['clerk'],
  'read-sends': role.options,
  'list-unsent': ['drafter', 'signer', 'clerk'],
  'ask-void': ['clerk'],
  'drop-void': ['clerk', 'signer'],
  /** Beyond the role: another than who asked. */
  'consent-void': ['signer', 'clerk', 'admin'],
  amend: ['clerk'],
  link: ['clerk'],
  withdraw: ['clerk'],
  void: ['clerk'],
  correct: ['clerk'],
  /** Upload of bytes; naming an upload later needs the right of that action. */
  upload: ['drafter', 'clerk'],
  'add-signed': ['clerk'],
  'replace-file': ['clerk'],
  place: ['clerk'],
  restrict: ['clerk'],
  /** Drafts and what is on its way to its number; preview and list included. */
  'read-draft': ['drafter', 'checker', 'signer', 'clerk'],
  'read-audit': ['drafter', 'checker', 'signer', 'clerk', 'admin'],
  'read-views': ['clerk', 'admin'],
  'read-issued': role.options,
  find: role.options,
  'print-book': ['clerk'],
  'export-issued': ['clerk'],
  'close-year': ['clerk'],
  'open-series': ['clerk', 'admin'],
  'read-series': role.options,
  'put-profile': ['admin'],
  'list-profiles': role.options,
  'read-office': role.options,
  'put-office': ['admin'],
  'put-working-days': ['admin', 'clerk'],
  'read-library': role.options,
  'put-library': ['drafter', 'clerk', 'admin'],
  'list-activity': ['admin'],
  'list-members': ['admin'],
  'put-member': ['admin'],
  'reset-password': ['admin'],
} as const satisfies Record<string, readonly Role[]>;

/** See {@link PERMISSIONS}. */
export type Action = keyof typeof PERMISSIONS;

/** Action of each act of a person; `complete`, `replace` and `restore` are the system's. */
export const ACTION_OF_ACT: Readonly<Partial<Record<Act | 'save', Action>>> = {
  save: 'save',
  discard: 'discard',
  submit: 'submit',
  'take-back': 'take-back',
  pass: 'pass-step',
  'step-back': 'pass-step',
  edit: 'pass-step',
  'change-signer': 'change-signer',
  'co-draft': 'co-draft',
  'hand-over': 'hand-over',
  deadline: 'deadline',
  approve: 'approve',
  return: 'return',
  number: 'issue',
  record: 'record',
  strike: 'strike',
  send: 'send',
  receipt: 'receipt',
  'ask-void': 'ask-void',
  'drop-void': 'drop-void',
  amend: 'amend',
  link: 'link',
  withdraw: 'withdraw',
  void: 'void',
  correct: 'correct',
  'correct-record': 'bring-in',
  'add-signed': 'add-signed',
  'replace-file': 'replace-file',
  place: 'place',
  restrict: 'restrict',
};

/** The action of an act in a state; undefined for acts of the system. */
export function actionOf(act: Act | 'save', state: DocumentState): Action | undefined {
  if (act === 'return' && state === 'approved') return 'return-approved';
  if (act === 'void' && state === 'issued') return 'consent-void';
  return ACTION_OF_ACT[act];
}

/** Tells whether one of the actor's roles allows an action. */
export function may(actor: Actor, action: Action): boolean {
  const allowed: readonly Role[] = PERMISSIONS[action];
  return actor.roles.some((own) => allowed.includes(own));
}

/** Throws `role-missing` where none does. */
export function requireRole(actor: Actor, action: Action): void {
  if (!may(actor, action))
    throw new UseCaseError('role-missing', { params: { action, roles: PERMISSIONS[action].join(', ') } });
}
