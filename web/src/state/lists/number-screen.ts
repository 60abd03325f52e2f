import { type Readable, writable } from 'svelte/store';
import { vietnamDate } from '#document/dates.ts';
import { answer, api } from '../../api/client.ts';
import { asProblem, type Problem } from '../../api/problem.ts';
import type { NumberedDocument, OfficeDocument, Series } from '../../api/types.ts';
import { giveNumber, seenInList } from '../document/act.ts';
import { yearOf } from '../format.ts';
import { readOnPaper, recordNumber } from '../paper/on-paper.ts';
import { type BulkLine, type GivenNumber, movedTo, numberInOrder, stillCompared } from './issuing.ts';
import { listApproved } from './list.ts';

/** State of the clerk's screen. */
export interface NumberScreen {
  /** Null until it was read. */
  readonly queue: readonly OfficeDocument[] | null;
  readonly series: readonly Series[];
  /** The day that stands on the screen: a number of another day is refused. */
  readonly day: string;
  /** The document that is looked at; null where the queue is empty. */
  readonly selected: string | null;
  /** Documents whose signed paper was compared, in the order in which they get their numbers. */
  readonly compared: readonly string[];
  /** Pages of the paper by document, where the clerk typed them. */
  readonly pages: Readonly<Record<string, number>>;
  /** Numbers given since the screen was opened, the last first. */
  readonly given: readonly BulkLine[];
  readonly problem: Problem | null;
  readonly isBusy: boolean;
}

/** The clerk's queue, and numbers for what was compared with its signed paper. */
export function createNumberScreen(
  selected: string | null = null,
  clock = () => new Date(),
): Readable<NumberScreen> & {
  reload(): Promise<void>;
  select(docId: string): void;
  compare(docId: string, isCompared: boolean): void;
  count(docId: string, pages: number): void;
  move(docId: string, to: number): void;
  number(): Promise<void>;
  record(docId: string, codeNumber: number, issuedDate: string): Promise<void>;
} {
  let now: NumberScreen = {
    queue: null,
    series: [],
    day: vietnamDate(clock()),
    selected,
    compared: [],
    pages: {},
    given: [],
    problem: null,
    isBusy: false,
  };
  const { subscribe, set } = writable(now);
  const change = (by: Partial<NumberScreen>) => {
    now = { ...now, ...by };
    set(now);
  };
  const reload = async () => {
    try {
      const read = await readQueue(clock());
      change(inQueue(now, read));
    } catch (error) {
      change({ problem: asProblem(error) });
    }
  };
  const busy = async (act: () => Promise<unknown>) => {
    change({ isBusy: true, problem: null });
    await act();
    await reload();
    change({ isBusy: false });
  };
  const addLine = (line: BulkLine) => change({ given: [line, ...now.given] });
  return {
    subscribe,
    reload,
    select: (docId) => change({ selected: docId }),
    compare: (docId, isCompared) => {
      const others = now.compared.filter((one) => one !== docId);
      change({ compared: isCompared ? [...others, docId] : others });
    },
    count: (docId, pages) => change({ pages: { ...now.pages, [docId]: pages } }),
    move: (docId, to) => change({ compared: movedTo(now.compared, now.compared.indexOf(docId), to) }),
    number: () => {
      const documents = now.compared.flatMap((docId) => now.queue?.filter((one) => one.docId === docId) ?? []);
      const { day, pages } = now;
      const give = async (document: OfficeDocument) =>
        toGiven(await giveNumber(seenInList(document), { pages: pages[document.docId] ?? null, date: day }));
      return busy(() => numberInOrder(documents, give, addLine));
    },
    record: (docId, codeNumber, issuedDate) => {
      const documents = now.queue?.filter((one) => one.docId === docId) ?? [];
      const give = async (document: OfficeDocument) =>
        toGiven(await recordNumber(seenInList(document), codeNumber, issuedDate));
      return busy(() => numberInOrder(documents, give, addLine));
    },
  };
}

type Queue = Pick<NumberScreen, 'series' | 'day'> & { readonly queue: readonly OfficeDocument[] };

/** Reads the queue and the last numbers as they are now. */
async function readQueue(at: Date): Promise<Queue> {
  const [waiting, series] = await Promise.all([
    listApproved(),
    answer(api.GET('/series', { params: { query: { year: yearOf(at) } } })),
  ]);
  return { queue: waiting.documents, series: series.data.items, day: vietnamDate(at) };
}

/** A queue as it was read: what is chosen, until the answer came too, and is still in it stays chosen. */
function inQueue(
  { queue: before, selected, compared }: Pick<NumberScreen, 'queue' | 'selected' | 'compared'>,
  read: Queue,
): Partial<NumberScreen> {
  const { queue } = read;
  const isThere = queue.some(({ docId }) => docId === selected);
  return {
    ...read,
    selected: isThere ? selected : (queue[0]?.docId ?? null),
    compared: stillCompared(compared, before ?? [], queue),
    problem: null,
  };
}

async function toGiven({ document }: NumberedDocument): Promise<GivenNumber> {
  const places = await readOnPaper(document.docId).then(
    (read) => read.places,
    () => [],
  );
  return { symbol: document.symbol ?? '', issuedDate: document.issuedDate ?? '', places };
}
