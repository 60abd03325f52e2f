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
    const { key, sha256, size, versionId } = await putOnce(deps, owner, file);
    const { role, fileId, fileName, contentType } = file;
    put.push({ role, fileId, fileName, contentType, key, sha256, size, ...(versionId !== undefined && { versionId }) });
  }
  return put;
}

/** Names a file in the store, apart from files of struck numbers, which stay. */
export function fileIdOf({ fileId }: Pick<RenderedFile, 'fileId'>, { struckRows = [] }: DocumentItem): string {
  return struckRows.length === 0 ? fileId : `${fileId}.${struckRows.length + 1}`;
}

async function putOnce(deps: Deps, owner: FileOwner, file: FileToStore): Promise<StoredObject> {
  const key = `issued/${owner.organ}/${owner.docId}/${file.fileId}`;
  const metadata = metadataOf(owner);
  try {
    return await deps.store.put(key, file.bytes, { contentType: file.contentType, metadata, ifAbsent: true });
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'already-exists') throw error;
  }
  const stands = await deps.store.head(key);
  const same = Object.entries(metadata).every(([name, value]) => stands.metadata[name] === value);
  if (!same) throw new UseCaseError('stored-file-differs', { params: { key } });
  return stands;
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
