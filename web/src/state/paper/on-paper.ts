import { answer, api } from '../../api/client.ts';
import type { components } from '../../api/generated/contract.d.ts';
import type { NumberedDocument } from '../../api/types.ts';
import type { Seen } from '../document/act.ts';

/** Handwritten fields of a paper document, and documents of the last 30 days that are alike. */
export type OnPaper = components['schemas']['OnPaper'];
/** A place of a paper where number or day are written by hand. */
export type HandPlace = OnPaper['places'][number];

/** Reads the data for numbering on paper. Throws `Problem`. */
export async function readOnPaper(docId: string): Promise<OnPaper> {
  return (await answer(api.GET('/documents/{docId}/on-paper', { params: { path: { docId } } }))).data;
}

/** Records the number and the day that another system gave. Throws `Problem`. */
export async function recordNumber(
  { docId, etag }: Seen,
  codeNumber: number,
  issuedDate: string,
): Promise<NumberedDocument> {
  const params = { path: { docId }, header: { 'If-Match': etag } };
  return (await answer(api.POST('/documents/{docId}/record', { params, body: { codeNumber, issuedDate } }))).data;
}

/** Strikes a number that was recorded by mistake: the document waits for its number again. */
export async function strikeRecord({ docId, etag }: Seen, reason: string): Promise<void> {
  const params = { path: { docId }, header: { 'If-Match': etag } };
  await answer(api.POST('/documents/{docId}/strike', { params, body: { reason } }));
}

/** Records where the paper original lies. */
export async function placePaper({ docId, etag }: Seen, place: string): Promise<void> {
  const params = { path: { docId }, header: { 'If-Match': etag } };
  await answer(api.PUT('/documents/{docId}/place', { params, body: { place } }));
}

/** Keeps an issued document to its organ and those it was sent to, or opens it again, with the reason. */
export async function restrict({ docId, etag }: Seen, restricted: boolean, reason: string): Promise<void> {
  const params = { path: { docId }, header: { 'If-Match': etag } };
  await answer(api.PUT('/documents/{docId}/restricted', { params, body: { restricted, reason } }));
}

/** A file in the place of a wrong one, and why. */
export interface FileReplacement {
  readonly fileId: string;
  readonly uploadId: string;
  readonly reason: string;
  readonly isScan: boolean;
}

/** Replaces a file that a clerk brought; the wrong one stays in the register. */
export async function replaceFile({ docId, etag }: Seen, { fileId, ...body }: FileReplacement): Promise<void> {
  const params = { path: { docId, fileId }, header: { 'If-Match': etag } };
  await answer(api.POST('/documents/{docId}/files/{fileId}/replace', { params, body }));
}
