import { HttpError } from '#present/problems/http-error.ts';
import type { DocumentItem } from '#register/model/types.ts';
import type { SeenVersion } from '#usecases/read-document.ts';

/** The ETag of a document: its transitions and its saves. */
export function etagOf({ version, rev }: Pick<DocumentItem, 'version' | 'rev'>): string {
  return `"v${version}-r${rev}"`;
}

/** What If-Match says was seen. Throws `if-match-required`, `if-match-invalid`. */
export function seenOf(ifMatch: string | undefined): SeenVersion {
  if (ifMatch === undefined) throw new HttpError('if-match-required');
  const match = /^"v(\d{1,9})-r(\d{1,9})"$/.exec(ifMatch.trim());
  if (!match) throw new HttpError('if-match-invalid');
  return { version: Number(match[1]), rev: Number(match[2]) };
}

/** The ETag of a profile: its corrections. */
export function profileEtagOf({ rev }: { rev: number }): string {
  return `"r${rev}"`;
}

/** Which profile a caller corrects: its rev by If-Match, null (none yet) by `If-None-Match: *`. Throws as {@link seenOf}. */
export function profileRevOf(ifMatch: string | undefined, ifNoneMatch: string | undefined): number | null {
  if (ifMatch === undefined) {
    if (ifNoneMatch?.trim() === '*') return null;
    throw new HttpError('if-match-required');
  }
  const match = /^"r(\d{1,9})"$/.exec(ifMatch.trim());
  if (!match) throw new HttpError('if-match-invalid');
  return Number(match[1]);
}
