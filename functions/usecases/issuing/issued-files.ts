import type { DocumentItem, IssuedFile } from '#register/model/types.ts';
import { type NumberVariant, suffixKey } from '#register/table/keys/row-keys.ts';
import type { StoredObject } from '#store/store.ts';
import { StoreError } from '#store/store-error.ts';
import type { Deps } from '../deps.ts';
import type { RenderedFile } from '../heavy/render-port.ts';
import { UseCaseError } from '../use-case-error.ts';

/** A file to keep: rendered, or one that a person brings. */
export type FileToStore = Omit<RenderedFile, 'role'> & Pick<IssuedFile, 'role'>;

/** Metadata of a stored issued file; these four identify it after a crash. */
export interface FileOwner extends NumberVariant {
  readonly organ: string;
  readonly docId: string;
  readonly contentHash: string;
  readonly codeNumber: number;
  readonly issuedDate: string;
  readonly broughtIn?: true | undefined;
}

/**
 * Puts the files of a document that has its number. Where one is there already, by the same document, content, number and
 * day, that one is the file: a release in between may render other bytes. Throws `stored-file-differs`.
 */
export async function putIssuedFiles(
  deps: Deps,
  owner: FileOwner,
  files: readonly FileToStore[],
): Promise<IssuedFile[]> {
  const put: IssuedFile[] = [];
  for (const file of files) {
    put.push(issuedFile(file, await putOnce(deps, owner, file)));
  }
  return put;
}

/** Names a file in the store, apart from files of struck numbers, which stay. */
export function fileIdOf({ fileId }: Pick<RenderedFile, 'fileId'>, { struckRows = [] }: DocumentItem): string {
  return struckRows.length === 0 ? fileId : `${fileId}.${struckRows.length + 1}`;
}

async function putOnce(deps: Deps, owner: FileOwner, file: FileToStore): Promise<StoredObject> {
  const metadata = metadataOf(owner);
  const { stored, isNew } = await putOrFind(deps, owner, file, metadata);
  const same = isNew || Object.entries(metadata).every(([name, value]) => stored.metadata[name] === value);
  if (!same) throw new UseCaseError('stored-file-differs', { params: { key: stored.key } });
  return stored;
}

/**
 * Puts a file that a person brought, unless other bytes or another document's lie under its name: undefined then. `purpose` is kept beside
 * the bytes.
 */
export async function putUnlessOther(
  deps: Deps,
  owner: FileOwner,
  file: FileToStore,
  { sha256, purpose }: { readonly sha256: string; readonly purpose: Readonly<Record<string, string>> },
): Promise<IssuedFile | undefined> {
  const own = metadataOf(owner);
  const { stored, isNew } = await putOrFind(deps, owner, file, { ...own, ...purpose });
  const isOwn = Object.entries(own).every(([name, value]) => stored.metadata[name] === value);
  return isNew || (isOwn && stored.sha256 === sha256) ? issuedFile(file, stored) : undefined;
}

async function putOrFind(
  { store }: Deps,
  { organ, docId }: FileOwner,
  { fileId, bytes, contentType }: FileToStore,
  metadata: Readonly<Record<string, string>>,
): Promise<{ readonly stored: StoredObject; readonly isNew: boolean }> {
  const key = `issued/${organ}/${docId}/${fileId}`;
  try {
    return { stored: await store.put(key, bytes, { contentType, metadata, ifAbsent: true }), isNew: true };
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'already-exists') throw error;
  }
  return { stored: await store.head(key), isNew: false };
}

/** A stored file as a row names it. */
function issuedFile({ role, fileId, fileName, contentType }: FileToStore, stored: StoredObject): IssuedFile {
  const { key, sha256, size, versionId } = stored;
  return { role, fileId, fileName, contentType, key, sha256, size, ...(versionId !== undefined && { versionId }) };
}

function metadataOf({
  docId,
  contentHash,
  codeNumber,
  codeSuffix,
  copy,
  issuedDate,
  broughtIn,
}: FileOwner): Record<string, string> {
  return {
    'doc-id': docId,
    'content-hash': contentHash,
    'code-number': String(codeNumber),
    ...(codeSuffix !== undefined && { 'code-suffix': suffixKey(codeSuffix) }),
    ...(copy !== undefined && { 'code-copy': String(copy) }),
    'issued-date': issuedDate,
    ...(broughtIn && { 'brought-in': 'true' }),
  };
}
