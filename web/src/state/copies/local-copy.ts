import { browserStore } from '../browser-store.ts';

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

/** Days that a copy is kept. */
export const KEPT_DAYS = 7;
const DAY_MS = 86_400_000;

/** Copies of drafts, on this machine. */
export const localCopies = browserStore<LocalCopy>('drafts');

/** Reads the copy that a person has of a draft here; null where there is none, or only an old one. */
export async function readCopy(person: string, docId: string, now: number): Promise<LocalCopy | null> {
  const found = await localCopies.get(person, docId);
  return found && isKept(found, now) ? found : null;
}

/** Lists what a person typed here and the server does not have; copies of anybody that are too old go. */
export async function unsavedCopies(person: string, now: number): Promise<readonly LocalCopy[]> {
  const all = await localCopies.all();
  const old = all.filter((copy) => !isKept(copy, now));
  await Promise.all(old.map((copy) => localCopies.remove(copy.person, copy.docId)));
  return all.filter((copy) => copy.person === person && isKept(copy, now));
}

function isKept({ at }: LocalCopy, now: number): boolean {
  return now - at < KEPT_DAYS * DAY_MS;
}
