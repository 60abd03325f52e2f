import { frozenDocument } from '#document/frozen-document.ts';
import type { DocumentItem } from '#register/model/types.ts';
import { readBlob } from '../blobs.ts';
import type { Deps } from '../deps.ts';
import { UseCaseError } from '../use-case-error.ts';

/** Names the text that stands: the hash of what was frozen, of a draft that of its data. Throws `no-data` for a paper record. */
export function textHashOf({ contentHash, data }: DocumentItem): string {
  const hash = contentHash ?? data?.sha256;
  if (hash === undefined) throw new UseCaseError('no-data');
  return hash;
}

/** The data of a document in a text of it that is kept, frozen or not. Throws `StoreError` with `not-found`. */
export async function readText(
  deps: Deps,
  { organ, docId }: Pick<DocumentItem, 'organ' | 'docId'>,
  sha256: string,
): Promise<unknown> {
  const value = await readBlob(deps, { key: `drafts/${organ}/${docId}/${sha256}.json`, sha256, size: 0 });
  const frozen = frozenDocument.safeParse(value);
  return frozen.success ? frozen.data.document : value;
}
