import { type IssueClock, systemIssueClock } from '#register/model/issue-clock.ts';

/** A calendar of its own: it runs like any clock, from a moment that can be moved. */
export interface DemoCalendar {
  readonly clock: IssueClock;
  /** From now on it is this moment. */
  moveTo(at: string): void;
}

/** Starts a calendar at a moment, ISO 8601 with its zone. */
export function createCalendar(start: string): DemoCalendar {
  let base = new Date(start).getTime();
  let since = performance.now();
  return {
    clock: { ...systemIssueClock, now: () => new Date(base + performance.now() - since) },
    moveTo: (at) => {
      base = new Date(at).getTime();
      since = performance.now();
    },
  };
}
