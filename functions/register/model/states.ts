import { z } from 'zod';

/**
 * Where a document stands. `draft` → `submitted` (frozen) → `approved` → `numbered` → `issued` → `withdrawn` (thu hồi) or
 * `replaced` (thay thế); `voided` is the end of a number that can never be used. A returned document is a draft again.
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
]);

/** See {@link stateSchema}. */
export type DocumentState = z.infer<typeof stateSchema>;

/** What a person or the system does to a document; the audit event is named after it. */
export const actSchema = z.enum([
  'create',
  'submit',
  'approve',
  'return',
  'number',
  'complete',
  'bring-in',
  'withdraw',
  'replace',
  'void',
  'correct',
  'add-signed',
  'add-scan',
  'restore',
]);

/** See {@link actSchema}. */
export type Act = z.infer<typeof actSchema>;

/**
 * From which states an act starts and where it ends. `create` and `bring-in` start from nothing, `restore` from nothing or from
 * whatever an older backup had. The API reads it to say which act a state would allow; who may do it (role) is the use case's.
 * `correct` (đính chính, Điều 18.3), `add-signed` and `add-scan` leave the state as it is: a link and files, in the chain all the
 * same.
 */
export const TRANSITIONS: Readonly<Record<Act, { from: readonly DocumentState[]; to: DocumentState }>> = {
  create: { from: [], to: 'draft' },
  submit: { from: ['draft'], to: 'submitted' },
  approve: { from: ['submitted'], to: 'approved' },
  return: { from: ['submitted', 'approved'], to: 'draft' },
  number: { from: ['approved'], to: 'numbered' },
  complete: { from: ['numbered'], to: 'issued' },
  'bring-in': { from: [], to: 'issued' },
  withdraw: { from: ['issued'], to: 'withdrawn' },
  replace: { from: ['issued'], to: 'replaced' },
  void: { from: ['numbered'], to: 'voided' },
  correct: { from: ['issued'], to: 'issued' },
  'add-signed': { from: ['issued'], to: 'issued' },
  'add-scan': { from: ['issued'], to: 'issued' },
  restore: { from: [], to: 'numbered' },
};
