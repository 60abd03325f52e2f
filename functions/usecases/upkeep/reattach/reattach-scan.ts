import { dateParts } from '#document/dates.ts';
import { findOlderType } from '#document/older-types.ts';
import type { IssuedFile } from '#register/model/types.ts';
import { numberName } from '#register/numbers/number-name.ts';
import type { NumberedDocument } from '#register/register.ts';
import { variantOf } from '#register/table/keys/row-keys.ts';
import type { StoredObject } from '#store/store.ts';
import { lacksFile } from '../../bring-in/bring-in-file.ts';
import { paperRecordBlob, summariseRecord } from '../../bring-in/paper-record.ts';
import { SCAN_FILE_ID, scanFileName } from '../../bring-in/scan-file.ts';
import type { Deps } from '../../deps.ts';
import type { FileOwner } from '../../issuing/issued-files.ts';
import { SYSTEM_ACTOR } from '../../issuing/recover-issues.ts';
import { readProfiles, startOf } from '../../profiles.ts';
import { UseCaseError } from '../../use-case-error.ts';

/**
 * Gives the scan of a paper record its place: in the line of its document, or, where a crash or an older table has no such line,
 * with the line itself, out of the record that was kept before the file. Throws `has-file`, `broken-blob`, the store's `not-found`,
 * and what `Register.bringIn` throws.
 */
export async function reattachScan(
  deps: Deps,
  owner: FileOwner,
  stored: StoredObject,
  standing: NumberedDocument | undefined,
): Promise<boolean> {
  if (standing && lacksFile(standing.row)) {
    const { document, row } = standing;
    const file = scanFile(stored, row.symbol);
    await deps.register.addScan({ document, file, actor: SYSTEM_ACTOR, at: deps.clock.now() });
    return true;
  }
  // It stands with other files: what this one is, nobody can say.
  if (standing) throw new UseCaseError('stored-file-differs', { params: { key: stored.key } });
  await bringInAgain(deps, owner, stored);
  return true;
}

async function bringInAgain(deps: Deps, owner: FileOwner, stored: StoredObject): Promise<void> {
  const { organ, docId, contentHash, codeNumber, issuedDate } = owner;
  const key = `drafts/${organ}/${docId}/${contentHash}.json`;
  const { bytes } = await deps.store.get(key, { expectSha256: contentHash });
  const kept = paperRecordBlob.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
  if (!kept.success) throw new UseCaseError('broken-blob', { params: { key }, cause: kept.error });
  const profiles = await readProfiles(deps, organ);
  const summary = summariseRecord(kept.data.record, profiles, organ, issuedDate);
  const variant = variantOf(owner);
  const { year } = dateParts(issuedDate);
  const symbolYear = findOlderType(summary.typeCode)?.symbolYear;
  const { symbol } = numberName(summary, { codeNumber, ...variant, year, symbolYear });
  await deps.register.bringIn({
    organ,
    docId,
    summary,
    year,
    codeNumber,
    ...variant,
    symbolYear,
    issuedDate,
    files: [scanFile(stored, symbol)],
    contentHash,
    actor: SYSTEM_ACTOR,
    at: deps.clock.now(),
    startOf: startOf(profiles, summary.series),
  });
}

function scanFile({ key, sha256, size, versionId, contentType }: StoredObject, symbol: string): IssuedFile {
  const fileName = scanFileName(symbol, contentType);
  const pinned = versionId !== undefined && { versionId };
  return { role: 'scan', fileId: SCAN_FILE_ID, fileName, contentType, key, sha256, size, ...pinned };
}
