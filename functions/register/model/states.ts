import { z } from 'zod';

/**
 * States of a document, from `draft` to `issued` and beyond. `draft` → `submitted` (frozen) → `approved` → `numbered` →
 * `issued` → `withdrawn` (thu hồi) or `replaced` (thay thế); `voided` is the end of a number that can never be used,
 * `discarded` that of a draft nobody wants. A document that was returned or taken back is a draft again.
 */
export const stateSchema = z.enum([
  'draft',
  'submitted',
  'approved',
  'numbered',
  'issued',
  'withdrawn',
  'replaced',
  'voided',
  'discarded',
]);

/** See {@link stateSchema}. */
export type DocumentState = z.infer<typeof stateSchema>;

/**
 * Acts on a document; each names its audit event. An act comes here, into its group below, with its implementation: what
 * stands before the number in `documents/`, the rest in `numbers/`.
 */
export const actSchema = z.enum([
  // Before the number
  'create',
  'discard',
  'submit',
  'take-back',
  'pass',
  'step-back',
  'edit',
  'change-signer',
  'co-draft',
  'hand-over',
  'deadline',
  'approve',
  'return',
  // The number
  'number',
  'register',
  'record',
  'strike',
  'complete',
  'bring-in',
  'correct-record',
  'restore',
  // After the number
  'send',
  'receipt',
  'ask-void',
  'drop-void',
  'amend',
  'link',
  'withdraw',
  'replace',
  'reinstate',
  'void',
  'correct',
  'add-signed',
  'add-scan',
  'replace-file',
  'place',
  'restrict',
]);

/** See {@link actSchema}. */
export type Act = z.infer<typeof actSchema>;

/** One row of {@link TRANSITIONS}. */
interface Transition {
  readonly from: readonly DocumentState[];
  /** Null: the state stays as it was. */
  readonly to: DocumentState | null;
}

/** The way to the signature. */
const BEFORE_NUMBER = {
  create: { from: [], to: 'draft' },
  discard: { from: ['draft'], to: 'discarded' },
  submit: { from: ['draft'], to: 'submitted' },
  'take-back': { from: ['submitted'], to: 'draft' },
  pass: { from: ['submitted'], to: 'submitted' },
  'step-back': { from: ['submitted'], to: 'submitted' },
  edit: { from: ['submitted'], to: 'submitted' },
  'change-signer': { from: ['submitted'], to: 'submitted' },
  'co-draft': { from: ['draft'], to: 'draft' },
  'hand-over': { from: ['draft', 'submitted'], to: null },
  deadline: { from: ['draft', 'submitted', 'approved', 'issued'], to: null },
  approve: { from: ['submitted'], to: 'approved' },
  return: { from: ['submitted', 'approved'], to: 'draft' },
} as const satisfies Record<string, Transition>;

/** Acts that give a document a number, and a place in the book. */
const NUMBER = {
  number: { from: ['approved'], to: 'numbered' },
  register: { from: [], to: 'numbered' },
  record: { from: ['approved'], to: 'numbered' },
  strike: { from: ['numbered', 'issued'], to: 'approved' },
  complete: { from: ['numbered'], to: 'issued' },
  'bring-in': { from: [], to: 'issued' },
  'correct-record': { from: ['issued'], to: 'issued' },
  restore: { from: [], to: 'numbered' },
} as const satisfies Record<string, Transition>;

/** Acts on a number and on the document that bears it. */
const AFTER_NUMBER = {
  send: { from: ['issued'], to: 'issued' },
  receipt: { from: ['issued', 'withdrawn', 'replaced'], to: null },
  withdraw: { from: ['issued'], to: 'withdrawn' },
  replace: { from: ['issued'], to: 'replaced' },
  reinstate: { from: ['replaced'], to: 'issued' },
  'ask-void': { from: ['issued'], to: 'issued' },
  'drop-void': { from: ['issued'], to: 'issued' },
  void: { from: ['numbered', 'issued'], to: 'voided' },
  amend: { from: ['issued'], to: 'issued' },
  link: { from: ['issued'], to: 'issued' },
  correct: { from: ['issued'], to: 'issued' },
  'add-signed': { from: ['issued'], to: 'issued' },
  'add-scan': { from: ['issued'], to: 'issued' },
  'replace-file': { from: ['issued'], to: 'issued' },
  place: { from: ['issued', 'withdrawn', 'replaced'], to: null },
  restrict: { from: ['issued', 'withdrawn', 'replaced'], to: null },
} as const satisfies Record<string, Transition>;

/**
 * From which states an act starts and where it ends. `create`, `register` and `bring-in` start from nothing, `restore` from nothing or from
 * whatever an older backup had. The API reads it to say which act a state would allow; who may do it (role) is the use case's.
 * `correct` (đính chính, Điều 18.3), `add-signed` and `add-scan` leave the state as it is: a link and files, in the chain all the
 * same.
 */
export const TRANSITIONS: Readonly<Record<Act, Transition>> = { ...BEFORE_NUMBER, ...NUMBER, ...AFTER_NUMBER };
