import type { tableShape } from '#register/table/table-shape.ts';

/** A function of ours, as `infra/bundle.ts` names it. */
export type FunctionName =
  | 'api'
  | 'sweep'
  | 'finish-issue'
  | 'fan-out-units'
  | 'fan-out-batch'
  | 'verify'
  | 'pre-token'
  | 'make-pdf'
  | 'tell'
  | 'heads'
  | 'reindex'
  | 'clear-drafts';

/** Kinds of items, by their partition keys (`functions/register/table/keys/`). A name of ours in a key has no `#` in it. */
export const itemKeys = {
  /** Counter, rows of the book, year's end. */
  series: 'A#*#R#*',
  /** A document with its audit chain and its views. */
  documents: 'A#*#D#*',
  words: 'A#*#T#*',
  fanOuts: 'A#*#F#*',
  organNames: 'NAME#*',
  logins: 'LOGIN#*',
  profiles: 'A#*#P',
  members: 'A#*#U',
  /** Items on how an office works, and on which days. */
  offices: 'A#*#O',
  /** Libraries of an office: căn cứ and groups of recipients. */
  libraries: 'A#*#L',
  /** Organs with people who are told by mail. */
  toldOrgans: 'TOLD#*',
} as const;

/** See {@link itemKeys}. */
export type ItemKind = keyof typeof itemKeys;

type ReadAction = 'GetItem' | 'BatchGetItem' | 'Query' | 'Scan';
type WriteAction = 'PutItem' | 'UpdateItem' | 'ConditionCheckItem';
/** A tag marks a version that nothing names; what ends it is the bucket's lifecycle. */
type ObjectAction = 'GetObject' | 'GetObjectVersion' | 'PutObject' | 'PutObjectVersionTagging';

/** One thing that a function may do. There is no word here for deleting: no function deletes anything that is kept. */
export type Grant =
  /** Reading items of some kinds; of all kinds where the table is gone through as a whole. */
  | { readonly on: 'table'; readonly read: readonly ReadAction[]; readonly of: readonly ItemKind[] | 'all' }
  /** Writing items of some kinds, in a transaction and not otherwise. */
  | { readonly on: 'table'; readonly inTransaction: readonly WriteAction[]; readonly of: readonly ItemKind[] }
  | { readonly on: 'index'; readonly index: keyof typeof tableShape.indexes }
  | { readonly on: 'issued' | 'heads' | 'drafts' | 'uploads' | 'exports'; readonly objects: readonly ObjectAction[] }
  /** Without it S3 says of what is not there that it is forbidden. */
  | { readonly on: 'issued-bucket' | 'work-bucket'; readonly list: true }
  | { readonly on: 'issue-queue' | 'pdf-queue'; readonly queue: 'send' | 'consume' }
  | { readonly on: 'fan-out'; readonly start: true }
  /** Mail from the deployment's own sender. */
  | { readonly on: 'mail'; readonly send: true }
  /** Queue of a function's failed events, when nobody waits for the answer. */
  | { readonly on: 'lost-events'; readonly queue: 'send' };

const READ = ['GetItem', 'BatchGetItem', 'Query'] as const;
const WRITE = ['PutItem', 'UpdateItem', 'ConditionCheckItem'] as const;

/**
 * Rights of each function beside its own log and trace. What one transaction or one batch has in it stands in one row:
 * its keys are looked at together.
 */
export const grants: Readonly<Record<FunctionName, readonly Grant[]>> = {
  api: [
    { on: 'table', read: READ, of: ['series', 'documents', 'words', 'fanOuts'] },
    { on: 'table', read: READ, of: ['profiles', 'organNames', 'members', 'logins', 'offices', 'libraries'] },
    { on: 'index', index: 'bySymbol' },
    { on: 'index', index: 'byState' },
    { on: 'index', index: 'byDate' },
    { on: 'table', inTransaction: WRITE, of: ['series', 'documents', 'words', 'fanOuts'] },
    {
      on: 'table',
      inTransaction: ['PutItem', 'ConditionCheckItem'],
      of: ['profiles', 'organNames', 'members', 'logins', 'offices', 'libraries', 'toldOrgans'],
    },
    { on: 'issued', objects: ['GetObject', 'GetObjectVersion', 'PutObject'] },
    { on: 'heads', objects: ['GetObject'] },
    { on: 'drafts', objects: ['GetObject', 'PutObject'] },
    { on: 'uploads', objects: ['GetObject', 'PutObject'] },
    { on: 'exports', objects: ['GetObject', 'GetObjectVersion', 'PutObject'] },
    { on: 'issued-bucket', list: true },
    { on: 'work-bucket', list: true },
    { on: 'fan-out', start: true },
    { on: 'pdf-queue', queue: 'send' },
  ],
  sweep: [
    { on: 'index', index: 'outbox' },
    { on: 'table', read: ['BatchGetItem'], of: ['fanOuts'] },
    { on: 'issue-queue', queue: 'send' },
    { on: 'fan-out', start: true },
    { on: 'lost-events', queue: 'send' },
  ],
  'finish-issue': [
    { on: 'table', read: ['GetItem'], of: ['series', 'documents'] },
    { on: 'table', inTransaction: ['PutItem', 'UpdateItem'], of: ['series', 'documents', 'words'] },
    { on: 'drafts', objects: ['GetObject'] },
    { on: 'issued', objects: ['GetObject', 'PutObject'] },
    { on: 'issue-queue', queue: 'consume' },
  ],
  'fan-out-units': [
    { on: 'table', read: ['GetItem', 'Query'], of: ['fanOuts'] },
    { on: 'table', inTransaction: ['UpdateItem'], of: ['fanOuts'] },
  ],
  'fan-out-batch': [
    { on: 'table', read: READ, of: ['fanOuts', 'documents'] },
    { on: 'table', read: ['Query'], of: ['profiles'] },
    { on: 'table', read: ['BatchGetItem'], of: ['libraries'] },
    { on: 'table', inTransaction: ['PutItem', 'UpdateItem'], of: ['fanOuts', 'documents'] },
    { on: 'table', inTransaction: ['PutItem'], of: ['profiles', 'organNames', 'libraries'] },
    { on: 'drafts', objects: ['GetObject', 'PutObject'] },
  ],
  verify: [
    { on: 'table', read: ['Scan', ...READ], of: 'all' },
    { on: 'issued', objects: ['GetObject', 'GetObjectVersion'] },
    { on: 'drafts', objects: ['GetObject'] },
    { on: 'issued-bucket', list: true },
    { on: 'work-bucket', list: true },
    { on: 'lost-events', queue: 'send' },
  ],
  heads: [
    { on: 'table', read: ['Scan', ...READ], of: 'all' },
    { on: 'heads', objects: ['GetObject', 'PutObject'] },
    { on: 'issued-bucket', list: true },
    { on: 'lost-events', queue: 'send' },
  ],
  reindex: [
    { on: 'table', read: ['Scan', ...READ], of: 'all' },
    { on: 'table', inTransaction: ['PutItem', 'UpdateItem'], of: ['series', 'words'] },
    { on: 'table', inTransaction: ['PutItem'], of: ['libraries'] },
    { on: 'drafts', objects: ['GetObject'] },
    { on: 'work-bucket', list: true },
    { on: 'lost-events', queue: 'send' },
  ],
  'clear-drafts': [
    { on: 'table', read: ['GetItem', 'Query'], of: ['documents', 'fanOuts'] },
    { on: 'drafts', objects: ['GetObject', 'PutObjectVersionTagging'] },
    { on: 'work-bucket', list: true },
    { on: 'lost-events', queue: 'send' },
  ],
  'pre-token': [{ on: 'table', read: ['GetItem'], of: ['members', 'logins'] }],
  'make-pdf': [
    { on: 'table', read: ['GetItem'], of: ['series', 'documents'] },
    { on: 'issued', objects: ['GetObject', 'GetObjectVersion'] },
    { on: 'exports', objects: ['GetObject', 'PutObject'] },
    { on: 'issued-bucket', list: true },
    { on: 'work-bucket', list: true },
    { on: 'pdf-queue', queue: 'consume' },
  ],
  tell: [
    { on: 'table', read: ['GetItem', 'BatchGetItem', 'Query'], of: ['documents', 'members', 'offices', 'toldOrgans'] },
    { on: 'table', inTransaction: ['PutItem'], of: ['offices'] },
    { on: 'index', index: 'byState' },
    { on: 'drafts', objects: ['GetObject'] },
    { on: 'work-bucket', list: true },
    { on: 'mail', send: true },
    { on: 'lost-events', queue: 'send' },
  ],
};
