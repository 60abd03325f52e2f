import type { TransitionCommand } from '../commands/document-commands.ts';
import type { DocumentItem } from '../model/document-item.schema.ts';
import { RegisterError } from '../model/register-error.ts';
import { type Act, TRANSITIONS } from '../model/states.ts';
import type { AuditDetails, AuditEvent } from '../model/types.ts';
import { commit } from '../table/commit.ts';
import { absent, all, type Condition, equals } from '../table/condition.ts';
import { documentKey } from '../table/keys/document-keys.ts';
import { listedState, stateIndex } from '../table/keys/index-keys.ts';
import type { Reason, Table } from '../table/table.ts';
import type { Write } from '../table/write.ts';
import { eventWrite, sealEvent } from './audit-chain.ts';
import { readDocument } from './documents.ts';

/** Change that an act makes to a document. */
export interface Change {
  /** For the audit event. */
  readonly details: AuditDetails;
  readonly set?: Partial<DocumentItem>;
  readonly remove?: readonly (keyof DocumentItem)[];
  /** Condition beside state, version and save. */
  readonly require?: Condition;
  /** Writes of the same transaction. */
  readonly also?: readonly Write[];
  /** Says why a write of `also` could not be, by throwing; the reasons are in its order. */
  alsoRefused?(reasons: readonly Reason[]): void;
}

/** Change with the act that makes it. */
export interface ActedChange extends Change {
  readonly act: Act;
  readonly actor: string;
  readonly at: Date;
}

/** The two writes of a change, and what they leave: {@link planChange}. */
export interface PlannedChange {
  readonly document: DocumentItem;
  readonly event: AuditEvent;
  readonly writes: readonly [Write, Write];
}

/** Throws `wrong-state` where the state does not allow the act. */
export function checkState(document: DocumentItem, act: Act): void {
  if (!TRANSITIONS[act].from.includes(document.state))
    throw new RegisterError('wrong-state', { act, state: document.state });
}

/** Throws `wrong-state` or `stale`. */
export function checkAct(document: DocumentItem, act: Act, version: number): void {
  checkState(document, act);
  if (document.version !== version) throw new RegisterError('stale', { version: document.version, rev: document.rev });
}

/** Plans a change: the document moves to its next state, if it still is what was read, and the chain gets its event. */
export function planChange(before: DocumentItem, change: ActedChange): PlannedChange {
  const state = TRANSITIONS[change.act].to ?? before.state;
  const version = before.version + 1;
  const updatedAt = change.at.toISOString();
  const { organ, docId } = before;
  const { act, actor } = change;
  const facts = { ...change.details, ...notesIn(before) };
  const event = sealEvent({ organ, docId, version, act, state, actor, at: updatedAt, facts, prevHash: before.chain });
  const set = { ...change.set, state, version, updatedAt, chain: event.hash };
  const document: DocumentItem = { ...before, ...set };
  const remove = [...(change.remove ?? []), ...(before.notesHash === undefined ? [] : OF_NOTES)];
  for (const name of remove) delete document[name];
  const unchanged = all(equals({ state: before.state, version: before.version, rev: before.rev }), sameNotes(before));
  const update: Write = {
    update: documentKey(organ, docId),
    set: { ...set, ...stateIndex(organ, listedState(document), updatedAt, docId) },
    ...(remove.length > 0 && { remove }),
    if: change.require ? all(unchanged, change.require) : unchanged,
  };
  return { document, event, writes: [update, eventWrite(event)] };
}

/** Fields on the remarks of a version; the event that ends the version seals them, the next version begins without. */
const OF_NOTES = ['notesCount', 'notesHash'] as const;

function notesIn({ notesCount, notesHash }: DocumentItem): AuditDetails {
  return notesCount === undefined || notesHash === undefined ? {} : { notes: notesCount, notesHash };
}

function sameNotes({ notesHash }: DocumentItem): Condition {
  return notesHash === undefined ? absent('notesHash') : equals({ notesHash });
}

/** Change, or how it follows from the document. */
type ChangeOf = Change | ((document: DocumentItem) => Change | Promise<Change>);

/**
 * Makes a change of the document that was read, in one transaction. `refuse` says why not, by throwing: before the try, and again on
 * what stands when another was faster. Throws `wrong-state`, `stale`.
 */
export async function makeChange(
  table: Table,
  act: Act,
  command: TransitionCommand,
  changeOf: ChangeOf,
  refuse?: (document: DocumentItem) => void,
): Promise<DocumentItem> {
  const { document, actor, at } = command;
  const check = (stands: DocumentItem) => {
    checkAct(stands, act, document.version);
    refuse?.(stands);
  };
  check(document);
  return tryChange(table, document, { act, actor, at, changeOf, check });
}

interface Attempt extends Pick<ActedChange, 'act' | 'actor' | 'at'> {
  readonly changeOf: ChangeOf;
  check(document: DocumentItem): void;
}

async function tryChange(table: Table, before: DocumentItem, attempt: Attempt): Promise<DocumentItem> {
  const { changeOf, check, ...acting } = attempt;
  const { organ, docId } = before;
  const change = typeof changeOf === 'function' ? await changeOf(before) : changeOf;
  const planned = planChange(before, { ...change, ...acting });
  const outcome = await commit(table, [...planned.writes, ...(change.also ?? [])]);
  if (outcome.done) return planned.document;
  const stands = readDocument(outcome.reasons[0]?.item ?? (await table.get(documentKey(organ, docId))), docId);
  // The client repeats a request whose answer was lost: then what stands is our own.
  if (stands.chain === planned.event.hash) return planned.document;
  check(stands);
  // A remark or a save came between, of which this act knows nothing.
  if (stands.rev !== before.rev || stands.notesHash !== before.notesHash) return tryChange(table, stands, attempt);
  change.alsoRefused?.(outcome.reasons.slice(planned.writes.length));
  throw new RegisterError('stale', { version: stands.version, rev: stands.rev });
}

/** Throws `stale` where the draft was saved since it was read. */
export function checkSave(document: DocumentItem, rev: number): void {
  if (document.rev !== rev) throw new RegisterError('stale', { version: document.version, rev: document.rev });
}
