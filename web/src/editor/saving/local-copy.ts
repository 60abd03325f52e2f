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

const STORE = 'drafts';
/** Days after which a copy is no use to anyone. */
const KEPT_DAYS = 7;
const DAY_MS = 86_400_000;

function open(): Promise<IDBDatabase> {
  return new Promise((done, fail) => {
    const request = indexedDB.open('banhanh-drafts', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: ['person', 'docId'] });
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
}

async function ask<Result>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const database = await open();
  try {
    return await new Promise((done, fail) => {
      const request = work(database.transaction(STORE, mode).objectStore(STORE));
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
  } finally {
    database.close();
  }
}

/** Keeps a copy in place of the one before; a browser that keeps nothing is no error. */
export async function keepCopy(copy: LocalCopy): Promise<void> {
  await ask('readwrite', (store) => store.put(copy)).catch(() => undefined);
}

/** The copy that a person has of a draft here; null where there is none, or only an old one. */
export async function readCopy(person: string, docId: string, now: number): Promise<LocalCopy | null> {
  const found: LocalCopy | undefined = await ask('readonly', (store) => store.get([person, docId])).catch(
    () => undefined,
  );
  return found && now - found.at < KEPT_DAYS * DAY_MS ? found : null;
}

/** Removes the copy of a draft. */
export async function forgetCopy(person: string, docId: string): Promise<void> {
  await ask('readwrite', (store) => store.delete([person, docId])).catch(() => undefined);
}
