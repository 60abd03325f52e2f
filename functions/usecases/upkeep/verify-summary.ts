import { z } from 'zod';
import { foldSymbol, formatCode } from '#document/code-notation.ts';
import { dateParts } from '#document/dates.ts';
import { frozenDocument } from '#document/frozen-document.ts';
import { canonicalJson } from '#document/json/canonical-json.ts';
import { documentSummarySchema } from '#register/model/document-summary.schema.ts';
import type { AuditEvent, DocumentItem, DocumentSummary, RegisterRow } from '#register/model/types.ts';
import type { Store } from '#store/store.ts';
import { type PaperRecord, paperRecordBlob, recordOf } from '../bring-in/paper-record.ts';
import { registeredDocument } from '../registering/registered-document.ts';
import { summarise } from '../summarise-document.ts';
import { bytesIfWhole } from './whole-blob.ts';

/** Blob of a document that was drafted or registered with us. */
const frozenOrRegistered = z.discriminatedUnion('schema', [frozenDocument, registeredDocument]);

const SUMMARY_FIELDS = Object.keys(documentSummarySchema.shape);

/**
 * Derives a document's summary and its line of the book anew, and names each that says otherwise. What is missing or
 * damaged is named elsewhere, and says nothing here.
 */
export async function factDifferences(
  store: Store,
  document: DocumentItem,
  row: RegisterRow | undefined,
): Promise<string[]> {
  if (document.state === 'draft' || document.state === 'discarded') return row ? ['state'] : [];
  const frozen = await frozenSummary(store, document);
  const source = frozen ?? (row && document);
  return [
    ...pointerDifferences(document),
    ...(source ? differing(source, document) : []),
    ...(source && row ? differing(source, row) : []),
    ...(row ? numberDifferences(row) : []),
    ...(row && !frozen ? await recordDifferences(store, row) : []),
  ];
}

/** Undefined where nothing was frozen, it is not there, or rules of today do not read it: its hash is held against the chain. */
async function frozenSummary(store: Store, { frozen }: DocumentItem): Promise<DocumentSummary | undefined> {
  const bytes = frozen && (await bytesIfWhole(store, frozen));
  if (!bytes) return undefined;
  const parsed = frozenOrRegistered.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data;
  return parsed && ('facts' in parsed ? parsed.facts : summarise(parsed.document, parsed.profile));
}

/** A frozen blob lies under its own hash, which is that of the content. */
function pointerDifferences({ organ, docId, frozen, contentHash, broughtIn }: DocumentItem): string[] {
  if (!frozen) return broughtIn ? [] : ['frozen'];
  const isOwn = frozen.key === `drafts/${organ}/${docId}/${frozen.sha256}.json` && frozen.sha256 === contentHash;
  return isOwn ? [] : ['frozen'];
}

function differing(source: DocumentSummary, stored: DocumentSummary): string[] {
  const [wanted, found] = [source, stored].map((summary) => documentSummarySchema.parse(summary));
  return SUMMARY_FIELDS.filter((name) => textOf(wanted, name) !== textOf(found, name));
}

function textOf(summary: object | undefined, name: string): string {
  const entry = Object.entries(summary ?? {}).find(([key]) => key === name);
  return entry === undefined ? '' : canonicalJson(entry[1]);
}

/** Fields that follow from number, notation and day; rules of law have the year in their symbol. */
function numberDifferences(row: RegisterRow): string[] {
  const { codeNumber, codeNotation, codeSuffix, symbol, symbolKey, issuedDate, year, broughtIn } = row;
  const symbols = [undefined, year].map((one) => formatCode(codeNumber, codeNotation, codeSuffix, one));
  const isDerived = symbols.includes(symbol);
  return [
    ...(isDerived || broughtIn ? [] : ['symbol']),
    ...(!isDerived || symbolKey === foldSymbol(codeNumber, codeNotation, codeSuffix) ? [] : ['symbolKey']),
    ...(dateParts(issuedDate).year === year ? [] : ['year']),
  ];
}

/** A paper record with a file says the same as what was kept before the file. */
async function recordDifferences(store: Store, row: RegisterRow): Promise<string[]> {
  const { organ, docId, contentHash } = row;
  if (contentHash === undefined) return [];
  const key = `drafts/${organ}/${docId}/${contentHash}.json`;
  const bytes = await bytesIfWhole(store, { key, sha256: contentHash });
  const kept = bytes && paperRecordBlob.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data;
  if (!kept) return [];
  const [wanted, found] = [withDefaults(kept.record), withDefaults(recordOf(row))];
  return Object.keys({ ...wanted, ...found }).filter((name) => textOf(wanted, name) !== textOf(found, name));
}

function withDefaults(record: PaperRecord): object {
  const plain = { to: [], ...record };
  return Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
}

/** Acts that say who did something, by the attribute of the document that repeats it. */
const DONE_BY: readonly (readonly [name: 'drafterId' | 'signerId', act: AuditEvent['act']])[] = [
  ['drafterId', 'submit'],
  ['drafterId', 'register'],
  ['drafterId', 'bring-in'],
  ['signerId', 'approve'],
];
/** Acts whose reason the document repeats. */
const REASONS: readonly (readonly [name: 'returnReason' | 'endReason', acts: readonly AuditEvent['act'][]])[] = [
  ['returnReason', ['return']],
  ['endReason', ['withdraw', 'void', 'discard']],
];

/** Attributes that say who is to sign; what was submitted before 0.2.0 has none. */
const APPROVER = ['approverId', 'ownDraft'] as const;

/** States that keep why the document came into them. */
const ENDED: ReadonlySet<DocumentItem['state']> = new Set(['withdrawn', 'voided']);

/** Names what a document says of people, reasons and moments otherwise than its events. */
export function eventDifferences(document: DocumentItem, row: RegisterRow | undefined, events: readonly AuditEvent[]) {
  const last = (...acts: readonly AuditEvent['act'][]) => events.findLast(({ act }) => acts.includes(act));
  const isBefore = document.state === 'draft' || document.state === 'discarded';
  const replaces = last('submit')?.facts['replaces'];
  const restrictedBy = last('submit', 'edit', 'change-signer', 'restore', 'register', 'restrict');
  const numbered = last('number', 'register', 'record', 'bring-in', 'restore');
  const approver = last('submit', 'edit', 'change-signer')?.facts ?? {};
  return [
    ...DONE_BY.flatMap(([name, act]) => {
      const said = last(act)?.actor;
      // It was approved before it was submitted again.
      const isOver = name === 'signerId' && last('submit', 'approve')?.act === 'submit' && document[name] === undefined;
      const isSaid = said === undefined || isOver;
      return isBefore || isSaid || document[name] === said ? [] : [name];
    }),
    ...REASONS.flatMap(([name, acts]) => {
      const said = last(...acts)?.facts['reason'];
      const mayLack = document[name] === undefined && !(name === 'endReason' && ENDED.has(document.state));
      return mayLack || said === undefined || document[name] === said ? [] : [name];
    }),
    ...APPROVER.filter((name) => !isBefore && approver[name] !== undefined && document[name] !== approver[name]),
    ...(isBefore || (document.restricted ?? false) === (restrictedBy?.facts['restricted'] ?? false)
      ? []
      : ['restricted']),
    ...((document.broughtIn ?? false) === events.some(({ act }) => act === 'bring-in') ? [] : ['broughtIn']),
    ...(isBefore || last('submit') === undefined || (document.replaces ?? []).join(' ') === (replaces ?? '')
      ? []
      : ['replaces']),
    ...(events[0] && document.createdAt !== events[0].at && events[0].act !== 'restore' ? ['createdAt'] : []),
    ...(row && numbered && row.numberedAt !== numbered.at ? ['numberedAt'] : []),
  ];
}
