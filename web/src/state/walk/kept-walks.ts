/** Record of what a person looked at in a draft made of an old document, kept on this machine. */
export interface KeptWalk {
  readonly person: string;
  readonly docId: string;
  /** Places as they came, and those that a person looked at, by what they say. */
  readonly came: readonly string[];
  readonly looked: readonly string[];
}

const STORE = 'walks';

function open(): Promise<IDBDatabase> {
  return new Promise((done, fail) => {
    const request = indexedDB.open('banhanh-walks', 1);
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

/** Keeps a walk in place of the one before; a browser that keeps nothing is no error. */
export async function keepWalk(walk: KeptWalk): Promise<void> {
  await ask('readwrite', (store) => store.put(walk)).catch(() => undefined);
}

/** The walk through a draft; null where there is none here. */
export async function readWalk(person: string, docId: string): Promise<KeptWalk | null> {
  const found: KeptWalk | undefined = await ask('readonly', (store) => store.get([person, docId])).catch(
    () => undefined,
  );
  return found ?? null;
}
