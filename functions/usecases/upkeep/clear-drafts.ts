import { spread } from '#base/node/hash.ts';
import type { Inspection } from '#register/upkeep/inspection.ts';
import type { Remover, Store } from '#store/store.ts';
import { eachAtOnce } from '../in-parallel.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** For so long a text stays that nothing names: a save whose answer was lost comes again, and what is under way ends by then. */
export const UNNAMED_KEPT_DAYS = 7;

/** A run looks at one of so many shares of the documents, by its day. */
const SHARES = 7;
const AT_ONCE = 8;

/** Dependencies of {@link clearDrafts}. */
export interface ClearDeps {
  readonly store: Pick<Store, 'folders' | 'list'>;
  readonly remover: Remover;
  readonly inspection: Pick<Inspection, 'namedBlobs'>;
}

/** Bounds of a run. */
export interface ClearOptions {
  /** The wall clock, by which the store dates what is put. */
  readonly now: Date;
  /** All documents at once, instead of the share of the day. */
  readonly all?: boolean;
  /** Asked between two documents: true ends it. */
  isTimeUp?(): boolean;
}

/** Counts of a run. */
export interface Cleared {
  readonly documents: number;
  /** Blobs that went. */
  readonly removed: number;
  readonly isComplete: boolean;
}

/** Blobs of one document or fan-out, by their keys. */
interface Folder {
  readonly organ: string;
  readonly docId: string;
  readonly keys: readonly string[];
}

/**
 * Removes texts of drafts that no save, state or event names and that are older than {@link UNNAMED_KEPT_DAYS}: what a save left whose
 * transaction failed, and saves beyond those kept. What is saved again meanwhile is put again, and so is younger.
 */
export async function clearDrafts(deps: ClearDeps, options: ClearOptions): Promise<Cleared> {
  const { now, all = false, isTimeUp = () => false } = options;
  const before = new Date(now.getTime() - UNNAMED_KEPT_DAYS * DAY_MS);
  const share = Math.floor(now.getTime() / DAY_MS) % SHARES;
  const counts = { documents: 0, removed: 0 };
  const isComplete = await eachAtOnce(folders(deps.store), AT_ONCE, isTimeUp, async ({ organ, docId, keys }) => {
    if (!all && spread(docId) % SHARES !== share) return;
    counts.documents++;
    // After its keys were listed: what is named later was put later.
    const named = await deps.inspection.namedBlobs(organ, docId);
    for (const key of keys) {
      if (isNamed(key, named)) continue;
      if (await deps.remover.removeOlder(key, before)) counts.removed++;
    }
  });
  return { ...counts, isComplete };
}

/** The blobs of each document, as the store lists them; where it lists in no order, a document may come in pieces. */
async function* folders(store: ClearDeps['store']): AsyncIterable<Folder> {
  for await (const organ of store.folders('drafts')) {
    let open: { readonly docId: string; readonly keys: string[] } = { docId: '', keys: [] };
    for await (const key of store.list(`drafts/${organ}`)) {
      const docId = key.split('/')[2] ?? '';
      if (docId !== open.docId) {
        if (open.keys.length > 0) yield { organ, ...open };
        open = { docId, keys: [] };
      }
      open.keys.push(key);
    }
    if (open.keys.length > 0) yield { organ, ...open };
  }
}

/**
 * Tells whether a blob is named by its own hash, or that of the text whose check it is. A file that came with a registration is named by
 * what was frozen of it, so it stays with its document.
 */
function isNamed(key: string, named: ReadonlySet<string>): boolean {
  if (key.endsWith('.tep')) return named.size > 0;
  return named.has(/([0-9a-f]{64})\.json$/.exec(key)?.[1] ?? '');
}
