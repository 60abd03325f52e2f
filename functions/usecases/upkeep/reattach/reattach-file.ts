import { z } from 'zod';
import { undefinedIfNotFound } from '#base/coded-error.ts';
import { sha256 } from '#base/patterns.ts';
import { dateParts } from '#document/dates.ts';
import { isRestricted } from '#document/document-fields.ts';
import { frozenDocument } from '#document/frozen-document.ts';
import type { BlobRef } from '#register/model/types.ts';
import { suffixOfKey, variantOf } from '#register/table/keys/row-keys.ts';
import { SCAN_FILE_ID } from '../../bring-in/scan-file.ts';
import type { Deps } from '../../deps.ts';
import { finishIssue, renderIssued } from '../../issuing/finish-issue.ts';
import { putIssuedFiles } from '../../issuing/issued-files.ts';
import { SYSTEM_ACTOR } from '../../issuing/recover-issues.ts';
import { GIVEN_FILE_ID } from '../../registering/finish-registration.ts';
import { summarise } from '../../summarise-document.ts';
import { UseCaseError } from '../../use-case-error.ts';
import type { StoredFile } from '../verify-files.ts';
import { isBrought } from './brought-place.ts';
import { reattachBrought } from './reattach-brought.ts';
import { reattachGiven } from './reattach-given.ts';
import { reattachScan } from './reattach-scan.ts';

/** Metadata of a stored issued file; see `putIssuedFiles`. */
const ownerSchema = z.object({
  'doc-id': z.string(),
  'content-hash': sha256,
  'code-number': z.coerce.number().int().positive(),
  'code-suffix': z.string().optional(),
  'code-copy': z.coerce.number().int().optional(),
  'issued-date': z.iso.date(),
  'brought-in': z.literal('true').optional(),
});

/**
 * Gives an issued file that no row names its place again: a signed file, one that replaces another, or a scan its document, a rendered one its number, its document
 * and its line of the book, out of the frozen blob that it was made of. False where another file of the same document has
 * done so already. Throws where the file or its blob does not say enough.
 */
export async function reattachFile(deps: Deps, { key, organ, docId, fileId }: StoredFile): Promise<boolean> {
  const stored = await deps.store.head(key);
  const owner = ownerSchema.safeParse(stored.metadata).data;
  if (!owner || owner['doc-id'] !== docId) throw new UseCaseError('broken-blob', { params: { key } });
  if (isBrought(fileId)) return reattachBrought(deps, { organ, docId, fileId }, stored);
  const standing = await deps.register.getNumbered(organ, docId).catch(undefinedIfNotFound);
  if (fileId === SCAN_FILE_ID) {
    const { 'content-hash': contentHash, 'code-number': codeNumber, 'issued-date': issuedDate } = owner;
    const codeSuffix = owner['code-suffix'] === undefined ? undefined : suffixOfKey(owner['code-suffix']);
    const variant = variantOf({ codeSuffix, copy: owner['code-copy'] });
    return reattachScan(deps, { organ, docId, contentHash, codeNumber, ...variant, issuedDate }, stored, standing);
  }
  if (standing?.row.files.some((file) => file.key === key)) return false;
  const { 'content-hash': contentHash, 'code-number': codeNumber, 'issued-date': issuedDate } = owner;
  if (fileId === GIVEN_FILE_ID) return reattachGiven(deps, { organ, docId, contentHash, codeNumber, issuedDate });
  const frozenKey = `drafts/${organ}/${docId}/${contentHash}.json`;
  const blob = await deps.store.get(frozenKey, { expectSha256: contentHash });
  const parsed = frozenDocument.safeParse(JSON.parse(new TextDecoder().decode(blob.bytes)));
  if (!parsed.success) throw new UseCaseError('broken-blob', { params: { key: frozenKey }, cause: parsed.error });
  const frozen: BlobRef = { key: frozenKey, sha256: contentHash, size: blob.size };
  const summary = summarise(parsed.data.document, parsed.data.profile);
  const common = {
    organ,
    docId,
    summary,
    contentHash,
    frozen,
    codeNumber,
    issuedDate,
    actor: SYSTEM_ACTOR,
    at: deps.clock.now(),
    ...(isRestricted(parsed.data.document) && { restricted: true as const }),
  };
  if (owner['brought-in'] === undefined) {
    await finishIssue(deps, await deps.register.restoreNumber(common), SYSTEM_ACTOR);
    return true;
  }
  const rendered = await renderIssued(deps, parsed.data, { number: codeNumber, issuedDate });
  const files = await putIssuedFiles(deps, { ...common, broughtIn: true }, rendered);
  await deps.register.bringIn({ ...common, year: dateParts(issuedDate).year, files });
  return true;
}
