import type { BlobRef } from '#register/model/types.ts';
import type { Deps } from '../../deps.ts';
import type { FileOwner } from '../../issuing/issued-files.ts';
import { SYSTEM_ACTOR } from '../../issuing/recover-issues.ts';
import { finishRegistration } from '../../registering/finish-registration.ts';
import { readRegisteredBlob } from '../../registering/registered-document.ts';

/**
 * Gives the file of a registration its number, document and line again. They come out of the blob that was kept before
 * them.
 */
export async function reattachGiven(deps: Deps, owner: FileOwner): Promise<boolean> {
  const { organ, docId, contentHash, codeNumber, issuedDate } = owner;
  const key = `drafts/${organ}/${docId}/${contentHash}.json`;
  const { size } = await deps.store.head(key);
  const frozen: BlobRef = { key, sha256: contentHash, size };
  const { facts: summary, symbolYear } = await readRegisteredBlob(deps, frozen);
  const restored = await deps.register.restoreNumber({
    organ,
    docId,
    summary,
    contentHash,
    frozen,
    codeNumber,
    issuedDate,
    registered: true,
    symbolYear,
    actor: SYSTEM_ACTOR,
    at: deps.clock.now(),
  });
  await finishRegistration(deps, restored, SYSTEM_ACTOR);
  return true;
}
