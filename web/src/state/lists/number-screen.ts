import { type Readable, writable } from 'svelte/store';
import { answer, api } from '../../api/client.ts';
import { asProblem, type Problem } from '../../api/problem.ts';
import type { OfficeDocument, Series } from '../../api/types.ts';
import { giveNumber, seeNow } from '../document/act.ts';
import { yearOf } from '../format.ts';
import { type BulkLine, moved, numberInOrder } from './issuing.ts';
import { byUrgency } from './work.ts';

/** What the clerk's screen shows. */
export interface NumberScreen {
  /** Null until it was read. */
  readonly queue: readonly OfficeDocument[] | null;
  readonly series: readonly Series[];
  /** The document that is looked at; null where the queue is empty. */
  readonly selected: string | null;
  /** Documents whose signed paper was compared, in the order in which they get their numbers. */
  readonly compared: readonly string[];
  /** What was given since the screen was opened, the last first. */
  readonly given: readonly BulkLine[];
  readonly problem: Problem | null;
  readonly isBusy: boolean;
}

const EMPTY: NumberScreen = {
  queue: null,
  series: [],
  selected: null,
  compared: [],
  given: [],
  problem: null,
  isBusy: false,
};

/** The clerk's queue, and numbers for what was compared with its signed paper. */
export function createNumberScreen(): Readable<NumberScreen> & {
  reload(): Promise<void>;
  select(docId: string): void;
  compare(docId: string, isCompared: boolean): void;
  move(docId: string, by: -1 | 1): void;
  number(): Promise<void>;
} {
  const { subscribe, update } = writable(EMPTY);
  let now = EMPTY;
  const change = (by: Partial<NumberScreen>) =>
    update((before) => {
      now = { ...before, ...by };
      return now;
    });
  const reload = async () => {
    try {
      const [waiting, series] = await Promise.all([
        answer(api.GET('/documents', { params: { query: { state: 'approved', limit: 100 } } })),
        answer(api.GET('/series', { params: { query: { year: yearOf(new Date()) } } })),
      ]);
      const queue = byUrgency(waiting.data.items);
      const ids = new Set(queue.map(({ docId }) => docId));
      const selected = now.selected !== null && ids.has(now.selected) ? now.selected : (queue[0]?.docId ?? null);
      const compared = now.compared.filter((docId) => ids.has(docId));
      change({ queue, series: series.data.items, selected, compared, problem: null });
    } catch (error) {
      change({ problem: asProblem(error) });
    }
  };
  return {
    subscribe,
    reload,
    select: (selected) => change({ selected }),
    compare: (docId, isCompared) => {
      const others = now.compared.filter((one) => one !== docId);
      change({ compared: isCompared ? [...others, docId] : others });
    },
    move: (docId, by) => change({ compared: moved(now.compared, now.compared.indexOf(docId), by) }),
    number: async () => {
      const documents = now.compared.flatMap((docId) => now.queue?.filter((one) => one.docId === docId) ?? []);
      change({ isBusy: true });
      await numberInOrder(
        documents,
        async ({ docId }) => {
          const { document } = await giveNumber(await seeNow(docId));
          return document.symbol ?? '';
        },
        (line) => change({ given: [line, ...now.given] }),
      );
      await reload();
      change({ isBusy: false });
    },
  };
}
