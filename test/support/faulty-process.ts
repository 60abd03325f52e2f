import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import type { DynamoClient } from '#register/table/dynamo-client.ts';
import type { Store } from '#store/store.ts';
import { StoreError } from '#store/store-error.ts';

/**
 * What may happen at a call. `die-…`: the process is gone, before or after the call took effect. `fail-…`: the caller is told
 * that it failed, before or after it did. `twice`: it takes effect twice, as a retry whose first answer was lost. `stale`: an
 * index answers what it knew when it was asked first.
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
  /** How many calls met one. */
  readonly met: () => number;
  /** Puts the mishaps around a client's calls; they never end while the process lives. */
  around(client: DynamoClient): DynamoClient;
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
    around: (client) => {
      const first = new Map<string, object>();
      client.middlewareStack.add(
        (send, context) => async (args) => {
          const { commandName } = context as { commandName?: string };
          const { TransactItems, ClientRequestToken: _, IndexName } = args.input as Record<string, unknown>;
          const mishap = next();
          const isWrite = commandName === 'TransactWriteItemsCommand';
          if (!dead && isWrite && mishap === 'conflict') {
            met++;
            const CancellationReasons = (TransactItems as unknown[]).map((_item, place) => ({
              Code: place === 0 ? 'TransactionConflict' : 'None',
            }));
            throw new TransactionCanceledException({ $metadata: {}, message: 'cancelled', CancellationReasons });
          }
          if (!dead && mishap === 'throttled') {
            met++;
            throw Object.assign(new Error('slow down'), { name: 'ThrottlingException' });
          }
          // Without the token, as dynoxide after a restart: it then runs the transaction again.
          const anew = () =>
            send({ ...args, input: { ...args.input, ...(isWrite && { ClientRequestToken: undefined }) } });
          const harmless = !isWrite && (mishap === 'conflict' || mishap === 'twice');
          const answer = await meet(
            harmless || mishap === 'stale' ? 'none' : mishap,
            anew,
            () => new Error('connection lost'),
          );
          if (IndexName === undefined) return answer;
          const question = JSON.stringify(args.input);
          const known = first.get(question);
          if (!known) first.set(question, answer.output);
          return mishap === 'stale' && known ? { ...answer, output: known as typeof answer.output } : answer;
        },
        { step: 'initialize', priority: 'low' },
      );
      return client;
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
