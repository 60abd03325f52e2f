import { availableParallelism } from 'node:os';
import type { RunHeavy } from '#usecases/heavy/heavy-work.ts';
import { UseCaseError } from '#usecases/use-case-error.ts';
import { createFairQueue } from './fair-queue.ts';
import type { FirstTask } from './heavy-thread.ts';
import { startThread, type Thread, type ThreadLimits } from './thread.ts';

/** Number of threads, and the limits of each. */
export interface PoolOptions extends ThreadLimits {
  readonly threads: number;
  /** Tasks that wait at most; one more is refused as `overloaded`. */
  readonly maxWaiting: number;
  /** Milliseconds after which a thread without work ends. */
  readonly idleMs: number;
  /** All threads start with the pool, made ready for such tasks; without it each starts with the first task that needs it. */
  readonly startFor?: FirstTask;
}

/** Threads for heavy work. */
export interface ThreadPool {
  readonly run: RunHeavy;
  /** Ends all threads; what runs or waits is refused. */
  close(): Promise<void>;
}

/** A server leaves one processor to the thread that answers requests. */
export const SERVER_POOL: PoolOptions = {
  threads: Math.max(1, availableParallelism() - 1),
  maxWaiting: 256,
  timeMs: 60_000,
  heapMb: 512,
  memoryMb: 768,
  idleMs: 30_000,
};

/**
 * A command that does nothing else uses every processor. V8 collects the sooner the lower a heap's limit; what is used is
 * bounded by `memoryMb` (docs/decisions/0466-what-a-thread-costs.md).
 */
export const BULK_POOL: PoolOptions = {
  ...SERVER_POOL,
  threads: availableParallelism(),
  heapMb: 2048,
  startFor: 'unit-drafts',
};

/** Opens a pool. */
export function openThreadPool(options: PoolOptions): ThreadPool {
  const waiting = createFairQueue<(thread: Thread | undefined) => void>();
  const idle: Thread[] = [];
  const all = new Set<Thread>();
  let closed = false;
  const overloaded = () => new UseCaseError('overloaded');

  const take = (): Thread | undefined => {
    const free = idle.pop();
    if (free) return free;
    if (all.size >= options.threads) return undefined;
    return start();
  };
  const start = (): Thread => {
    const thread = startThread(options, options.startFor);
    all.add(thread);
    return thread;
  };
  const give = (thread: Thread) => {
    if (thread.isDead) all.delete(thread);
    else idle.push(thread);
    if (waiting.size > 0) {
      const next = take();
      if (next) waiting.next()?.(next);
    }
    setTimeout(endIdle, options.idleMs).unref();
  };
  const endIdle = () => {
    if (waiting.size > 0 || idle.length < all.size) return;
    for (const thread of idle.splice(0)) {
      all.delete(thread);
      void thread.end();
    }
  };
  const turn = (organ: string): Promise<Thread | undefined> => {
    if (closed || waiting.size >= options.maxWaiting) return Promise.reject(overloaded());
    const free = waiting.size === 0 ? take() : undefined;
    return free ? Promise.resolve(free) : new Promise((mine) => waiting.add(organ, mine));
  };

  if (options.startFor) for (let n = 0; n < options.threads; n++) idle.push(start());
  return {
    run: async (organ, name, load) => {
      const thread = await turn(organ);
      if (!thread) throw overloaded();
      try {
        return await thread.run(name, await load());
      } finally {
        give(thread);
      }
    },
    close: async () => {
      closed = true;
      for (let one = waiting.next(); one; one = waiting.next()) one(undefined);
      await Promise.all([...all].map((thread) => thread.end()));
    },
  };
}
