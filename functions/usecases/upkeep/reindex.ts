import type { TableShare } from '#register/table/table.ts';
import type { Inspection } from '#register/upkeep/inspection.ts';
import type { Deps } from '../deps.ts';
import { isOut } from '../may-read.ts';

const BATCH_SIZE = 100;

/** Series with the count of its reindexed rows. */
export interface Reindexed {
  readonly organ: string;
  readonly year: number;
  readonly series: string;
  /** Rows that are found by the tokens of this release now. */
  readonly count: number;
}

/**
 * Lets the documents of older releases be found by the tokens of this one: the name of their type beside the trích yếu. Nothing
 * that stands is changed or deleted; searching goes on meanwhile. It may be run again, and in shares of the table.
 */
export async function* reindex(
  deps: Pick<Deps, 'register'>,
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
      count += await deps.register.reindexWords(some.filter((_, at) => isOut(documents[at]?.state ?? 'draft')));
    }
    if (count > 0) yield { organ, year, series, count };
  }
}
