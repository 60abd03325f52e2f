import type { DynamoClient } from '#register/table/dynamo/dynamo-client.ts';
import type { Store } from '#store/store.ts';

/** Units used so far. */
export interface Usage {
  dynamoCalls: number;
  writeUnits: number;
  readUnits: number;
  storePuts: number;
  storeReads: number;
  throttled: number;
}

/** Counts what a client and a store use, and may hold the table to so many write units a second. */
export interface Meter {
  readonly usage: Usage;
  /** Null: no bound. A call beyond the bound is refused as AWS refuses it. */
  limitWrites(unitsASecond: number | null): void;
  watch(client: DynamoClient): void;
  around(store: Store): Store;
}

interface Capacity {
  readonly CapacityUnits?: number;
}

/** Makes a meter. Units are those that dynoxide answers, by AWS's rules, indexes included. */
export function createMeter(): Meter {
  const usage: Usage = { dynamoCalls: 0, writeUnits: 0, readUnits: 0, storePuts: 0, storeReads: 0, throttled: 0 };
  let limit: number | null = null;
  let left = 0;
  let filledMs = 0;
  const isDry = () => {
    if (limit === null) return false;
    const now = performance.now();
    left = Math.min(limit, left + ((now - filledMs) / 1000) * limit);
    filledMs = now;
    return left <= 0;
  };
  return {
    usage,
    limitWrites: (unitsASecond) => {
      limit = unitsASecond;
      left = unitsASecond ?? 0;
      filledMs = performance.now();
    },
    watch: (client) => {
      client.middlewareStack.add(
        (next) => (args) => next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } }),
        { step: 'initialize' },
      );
      // Inside the SDK's own retries, which are to see the refusal.
      client.middlewareStack.add(
        (next, { commandName }) =>
          async (args) => {
            usage.dynamoCalls++;
            const isWrite = commandName === 'TransactWriteItemsCommand';
            if (isWrite && isDry()) {
              usage.throttled++;
              throw Object.assign(new Error('slow down'), { name: 'ThrottlingException', $metadata: {} });
            }
            const answer = await next(args);
            const consumed = [capacityOf(answer.output)].flat();
            for (const { CapacityUnits = 0 } of consumed) {
              if (isWrite) usage.writeUnits += CapacityUnits;
              else usage.readUnits += CapacityUnits;
              if (isWrite) left -= CapacityUnits;
            }
            return answer;
          },
        { step: 'finalizeRequest', priority: 'low' },
      );
    },
    around: (store) => ({
      ...store,
      put: (...args) => {
        usage.storePuts++;
        return store.put(...args);
      },
      get: (...args) => {
        usage.storeReads++;
        return store.get(...args);
      },
      head: (...args) => {
        usage.storeReads++;
        return store.head(...args);
      },
    }),
  };
}

function capacityOf(output: object): Capacity | Capacity[] {
  const found: unknown = 'ConsumedCapacity' in output ? output.ConsumedCapacity : undefined;
  if (Array.isArray(found)) return found;
  return isCapacity(found) ? found : [];
}

function isCapacity(value: unknown): value is Capacity {
  return typeof value === 'object' && value !== null && 'CapacityUnits' in value;
}
