import { z } from 'zod';
import { PDF } from '#base/content-types.ts';
import { sha256Beside } from '#base/node/hash.ts';
import type { IssuedFile, RegisterRow } from '#register/model/types.ts';
import { variantOf } from '#register/table/keys/row-keys.ts';
import type { StoredObject } from '#store/store.ts';
import type { Deps } from '../deps.ts';
import { type FileOwner, type FileToStore, putUnlessOther } from '../issuing/issued-files.ts';
import { UseCaseError } from '../use-case-error.ts';
import { type LegalFile, legalOf } from './legal-file.ts';

/** Names that are tried for one file; each is taken by a file whose act was cut off or refused. */
const MOST_NAMES = 50;
/** Characters of a reason that go with the bytes: S3 takes 2 kB in all. */
const MAX_REASON = 300;

/** File that a person brings for a document that has its number, and what for. */
export interface BroughtFile extends Omit<FileToStore, 'fileId'> {
  /** Name of the file that it takes the place of, and why. */
  readonly replaces?: { readonly fileId: string; readonly reason: string };
  /** The clerk says that it is a scan of the signed paper. */
  readonly isScan: boolean;
}

/** Purpose of a brought file, as it is kept beside its bytes: from it a repair ends what was cut off. */
const purposeSchema = z.object({
  legal: z.enum(['electronic-original', 'scan-of-original', 'attached']).optional(),
  replaces: z.string().optional(),
  reason: z.base64url().optional(),
});

/** See {@link purposeOf}. */
export interface BroughtPurpose {
  /** Name of the file that it takes the place of; undefined: of none. */
  readonly replaces?: string;
  readonly reason?: string;
  /** Legal kind; undefined of files that an earlier release kept. */
  readonly legal?: LegalFile['legal'];
}

/**
 * Keeps a file that a person brought under the first free name: `signed-1`, `signed-2`. A file of the same bytes that a crash left is the
 * file; other bytes are never taken for it, so two clerks at once each keep their own.
 */
export async function keepBrought(deps: Deps, row: RegisterRow, brought: BroughtFile): Promise<IssuedFile> {
  const { replaces, isScan, ...file } = brought;
  const legal = legalOf(file, isScan);
  const base = (replaces?.fileId ?? `${file.role}-0`).replace(/-\d+$/, '');
  const sha256 = await sha256Beside(file.bytes);
  const purpose = metadataOf(legal, replaces);
  for (let n = firstFree(row, base); n < MOST_NAMES; n++) {
    const named = { ...file, fileId: `${base}-${n}` };
    const kept = await putUnlessOther(deps, ownerOf(row), named, { sha256, purpose });
    if (kept) return { ...kept, ...legal };
  }
  throw new UseCaseError('stored-file-differs', { params: { key: row.docId } });
}

/** The number after those that the row names. */
function firstFree({ files }: RegisterRow, base: string): number {
  const taken = files.filter(({ fileId }) => fileId.replace(/-\d+$/, '') === base);
  return 1 + Math.max(0, ...taken.map(({ fileId }) => Number(fileId.slice(base.length + 1))));
}

function ownerOf(row: RegisterRow): FileOwner {
  const { organ, docId, contentHash = '', codeNumber, issuedDate, broughtIn } = row;
  return { organ, docId, contentHash, codeNumber, ...variantOf(row), issuedDate, broughtIn };
}

function metadataOf({ legal }: LegalFile, replaces: BroughtFile['replaces']): Record<string, string> {
  const reason = Buffer.from(replaces?.reason.slice(0, MAX_REASON) ?? '').toString('base64url');
  return { ...(legal && { legal }), ...(replaces && { replaces: replaces.fileId, reason }) };
}

/** Reads what a stored file was brought for. */
export function purposeOf({ metadata }: Pick<StoredObject, 'metadata'>): BroughtPurpose {
  const { reason, replaces, legal } = purposeSchema.safeParse(metadata).data ?? {};
  return {
    ...(replaces !== undefined && { replaces }),
    ...(legal && { legal }),
    ...(reason !== undefined && { reason: Buffer.from(reason, 'base64url').toString() }),
  };
}

/** Reads the signers of a stored file that is an electronic original; its kind as it was kept. */
export async function legalOfStored(
  deps: Deps,
  { key, sha256, contentType }: StoredObject,
  { legal }: BroughtPurpose,
): Promise<LegalFile> {
  if (legal !== 'electronic-original' || contentType !== PDF) return legal === undefined ? {} : { legal };
  const { bytes } = await deps.store.get(key, { expectSha256: sha256 });
  return legalOf({ bytes, contentType }, false);
}
