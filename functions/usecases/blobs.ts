import { sha256Hex } from '#base/node/hash.ts';
import { type FrozenDocument, frozenDocument } from '#document/frozen-document.ts';
import { canonicalJson } from '#document/json/canonical-json.ts';
import type { BlobRef, DocumentItem } from '#register/model/types.ts';
import type { Deps } from './deps.ts';
import { UseCaseError } from './use-case-error.ts';

/** Puts a JSON value as an immutable blob of a document, under its own hash. It is there before the row that names it. */
export async function putBlob(deps: Deps, organ: string, docId: string, value: unknown): Promise<BlobRef> {
  const bytes = new TextEncoder().encode(canonicalJson(value));
  const sha256 = sha256Hex(bytes);
  const key = `drafts/${organ}/${docId}/${sha256}.json`;
  await deps.store.put(key, bytes, { contentType: 'application/json', ifAbsent: false });
  return { key, sha256, size: bytes.byteLength };
}

/** Reads a blob; its bytes were compared with the hash that the register has. */
export async function readBlob(deps: Deps, ref: BlobRef): Promise<unknown> {
  const { bytes } = await deps.store.get(ref.key, { expectSha256: ref.sha256 });
  return JSON.parse(new TextDecoder().decode(bytes));
}

/** The frozen document that a submitted document names. Throws `broken-blob`. */
export async function readFrozen(deps: Deps, document: DocumentItem): Promise<FrozenDocument> {
  if (!document.frozen) throw new UseCaseError('broken-blob', { facts: { key: document.docId } });
  const parsed = frozenDocument.safeParse(await readBlob(deps, document.frozen));
  if (parsed.success) return parsed.data;
  throw new UseCaseError('broken-blob', { facts: { key: document.frozen.key }, cause: parsed.error });
}
