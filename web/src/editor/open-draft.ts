import { answer, api } from '../api/client.ts';
import { Problem } from '../api/problem.ts';
import { asBody } from '../api/save-data.ts';
import type { OfficeDocument, Person } from '../api/types.ts';
import type { PreviewInput } from '../preview/document-xml.ts';
import { type LocalCopy, readCopy } from '../state/copies/local-copy.ts';
import { readPrintInput } from '../state/document/print-input.ts';
import type { WalkedDraft } from '../state/walk/walk-record.ts';
import type { DocumentData } from './model/document.ts';

/** Days until which a document is signed, and answered by its recipients; absent: none. */
export type Deadlines = Pick<OfficeDocument, 'submitBy' | 'replyBy'>;

/** A draft with all that its editor needs. */
export interface OpenDraft {
  readonly data: unknown;
  readonly etag: string;
  /** At a step before the signature: each save freezes its text anew, so that it is saved when asked for alone. */
  readonly isSubmitted: boolean;
  /** Hạn trình, hạn trả lời; null where this person may not set them. */
  readonly deadlines: Deadlines | null;
  /** The draft with the document that it was made of. */
  readonly walked: WalkedDraft;
  readonly printed: PreviewInput;
  /** Data that was typed here and did not reach the server; null where it did. */
  readonly copy: LocalCopy | null;
}

/** Reads a draft, and what this machine kept of it. Throws `Problem`. */
export async function openDraft(person: Person, docId: string): Promise<OpenDraft> {
  const { data: read, etag } = await answer(api.GET('/documents/{docId}', { params: { path: { docId } } }));
  const printed = await readPrintInput(read.document, read.data);
  const isSubmitted = read.document.state === 'submitted';
  const copy = await readCopy(person.staffId, docId, Date.now());
  const deadlines = isSubmitted || !maySetDeadlines(read.document, person) ? null : deadlinesOf(read.document);
  return { data: read.data, etag, isSubmitted, deadlines, walked: read.document, printed, copy };
}

function maySetDeadlines({ drafterId }: OfficeDocument, { staffId, roles }: Person): boolean {
  return drafterId === staffId || roles.includes('clerk');
}

function deadlinesOf({ submitBy, replyBy }: OfficeDocument): Deadlines {
  return { ...(submitBy !== undefined && { submitBy }), ...(replyBy !== undefined && { replyBy }) };
}

/** Sets the deadlines of a draft over the version that was seen; the new version. Throws `Problem`. */
export async function saveDeadlines(docId: string, deadlines: Deadlines, etag: string): Promise<string> {
  const request = api.PUT('/documents/{docId}/deadlines', {
    params: { path: { docId }, header: { 'If-Match': etag } },
    body: deadlines,
  });
  return (await answer(request)).etag;
}

/** A document that is being saved: a draft, or the text that a checker has before them. */
type Saved = Pick<OpenDraft, 'isSubmitted'> & { readonly docId: string };

/** Version after a save, and the number of errors that were kept in it. */
export interface SavedVersion {
  readonly etag: string;
  readonly errors: number;
}

/** Saves over the version that was seen, a draft with its errors too. Throws `Problem`. */
export async function saveDraft(
  { docId, isSubmitted }: Saved,
  data: DocumentData,
  seen: string,
): Promise<SavedVersion> {
  const params = { path: { docId }, header: { 'If-Match': seen } };
  const body = { data: asBody.parse(data) };
  if (isSubmitted) {
    return { etag: (await answer(api.PUT('/documents/{docId}/submitted', { params, body }))).etag, errors: 0 };
  }
  const kept = api.PUT('/documents/{docId}', { params, body: { ...body, withErrors: true } });
  const { data: saved, etag } = await answer(kept);
  return { etag, errors: saved.findings.filter(({ severity }) => severity === 'error').length };
}

/** Tells whether a save that failed may go through by itself later: the server away, or busy. */
export function isPassing(error: unknown): boolean {
  return error instanceof Problem && (error.status === 0 || error.status === 429 || error.status >= 500);
}

/** Tells whether somebody saved the draft in between. */
export function isConflict(error: unknown): boolean {
  return error instanceof Problem && error.status === 412;
}
