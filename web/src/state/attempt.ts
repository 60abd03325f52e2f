import { type Readable, writable } from 'svelte/store';
import { asProblem, type Problem } from '../api/problem.ts';

/** Standing of what a person asked for on a view: still under way, or what went wrong with it. */
export interface AttemptState {
  readonly isBusy: boolean;
  readonly problem: Problem | null;
}

/** Runs what a person asks for on a view, and tells how it stands. */
export interface Attempt extends Readable<AttemptState> {
  /** Runs an act. A problem of it is told until the next one; nothing is thrown. */
  run(act: () => Promise<unknown>): Promise<void>;
}

/** Creates what a view's acts run in. */
export function createAttempt(): Attempt {
  const { subscribe, set } = writable<AttemptState>({ isBusy: false, problem: null });
  return {
    subscribe,
    run: async (act) => {
      set({ isBusy: true, problem: null });
      const problem = await act().then(
        () => null,
        (error) => asProblem(error),
      );
      set({ isBusy: false, problem });
    },
  };
}
