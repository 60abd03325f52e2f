import { answer, api } from '../../api/client.ts';
import { Problem } from '../../api/problem.ts';
import type { HistoryEvent, IssuedDocument, IssuedFile, OfficeDocument, Person } from '../../api/types.ts';

/** A document with all that its page shows. */
export interface OpenDocument {
  /** Null for a document of another organ. */
  readonly own: OfficeDocument | null;
  readonly shown: OfficeDocument | IssuedDocument;
  /** Data that was typed; null where the person may not see it, or where there is none. */
  readonly data: unknown;
  /** Version that the next act has to name. */
  readonly etag: string;
  readonly files: readonly IssuedFile[];
  readonly history: readonly HistoryEvent[];
}

/** Reads a document: one's own with its text and history, another organ's with its files. Throws `Problem`. */
export async function readDocument(person: Person, organ: string, docId: string): Promise<OpenDocument> {
  if (organ !== person.organ) {
    const { data, etag } = await readIssued(organ, docId);
    return { own: null, shown: data.document, data: null, etag, files: data.files, history: [] };
  }
  const path = { params: { path: { docId } } };
  const read = await answer(api.GET('/documents/{docId}', path)).catch((error: unknown) => {
    // Readers see what has a number alone.
    if (error instanceof Problem && error.status === 403) return null;
    throw error;
  });
  if (!read) {
    const { data, etag } = await readIssued(organ, docId);
    // An admin reads no drafts, and sees who did what with what was issued.
    const isAdmin = person.roles.includes('admin');
    const events = isAdmin ? await answer(api.GET('/documents/{docId}/audit', path)).catch(() => null) : null;
    const history = events?.data.events ?? [];
    return { own: null, shown: data.document, data: null, etag, files: data.files, history };
  }
  const { document, data } = read.data;
  const [issued, events] = await Promise.all([
    document.symbol === undefined ? null : readIssued(organ, docId).catch(() => null),
    answer(api.GET('/documents/{docId}/audit', path)).catch(() => null),
  ]);
  return {
    own: document,
    shown: document,
    data,
    etag: read.etag,
    files: issued?.data.files ?? [],
    history: events?.data.events ?? [],
  };
}

function readIssued(organ: string, docId: string) {
  return answer(api.GET('/issued/{organ}/{docId}', { params: { path: { organ, docId } } }));
}

/** Reads what was typed of a document of the own organ. Throws `Problem`. */
export async function readText(docId: string): Promise<unknown> {
  return (await answer(api.GET('/documents/{docId}', { params: { path: { docId } } }))).data.data;
}
