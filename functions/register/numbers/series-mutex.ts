import type { SeriesCounter } from '../model/series-counter.schema.ts';

/** State that a turn leaves for the next waiting one; dropped when nobody waits. */
export interface Baton {
  /** Counter after the turn; it may have moved since, which the transaction finds out. */
  counter?: SeriesCounter;
}

/** Lets the issues of one series wait for each other instead of contending. */
export interface SeriesMutex {
  run<T>(series: string, work: (baton: Baton) => Promise<T>): Promise<T>;
}

/** A queue per series within this process. It saves tries on one machine; what is right does not depend on it. */
export function createSeriesMutex(): SeriesMutex {
  const queues = new Map<string, { readonly tail: Promise<unknown>; readonly baton: Baton }>();
  return {
    run(series, work) {
      const { tail, baton } = queues.get(series) ?? { tail: Promise.resolve(), baton: {} };
      const take = () => work(baton);
      const turn = tail.then(take, take);
      queues.set(series, { tail: turn, baton });
      const leave = () => {
        if (queues.get(series)?.tail === turn) queues.delete(series);
      };
      turn.then(leave, leave);
      return turn;
    },
  };
}
