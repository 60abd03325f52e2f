import { spread } from '#base/node/hash.ts';
import type { DocumentItem, RegisterRow } from '#register/model/types.ts';
import { type RowId, rowIdOf } from '#register/table/keys/row-keys.ts';
import type { TableShare } from '#register/table/table.ts';
import type { Inspection } from '#register/upkeep/inspection.ts';
import type { Store, StoredObject } from '#store/store.ts';
import { isBrought, isOvertaken } from './reattach/brought-place.ts';
import type { Violation } from './violation.ts';

const BATCH_SIZE = 100;

/** A stored issued file by its key. */
export interface StoredFile {
  readonly key: string;
  readonly organ: string;
  readonly docId: string;
  readonly fileId: string;
}

/**
 * All issued files of a store, or those of the organs of a share, in batches. What lies there under another name is a file of the
 * organ `?`; what lies beside the organs is in no share.
 */
export async function* issuedFiles(store: Store, share?: TableShare): AsyncIterable<StoredFile[]> {
  let batch: StoredFile[] = [];
  for await (const key of share ? keysOfShare(store, share) : store.list('issued')) {
    const [, organ = '?', docId = '?', fileId = '?', ...more] = key.split('/');
    batch.push({ key, organ, docId, fileId: more.length > 0 ? '?' : fileId });
    if (batch.length < BATCH_SIZE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function* keysOfShare(store: Store, { index, of }: TableShare): AsyncIterable<string> {
  for await (const organ of store.folders('issued')) {
    const hash = spread(organ);
    if (hash % of === index) yield* store.list(`issued/${organ}`);
  }
}

/** I4 of some files: those that no row names, and that no crash explains. */
export async function verifyFiles(
  { inspection, store }: { readonly inspection: Inspection; readonly store: Store },
  files: readonly StoredFile[],
): Promise<Violation[]> {
  const orphans = await withoutRow({ inspection, store }, files);
  return orphans.map(({ key, organ }) => ({ invariant: 'I4', code: 'file-without-row', organ, where: key }));
}

/** The files that no row names. A number that is still being finished, or was voided, owns what bears its name. */
export async function withoutRow(
  { inspection, store }: { readonly inspection: Inspection; readonly store: Store },
  files: readonly StoredFile[],
): Promise<StoredFile[]> {
  const known = files.filter(({ fileId }) => fileId !== '?');
  const documents = await inspection.documents(known);
  const places = documents.flatMap((document) => (document ? placesOf(document) : []));
  const rows = (await inspection.rows(places)).flatMap((row) => row ?? []);
  const orphans = files.filter(({ fileId }) => fileId === '?');
  for (const [index, file] of known.entries()) {
    const document = documents[index];
    const own = rows.filter(({ organ, docId }) => organ === file.organ && docId === file.docId);
    if (own.some(({ files: named }) => named.some(({ key }) => key === file.key))) continue;
    const owed = own.filter(({ struck }) => struck || document?.state === 'numbered' || document?.state === 'voided');
    if (owed.length > 0 && (await bears(store, file, owed))) continue;
    if (isBrought(file.fileId) && (await isLeftOver(store, file, own))) continue;
    orphans.push(file);
  }
  return orphans;
}

/** The line that a document has, and those that it had by mistake. */
function placesOf(document: DocumentItem): RowId[] {
  const rowId = rowIdOf(document);
  const struck = (document.struckRows ?? []).map((one) => ({ organ: document.organ, ...one }));
  return [...(rowId ? [rowId] : []), ...struck];
}

/** Tells whether a brought file of one of the lines lost its place to another: two clerks at once, or one who tried again with other bytes. */
async function isLeftOver(store: Store, file: StoredFile, rows: readonly RegisterRow[]): Promise<boolean> {
  const stored = await store.head(file.key);
  return rows.some((row) => namesOwner(stored, file, [row]) && isOvertaken(stored, file.fileId, row));
}

async function bears(store: Store, file: StoredFile, rows: readonly RegisterRow[]): Promise<boolean> {
  return namesOwner(await store.head(file.key), file, rows);
}

function namesOwner({ metadata }: StoredObject, { docId }: StoredFile, rows: readonly RegisterRow[]): boolean {
  return metadata['doc-id'] === docId && rows.some(({ codeNumber }) => metadata['code-number'] === String(codeNumber));
}
