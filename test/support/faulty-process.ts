import { RegisterError } from '#register/model/register-error.ts';
import type { QueryPage, Table } from '#register/table/table.ts';
import type { Store } from '#store/store.ts';
import { StoreError } from '#store/store-error.ts';
import { conflict } from './faults.ts';

/**
 * Mishaps at a call. `die-…`: the process is gone, before or after the call took effect. `fail-…`: the caller is told
 * that it failed, before or after it did. `twice`: it takes effect twice, as a retry whose first answer was lost.
 * `stale`: an index answers what it knew when it was asked first.
 */
export type Mishap =
  | 'none'
  | 'die-before'
  | 'die-after'
  | 'fail-before'
  | 'fail-after'
  | 'conflict'
  | 'throttled'
  | 'twice'
  | 'stale';

/** Thrown by every call of a process that has died. */
export class Died extends Error {
  override readonly name = 'Died';
}

/** A process that meets mishaps, call by call, until none are left. */
export interface FaultyProcess {
  readonly dead: () => boolean;
  /** Count of calls that met one. */
  readonly met: () => number;
  /** Puts the mishaps around a table's calls; they never end while the process lives. */
  around(table: Table): Table;
  aroundStore(store: Store): Store;
}

type Call<T> = () => Promise<T>;

/** `next` says what happens at the next call. */
export function faultyProcess(next: () => Mishap): FaultyProcess {
  let dead = false;
  let met = 0;

  async function meet<T>(mishap: Mishap, call: Call<T>, failure: () => Error): Promise<T> {
    if (dead) throw new Died();
    if (mishap !== 'none') met++;
    if (mishap === 'die-before') return die();
    if (mishap === 'fail-before') throw failure();
    if (mishap === 'twice') await call();
    const answer = await call();
    if (mishap === 'die-after') return die();
    if (mishap === 'fail-after') throw failure();
    if (dead) throw new Died();
    return answer;
  }

  function die(): never {
    dead = true;
    throw new Died();
  }

  return {
    dead: () => dead,
    met: () => met,
    around: (table) => {
      const first = new Map<string, QueryPage>();
      const failure = () => new RegisterError('unavailable', {}, { cause: new Error('connection lost') });
      const read = <T>(call: Call<T>): Promise<T> => {
        const mishap = next();
        if (!dead && mishap === 'throttled') {
          met++;
          throw new RegisterError('busy', { retryAfterSeconds: 1 });
        }
        const harmless = mishap === 'conflict' || mishap === 'twice' || mishap === 'stale';
        return meet(harmless ? 'none' : mishap, call, failure);
      };
      return {
        get: async (key) => read(() => table.get(key)),
        getMany: async (keys) => read(() => table.getMany(keys)),
        scan: async (startAt, share) => read(() => table.scan(startAt, share)),
        query: async (request) => {
          if (request.index === undefined) return read(() => table.query(request));
          const mishap = next();
          const answer = await meet(mishap === 'stale' ? 'none' : mishap, () => table.query(request), failure);
          const question = JSON.stringify(request);
          const known = first.get(question);
          if (!known) first.set(question, answer);
          return mishap === 'stale' && known ? known : answer;
        },
        transact: async (writes) => {
          const mishap = next();
          if (!dead && (mishap === 'conflict' || mishap === 'throttled')) {
            met++;
            return mishap === 'conflict' ? conflict(writes) : { done: false, reasons: [] };
          }
          return meet(mishap === 'stale' ? 'none' : mishap, () => table.transact(writes), failure);
        },
        sleep: table.sleep,
      };
    },
    aroundStore: (store) => {
      const mishap = (): Mishap => {
        const one = next();
        return one === 'conflict' || one === 'throttled' || one === 'stale' || one === 'twice' ? 'none' : one;
      };
      const failure = (key: string) => () => new StoreError('unavailable', key);
      return {
        put: (key, bytes, options) => meet(mishap(), () => store.put(key, bytes, options), failure(key)),
        get: (key, options) => meet(mishap(), () => store.get(key, options), failure(key)),
        head: (key) => meet(mishap(), () => store.head(key), failure(key)),
        list: (prefix) => store.list(prefix),
        folders: (prefix) => store.folders(prefix),
      };
    },
  };
}
