import { asData, type DocumentData } from '../model/document.ts';
import type { OpenDraft } from '../open-draft.ts';

/** A draft in the editor, with the data that it began with there. */
export interface BegunDraft {
  readonly opened: OpenDraft;
  readonly from: unknown;
  /** The data is what was typed on this machine before. */
  readonly isRestored: boolean;
}

/** A draft that was typed over another version than the server's. */
export interface Conflict {
  /** Version that was typed over; null where this machine lacks it. */
  readonly base: DocumentData | null;
  readonly mine: DocumentData;
}

/** Tells what a draft begins with: this machine's copy where it was typed over the version that stands, else the server's text. */
export function beginningOf({
  copy,
  etag,
  data,
}: Pick<OpenDraft, 'copy' | 'etag' | 'data'>): Omit<BegunDraft, 'opened'> & { readonly conflict: Conflict | null } {
  if (!copy) return { from: data, isRestored: false, conflict: null };
  if (copy.etag === etag) return { from: copy.data, isRestored: true, conflict: null };
  const base = copy.base === undefined ? null : asData(copy.base);
  return { from: data, isRestored: false, conflict: { base, mine: asData(copy.data) } };
}
