import { CodedError } from '#base/coded-error.ts';
import type { Citation } from '#document/schemas/basis.schema.ts';
import type { DocumentItem } from '#register/model/types.ts';
import { WORDS_VERSION } from '#register/search/search-tokens.ts';
import type { TableShare } from '#register/table/table.ts';
import type { Inspection } from '#register/upkeep/inspection.ts';
import { readFrozen } from '../blobs.ts';
import type { Deps } from '../deps.ts';
import { inParallel } from '../in-parallel.ts';
import { citesOf } from '../library/cites-of.ts';
import { isOut } from '../may-read.ts';

const BATCH_SIZE = 100;
const CONCURRENCY = 8;
/** A text that is lost or damaged: `verify` reports it. */
const UNREADABLE: ReadonlySet<string> = new Set(['broken-blob', 'not-found', 'integrity-mismatch']);

/** Dependencies of reindexing: the register, and the texts of documents. */
export type ReindexDeps = Pick<Deps, 'register' | 'store'>;

/** Series with the count of its reindexed rows. */
export interface Reindexed {
  readonly organ: string;
  readonly year: number;
  readonly series: string;
  /** Rows that are found by the tokens of this release now. */
  readonly count: number;
}

/**
 * Lets the documents of older releases be found by the tokens of this one: the name of their type beside the trích yếu, and
 * what their căn cứ cite. Nothing that stands is changed or deleted; searching goes on meanwhile. It may be run again, and in
 * shares of the table.
 */
export async function* reindex(
  deps: ReindexDeps,
  inspection: Inspection,
  share?: TableShare,
): AsyncIterable<Reindexed> {
  for await (const holding of inspection.holdings(share)) {
    if (holding.kind !== 'series') continue;
    const { organ, year, series, rows } = holding;
    let count = 0;
    for (let from = 0; from < rows.length; from += BATCH_SIZE) {
      const some = rows.slice(from, from + BATCH_SIZE);
      // A number that is still being finished gets its words with its files.
      const documents = await inspection.documents(some);
      const older = some.flatMap((row, at) => {
        const document = documents[at];
        return document && isOut(document.state) && row.wordsVersion !== WORDS_VERSION ? [{ row, document }] : [];
      });
      await inParallel(older, CONCURRENCY, ({ document }) => indexCites(deps, document));
      count += await deps.register.reindexWords(older.map(({ row }) => row));
    }
    if (count > 0) yield { organ, year, series, count };
  }
}

/** Lets what a document cites tell of it. One that is there says the same. */
async function indexCites(deps: ReindexDeps, document: DocumentItem): Promise<void> {
  const { organ, docId } = document;
  if (document.frozen) await deps.register.addCiting({ organ, docId, cites: await citesIn(deps, document) });
}

/** Citations of a document; none of a text that cannot be read. */
async function citesIn(deps: ReindexDeps, document: DocumentItem): Promise<Citation[]> {
  try {
    return citesOf((await readFrozen(deps, document)).document);
  } catch (error) {
    if (!(error instanceof CodedError && UNREADABLE.has(error.code))) throw error;
    return [];
  }
}
