/** State of saving, as a person sees it. */
export type SavingState =
  | { readonly state: 'saved'; readonly at: Date | null }
  | { readonly state: 'waiting' | 'saving' }
  | { readonly state: 'stopped'; readonly error: unknown };

/** Ports of an autosave. */
export interface AutosavePorts<Data> {
  /** Saves over the version that was seen; the new version. */
  readonly save: (data: Data, etag: string) => Promise<string>;
  /** Keeps a copy on this machine until the server has it. */
  readonly keep: (data: Data, etag: string) => Promise<void>;
  /** The server has it: the copy may go. */
  readonly forget: () => Promise<void>;
  /** Tells whether trying again by itself can help. */
  readonly isPassing: (error: unknown) => boolean;
  readonly onState: (state: SavingState) => void;
  readonly now: () => Date;
  /** Milliseconds from a change to its saving; null: it is saved when asked for alone. */
  readonly afterMs?: number | null;
  /** Milliseconds until a save that failed is tried again. */
  readonly againMs?: number;
}

/** Saves what changes, one request at a time; what is typed meanwhile goes with the next. */
export interface Autosave<Data> {
  readonly change: (data: Data) => void;
  /** Saves at once; true when the server has all that was typed. */
  readonly flush: () => Promise<boolean>;
  readonly etag: () => string;
  /** Goes on from another version, as after a choice between two. */
  readonly resume: (etag: string) => void;
  readonly stop: () => void;
}

/** New autosave of a document that was read at a version. */
export function createAutosave<Data>(first: string, ports: AutosavePorts<Data>): Autosave<Data> {
  const { afterMs = 2_000, againMs = 10_000 } = ports;
  let etag = first;
  let waiting: { readonly data: Data } | null = null;
  let running: Promise<boolean> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;

  const plan = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), ms);
  };
  const saveOnce = async (): Promise<boolean> => {
    const taken = waiting;
    if (!taken) return true;
    waiting = null;
    ports.onState({ state: 'saving' });
    try {
      etag = await ports.save(taken.data, etag);
    } catch (error) {
      waiting ??= taken;
      ports.onState({ state: 'stopped', error });
      if (ports.isPassing(error) && !isStopped && afterMs !== null) plan(againMs);
      return false;
    }
    if (waiting) return saveOnce();
    await ports.forget();
    ports.onState({ state: 'saved', at: ports.now() });
    return true;
  };
  const flush = async (): Promise<boolean> => {
    clearTimeout(timer);
    running ??= saveOnce().finally(() => {
      running = null;
    });
    return running;
  };

  return {
    change(data) {
      waiting = { data };
      void ports.keep(data, etag);
      ports.onState({ state: 'waiting' });
      if (!running && afterMs !== null) plan(afterMs);
    },
    flush,
    etag: () => etag,
    resume(next) {
      etag = next;
      if (waiting) plan(0);
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
