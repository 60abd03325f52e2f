import { HttpError } from '#present/problems/http-error.ts';
import type { DocumentItem } from '#register/model/types.ts';
import type { SeenVersion } from '#usecases/read-document.ts';

/** An ETag has one spelling. `W/` is taken: proxies that compress write it before ours, and it names the same version. */
const DOCUMENT_ETAG = /^(?:W\/)?"v([1-9]\d{0,8})-r([1-9]\d{0,8})"$/;
const REVISION_ETAG = /^(?:W\/)?"r([1-9]\d{0,8})"$/;

/** The ETag of a document: its transitions and its saves. */
export function etagOf({ version, rev }: Pick<DocumentItem, 'version' | 'rev'>): string {
  return `"v${version}-r${rev}"`;
}

/** Reads the version that If-Match names. Throws `if-match-required`, `if-match-invalid`. */
export function seenOf(ifMatch: string | undefined): SeenVersion {
  if (ifMatch === undefined) throw new HttpError('if-match-required');
  const match = DOCUMENT_ETAG.exec(ifMatch.trim());
  if (!match) throw new HttpError('if-match-invalid');
  return { version: Number(match[1]), rev: Number(match[2]) };
}

/** The ETag of a profile: its corrections. */
export function profileEtagOf({ rev }: { readonly rev: number }): string {
  return `"r${rev}"`;
}

/**
 * Reads the rev of the corrected profile: by If-Match, or null by `If-None-Match: *`. Throws `revision-required`,
 * `if-match-invalid`.
 */
export function profileRevOf(ifMatch: string | undefined, ifNoneMatch: string | undefined): number | null {
  if (ifMatch === undefined) {
    if (ifNoneMatch?.trim() === '*') return null;
    throw new HttpError('revision-required');
  }
  const match = REVISION_ETAG.exec(ifMatch.trim());
  if (!match) throw new HttpError('if-match-invalid');
  return Number(match[1]);
}
