/** State of saving, as a person sees it. */
export type SavingState =
  | { readonly state: 'saved'; readonly at: Date | null /** Errors that were kept. */; readonly errors?: number }
  | { readonly state: 'waiting' | 'saving' }
  | { readonly state: 'stopped'; readonly error: unknown };

/** Ports of an autosave. */
export interface AutosavePorts<Data> {
  /** Saves over the version that was seen; the new version. */
  readonly save: (data: Data, etag: string) => Promise<string>;
  /** Keeps a copy on this machine until the server has it. */
  readonly keep: (data: Data, etag: string) => void;
  /** The server has it: the copy may go. */
  readonly forget: () => Promise<void>;
  /** Tells whether trying again by itself can help. */
  readonly isPassing: (error: unknown) => boolean;
  readonly onState: (state: SavingState) => void;
  readonly now: () => Date;
  /** Saved when asked for alone. */
  readonly isByHand?: boolean;
}

/** Saves what changes, one request at a time; what is typed meanwhile goes with the next. */
export interface Autosave<Data> {
  readonly change: (data: Data) => void;
  /** Saves at once; true when the server has all that was typed. */
  readonly flush: () => Promise<boolean>;
  /** Does an act on the version that stands once all is saved, and goes on from the version that it answers; false: not saved. */
  readonly act: (work: (etag: string) => Promise<string>) => Promise<boolean>;
  readonly stop: () => void;
}

/** Milliseconds of rest after which a change is saved, until it is saved at the latest, and until a failed save is tried again. */
const REST_MS = 2_000;
const LATEST_MS = 5_000;
const AGAIN_MS = 10_000;

/** New autosave of a document that was read at a version. */
export function createAutosave<Data>(first: string, ports: AutosavePorts<Data>): Autosave<Data> {
  let etag = first;
  let waiting: { readonly data: Data; readonly sinceMs: number } | null = null;
  let running: Promise<boolean> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;

  const nowMs = () => ports.now().getTime();
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
      // Counted anew: a server that is away is not asked with every key.
      waiting = { data: (waiting ?? taken).data, sinceMs: nowMs() };
      ports.onState({ state: 'stopped', error });
      if (ports.isPassing(error) && !isStopped && !ports.isByHand) plan(AGAIN_MS);
      return false;
    }
    if (waiting) return saveOnce();
    await ports.forget();
    if (waiting) return saveOnce();
    ports.onState({ state: 'saved', at: ports.now() });
    return true;
  };
  const alone = (work: () => Promise<boolean>) => {
    running ??= work().finally(() => {
      running = null;
    });
    return running;
  };
  const flush = async (): Promise<boolean> => {
    clearTimeout(timer);
    return running || waiting ? alone(saveOnce) : true;
  };

  return {
    change(data) {
      waiting = { data, sinceMs: waiting?.sinceMs ?? nowMs() };
      ports.keep(data, etag);
      ports.onState({ state: 'waiting' });
      if (!running && !ports.isByHand) plan(Math.max(0, Math.min(REST_MS, waiting.sinceMs + LATEST_MS - nowMs())));
    },
    flush,
    async act(work) {
      while (running || waiting) if (!(await flush())) return false;
      await alone(async () => {
        etag = await work(etag);
        return true;
      });
      if (waiting) plan(0);
      return true;
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
