import { verifyChain } from '#register/documents/audit-chain.ts';
import type { AuditEvent, DocumentItem, IssuedFile, RegisterRow, SendLine } from '#register/model/types.ts';
import { rowIdOf } from '#register/table/keys/row-keys.ts';
import type { DocumentHolding } from '#register/upkeep/holdings.ts';
import type { Inspection } from '#register/upkeep/inspection.ts';
import type { Store } from '#store/store.ts';
import { StoreError } from '#store/store-error.ts';
import { isOut } from '../may-read.ts';
import { draftDifferences } from './verify-draft.ts';
import { drafterDifferences } from './verify-drafters.ts';
import { linkDifferences, noteDifferences, sendingDifferences, stepDifferences } from './verify-sending.ts';
import { eventDifferences, factDifferences } from './verify-summary.ts';
import type { Violation } from './violation.ts';
import { bytesIfWhole } from './whole-blob.ts';

/** I2 (from the document), I3 and I5 of a document. Reads every byte of its files. */
export async function verifyDocument(
  { inspection, store }: { readonly inspection: Inspection; readonly store: Store },
  { organ, docId, document, events, sends, notes, saves, strayKeys, brokenSeals }: DocumentHolding,
): Promise<Violation[]> {
  if (!document) return [{ invariant: 'I5', code: 'chain-differs', organ, where: docId, what: 'META' }];
  const at = { organ, where: `${document.symbol ?? document.typeCode} (${docId})` };
  const violations: Violation[] = [];
  const verdict = verifyChain(events, document.chain);
  if (!verdict.intact) {
    violations.push({ invariant: 'I5', code: 'chain-broken', ...at, what: String(verdict.version) });
  }
  for (const frozen of frozenBlobs(events)) {
    if (!(await isThere(store, frozen))) {
      violations.push({ invariant: 'I3', code: 'frozen-missing', ...at, what: frozen.key });
    }
  }
  const row = await rowOf(inspection, document);
  if (document.codeNumber !== undefined && row?.docId !== docId) {
    violations.push({ invariant: 'I2', code: 'document-without-row', ...at });
  }
  for (const what of [...differences(document, row, events, sends), ...noteDifferences(document, events, notes)]) {
    violations.push({ invariant: 'I5', code: 'chain-differs', ...at, what });
  }
  const otherwise = [
    ...(await factDifferences(store, document, row)),
    ...(await draftDifferences(store, document, { events, saves })),
    ...drafterDifferences(document, { events, saves }),
    ...eventDifferences(document, row, events),
  ];
  for (const what of new Set(otherwise)) violations.push({ invariant: 'I8', code: 'facts-differ', ...at, what });
  for (const what of strayKeys) violations.push({ invariant: 'I8', code: 'keys-differ', ...at, what });
  for (const what of brokenSeals) violations.push({ invariant: 'I9', code: 'seal-broken', ...at, what });
  if (document.codeNumber === undefined) return violations;

  const isNamed = frozenBlobs(events).some(({ key }) => key === document.frozen?.key);
  if (document.frozen && !isNamed && !(await isThere(store, document.frozen))) {
    violations.push({ invariant: 'I3', code: 'frozen-missing', ...at, what: document.frozen.key });
  }
  // A number that was voided after issue keeps the files that it was issued with.
  const isKept = isOut(document.state) || (document.state === 'voided' && (row?.files.length ?? 0) > 0);
  if (!isKept || !row) return violations;
  if (row.files.length === 0 && !row.broughtIn && !row.noFile)
    violations.push({ invariant: 'I3', code: 'no-file', ...at });
  for (const file of row.files) {
    const code = await fileState(store, file);
    if (code) violations.push({ invariant: 'I3', code, ...at, what: file.key });
  }
  return violations;
}

async function rowOf(inspection: Inspection, document: DocumentItem): Promise<RegisterRow | undefined> {
  const rowId = rowIdOf(document);
  return rowId && (await inspection.rows([rowId]))[0];
}

/** Acts that freeze a document, and name what they froze by its hash. */
const FREEZING: readonly AuditEvent['act'][] = ['submit', 'edit', 'change-signer'];

/** Every frozen blob that the chain names: what was signed, and each text that was looked at before. */
function frozenBlobs(events: readonly AuditEvent[]): { readonly key: string; readonly sha256: string }[] {
  const hashes = events.filter(({ act }) => FREEZING.includes(act)).map(({ facts }) => String(facts['contentHash']));
  const [first] = events;
  return [...new Set(hashes)].map((sha256) => ({
    key: `drafts/${first?.organ}/${first?.docId}/${sha256}.json`,
    sha256,
  }));
}

/** Differences between the audit chain and the document or its row. */
function differences(
  document: DocumentItem,
  row: RegisterRow | undefined,
  events: readonly AuditEvent[],
  sends: readonly SendLine[],
): string[] {
  const last = events.at(-1);
  const said: Record<string, unknown> = Object.assign({}, ...events.map(({ facts }) => facts));
  // Files of a line that was struck are that line's.
  const standing = events.slice(1 + events.findLastIndex(({ act }) => act === 'strike'));
  const files = new Set(
    standing.flatMap(({ facts }) => Object.entries(facts).filter(([name]) => name.startsWith('file:'))).map(String),
  );
  const kept = (row?.files ?? []).map((file) => String([`file:${file.role}:${file.fileId}`, file.sha256]));
  return [
    ...(last?.state === document.state && last.version === document.version ? [] : ['state']),
    ...stepDifferences(document, events),
    ...sendingDifferences(document, events, sends),
    ...linkDifferences(document, events),
    ...((document.submitBy ?? '') === (said['submitBy'] ?? '') ? [] : ['submitBy']),
    ...((document.replyBy ?? '') === (said['replyBy'] ?? '') ? [] : ['replyBy']),
    ...(document.symbol === undefined || said['symbol'] === document.symbol ? [] : ['symbol']),
    ...(row === undefined || row.noFile === document.noFile ? [] : ['noFile']),
    ...(document.issuedDate === undefined || said['issuedDate'] === document.issuedDate ? [] : ['issuedDate']),
    ...(kept.length === files.size && kept.every((file) => files.has(file)) ? [] : ['files']),
  ];
}

async function fileState(store: Store, file: IssuedFile): Promise<'file-missing' | 'file-damaged' | undefined> {
  const { key, sha256, versionId } = file;
  try {
    const stored = await store.get(key, { expectSha256: sha256, ...(versionId !== undefined && { versionId }) });
    return stored.size === file.size ? undefined : 'file-damaged';
  } catch (error) {
    if (error instanceof StoreError && error.code === 'not-found') return 'file-missing';
    if (error instanceof StoreError && error.code === 'integrity-mismatch') return 'file-damaged';
    throw error;
  }
}

async function isThere(store: Store, blob: { readonly key: string; readonly sha256: string }): Promise<boolean> {
  return (await bytesIfWhole(store, blob)) !== undefined;
}
