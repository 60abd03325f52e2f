import { setTimeout as sleepMs } from 'node:timers/promises';

/** Time and chance for giving a number, as one argument. */
export interface IssueClock {
  /** The wall clock; the year and the date on the document come from it. */
  now(): Date;
  /** A clock that never jumps, in milliseconds: bounds the tries. */
  elapsedMs(): number;
  /** In [0, 1): spreads the tries of many. */
  random(): number;
  sleep(ms: number): Promise<void>;
}

/** The real one. `{ ...systemIssueClock, now }` gives another calendar. */
export const systemIssueClock: IssueClock = {
  now: () => new Date(),
  elapsedMs: () => performance.now(),
  random: () => Math.random(),
  sleep: (ms) => sleepMs(ms),
};
