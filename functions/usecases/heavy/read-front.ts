import type { FrozenDocument } from '#document/frozen-document.ts';
import type { DocumentItem } from '#register/model/types.ts';
import { frozenRef, readBlobBytes, readFrozen } from '../blobs.ts';
import type { Deps } from '../deps.ts';
import { isSmall } from './heavy-work.ts';

/** Reads what a frozen document says around its text; a large one is read in a thread, and comes without the text. Throws `broken-blob`. */
export async function readFront(deps: Deps, document: DocumentItem): Promise<FrozenDocument> {
  const ref = frozenRef(document);
  if (!deps.heavy || isSmall(ref.size)) return readFrozen(deps, document);
  return deps.heavy(document.organ, 'read-front', async () => ({
    key: ref.key,
    bytes: await readBlobBytes(deps, ref),
  }));
}
