import { browserStore } from '../../state/browser-store.ts';

/** Copy on this machine of a draft that the server does not have yet. */
export interface LocalCopy {
  readonly person: string;
  readonly docId: string;
  /** The version that it was typed over. */
  readonly etag: string;
  readonly data: unknown;
  /** The text that it was typed over, for a choice part by part. */
  readonly base?: unknown;
  readonly at: number;
}

/** Days after which a copy is no use to anyone. */
const KEPT_DAYS = 7;
const DAY_MS = 86_400_000;

/** Copies of drafts, on this machine. */
export const localCopies = browserStore<LocalCopy>('drafts');

/** Reads the copy that a person has of a draft here; null where there is none, or only an old one. */
export async function readCopy(person: string, docId: string, now: number): Promise<LocalCopy | null> {
  const found = await localCopies.get(person, docId);
  return found && now - found.at < KEPT_DAYS * DAY_MS ? found : null;
}
