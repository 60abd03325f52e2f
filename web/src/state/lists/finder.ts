import { type Readable, writable } from 'svelte/store';
import { asProblem, type Problem } from '../../api/problem.ts';
import { type Filters, type Found, find, isNarrowed } from './find.ts';

/** State of the finding view. */
export interface Finding {
  readonly found: Found | null;
  readonly problem: Problem | null;
}

const PAUSE_MS = 200;

/** Finds as one types: after a short pause, and the answer of an earlier text never replaces that of a later one. */
export function createFinder(search: typeof find = find): Readable<Finding> & {
  look(text: string, filters: Filters): void;
  more(): Promise<void>;
} {
  const { subscribe, set } = writable<Finding>({ found: null, problem: null });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked: { readonly text: string; readonly filters: Filters } = { text: '', filters: {} };
  let shown: Found | null = null;
  const run = async (cursor?: string, before: Found['items'] = []) => {
    const mine = asked;
    try {
      const found = await search(mine.text, mine.filters, cursor);
      if (mine !== asked) return;
      shown = { ...found, items: [...before, ...found.items] };
      set({ found: shown, problem: null });
    } catch (error) {
      if (mine === asked) set({ found: null, problem: asProblem(error) });
    }
  };
  return {
    subscribe,
    look: (text, filters) => {
      asked = { text, filters };
      clearTimeout(timer);
      if (text === '' && !isNarrowed(filters)) set({ found: null, problem: null });
      else timer = setTimeout(() => void run(), PAUSE_MS);
    },
    more: async () => {
      if (shown?.cursor !== undefined) await run(shown.cursor, shown.items);
    },
  };
}
