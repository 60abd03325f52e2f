import { type ClearDeps, clearDrafts } from '#usecases/upkeep/clear-drafts.ts';

/** A server that has just started has other work. */
const FIRST_AFTER_MS = 10 * 60 * 1000;
const EVERY_MS = 24 * 60 * 60 * 1000;

/** A running clearing of drafts. */
export interface DailyClearing {
  /** Lets a run end at the next document. */
  stop(): Promise<void>;
}

/** Starts to remove what nothing names among drafts: ten minutes after the start, and then each day. */
export function startDailyClearing(deps: ClearDeps, onFailure: (error: unknown) => void): DailyClearing {
  let isStopped = false;
  let running: Promise<void> = Promise.resolve();
  let timer = setTimeout(run, FIRST_AFTER_MS);
  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };

  function run(): void {
    timer = setTimeout(run, EVERY_MS);
    running = clearDrafts(deps, { now: new Date(), isTimeUp: () => isStopped }).then(() => undefined, onFailure);
  }
}
