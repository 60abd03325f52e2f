import type { StoredObject } from '#store/store.ts';
import type { Deps } from '../../deps.ts';
import { legalOfStored, purposeOf } from '../../files/brought-file.ts';
import { nameOfReplacement } from '../../files/replace-file.ts';
import { signedFileName } from '../../issuing/add-signed-file.ts';
import { SYSTEM_ACTOR } from '../../issuing/recover-issues.ts';
import type { StoredFile } from '../verify-files.ts';
import { replacedBy } from './brought-place.ts';

/** Reason that the row gives where the clerk's did not come with the bytes: an earlier release kept it with the act alone. */
const NOT_KEPT = '—';

/**
 * Ends what a person began: adds a signed file to its document, or puts a file in the place of a wrong one, with their reason. Throws
 * `signed-already`, `not-replaceable`, `series-closed`.
 */
export async function reattachBrought(
  deps: Deps,
  { organ, docId, fileId }: Omit<StoredFile, 'key'>,
  stored: StoredObject,
): Promise<boolean> {
  const { document, row } = await deps.register.getNumbered(organ, docId);
  const purpose = purposeOf(stored);
  const replaces = replacedBy(stored, fileId, row);
  const old = row.files.find((one) => one.fileId === replaces);
  const { key, sha256, size, versionId, contentType } = stored;
  const file = {
    role: old?.role ?? 'signed',
    fileId,
    fileName: old ? nameOfReplacement(old, contentType) : signedFileName(row),
    ...{ contentType, key, sha256, size },
    ...(versionId !== undefined && { versionId }),
    ...(await legalOfStored(deps, stored, purpose)),
  } as const;
  const by = { document, file, actor: SYSTEM_ACTOR, at: deps.clock.now() };
  if (replaces === undefined) await deps.register.addSigned(by);
  else await deps.register.replaceFile({ ...by, fileId: replaces, reason: purpose.reason ?? NOT_KEPT });
  return true;
}
