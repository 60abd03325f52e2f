import { type FrozenDocument, frozenDocument } from '#document/frozen-document.ts';
import type { BlobRef, DocumentItem } from '#register/model/types.ts';
import { type BlobContent, blobContent } from './blob-content.ts';
import type { Deps } from './deps.ts';
import { UseCaseError } from './use-case-error.ts';

/** Puts a JSON value as an immutable blob of a document, under its own hash. It is there before the row that names it. */
export function putBlob(deps: Deps, organ: string, docId: string, value: unknown): Promise<BlobRef> {
  return putContent(deps, organ, docId, blobContent(value));
}

/** As {@link putBlob}, of content that was made before. */
export async function putContent(
  deps: Deps,
  organ: string,
  docId: string,
  { bytes, sha256 }: BlobContent,
): Promise<BlobRef> {
  const key = `drafts/${organ}/${docId}/${sha256}.json`;
  await deps.store.put(key, bytes, { contentType: 'application/json', ifAbsent: false, renews: true });
  return { key, sha256, size: bytes.byteLength };
}

/** Reads a blob; its bytes were compared with the hash that the register has. */
export async function readBlob(deps: Pick<Deps, 'store'>, ref: BlobRef): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await readBlobBytes(deps, ref)));
}

/** The bytes of a blob, compared with the hash that the register has. */
export async function readBlobBytes({ store }: Pick<Deps, 'store'>, ref: BlobRef): Promise<Uint8Array> {
  return (await store.get(ref.key, { expectSha256: ref.sha256 })).bytes;
}

/** The frozen document that a submitted document names. Throws `broken-blob`. */
export async function readFrozen(deps: Pick<Deps, 'store'>, document: DocumentItem): Promise<FrozenDocument> {
  const ref = frozenRef(document);
  const parsed = frozenDocument.safeParse(await readBlob(deps, ref));
  if (parsed.success) return parsed.data;
  throw new UseCaseError('broken-blob', { params: { key: ref.key }, cause: parsed.error });
}

/** Finds the blob of a frozen document. Throws `broken-blob`. */
export function frozenRef({ frozen, docId }: DocumentItem): BlobRef {
  if (!frozen) throw new UseCaseError('broken-blob', { params: { key: docId } });
  return frozen;
}

/** Finds the blob of a document's saved data. Throws `broken-blob`. */
export function dataRef({ data, docId }: DocumentItem): BlobRef {
  if (!data) throw new UseCaseError('broken-blob', { params: { key: docId } });
  return data;
}
