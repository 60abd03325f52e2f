/** Store of this browser that keeps one value for a person and a document. */
export interface BrowserStore<Value extends { readonly person: string; readonly docId: string }> {
  /** Keeps a value in place of the one before; a browser that keeps nothing is no error. */
  put(value: Value): Promise<void>;
  /** Gives the value; null where there is none. */
  get(person: string, docId: string): Promise<Value | null>;
  /** Lists all values, of everybody who uses this browser. */
  all(): Promise<readonly Value[]>;
  remove(person: string, docId: string): Promise<void>;
}

/** Opens a store in an IndexedDB database of its own, `banhanh-<name>`. */
export function browserStore<Value extends { readonly person: string; readonly docId: string }>(
  name: string,
): BrowserStore<Value> {
  const ask = async <Result>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<Result>) => {
    const database = await openDatabase(name);
    try {
      return await settled(work(database.transaction(name, mode).objectStore(name)));
    } finally {
      database.close();
    }
  };
  return {
    async put(value) {
      await ask('readwrite', (store) => store.put(value)).catch(() => undefined);
    },
    async get(person, docId) {
      const found: Value | undefined = await ask('readonly', (store) => store.get([person, docId])).catch(
        () => undefined,
      );
      return found ?? null;
    },
    async all() {
      const found: readonly Value[] = await ask('readonly', (store) => store.getAll()).catch(() => []);
      return found;
    },
    async remove(person, docId) {
      await ask('readwrite', (store) => store.delete([person, docId])).catch(() => undefined);
    },
  };
}

function openDatabase(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(`banhanh-${name}`, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(name, { keyPath: ['person', 'docId'] });
  return settled(request);
}

function settled<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
}
