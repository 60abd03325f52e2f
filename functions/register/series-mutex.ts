/** Lets the issues of one series wait for each other instead of contending. */
export interface SeriesMutex {
  run<T>(series: string, work: () => Promise<T>): Promise<T>;
}

/** A queue per series within this process. It saves tries on one machine; what is right does not depend on it. */
export function createSeriesMutex(): SeriesMutex {
  const tails = new Map<string, Promise<unknown>>();
  return {
    run(series, work) {
      const turn = (tails.get(series) ?? Promise.resolve()).then(work, work);
      tails.set(series, turn);
      const leave = () => {
        if (tails.get(series) === turn) tails.delete(series);
      };
      turn.then(leave, leave);
      return turn;
    },
  };
}
