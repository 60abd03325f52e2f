import { type Readable, writable } from 'svelte/store';
import { asProblem, type Problem } from '../api/problem.ts';

/** State of a view: data read, or why not; earlier data stays while it is read again. */
export interface Loaded<Data> {
  readonly data: Data | null;
  readonly problem: Problem | null;
  readonly isLoading: boolean;
}

/** Data of a view, read again on request. The answer of an earlier request never replaces that of a later one. */
export function createLoaded<Data>(read: () => Promise<Data>): Readable<Loaded<Data>> & { reload(): Promise<void> } {
  const { subscribe, update } = writable<Loaded<Data>>({ data: null, problem: null, isLoading: true });
  let asked = 0;
  return {
    subscribe,
    reload: async () => {
      asked += 1;
      const mine = asked;
      update((before) => ({ ...before, isLoading: true }));
      const after: Partial<Loaded<Data>> = await read().then(
        (data) => ({ data, problem: null }),
        (error: unknown) => ({ problem: asProblem(error) }),
      );
      if (mine === asked) update((before) => ({ ...before, ...after, isLoading: false }));
    },
  };
}
