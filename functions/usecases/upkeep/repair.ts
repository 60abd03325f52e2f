import type { RegisterRow } from '#register/model/types.ts';
import type { Inspection } from '#register/upkeep/inspection.ts';
import type { Deps } from '../deps.ts';
import { END_OF_TIME, recoverIssues } from '../issuing/recover-issues.ts';
import { isOut } from '../may-read.ts';
import { reattachFile } from './reattach/reattach-file.ts';
import { issuedFiles, withoutRow } from './verify-files.ts';

const BATCH_SIZE = 100;

/** One thing that repair completed, or could not. */
export interface Repaired {
  readonly what: 'issue-finished' | 'file-adopted' | 'counter-raised' | 'words-restored' | 'failed';
  readonly organ: string;
  readonly where: string;
  readonly error?: unknown;
}

/**
 * Completes what a crash, or a table that is older than its files, left open; it changes nothing that stands and deletes
 * nothing. Numbers without files are finished; issued files that no row names get back their number, from the frozen blob they
 * were made of, or from the record kept before them; counters follow their rows; words by which a document is found are written
 * where they are missing. What it cannot complete stays for `verify` to name.
 */
export async function repair(
  deps: Deps,
  inspection: Inspection,
  onRepaired: (repaired: Repaired) => void = () => {},
): Promise<Repaired[]> {
  const done: Repaired[] = [];
  const tell = (repaired: Repaired) => {
    done.push(repaired);
    onRepaired(repaired);
  };
  await finishNumbered(deps, tell);
  for await (const files of issuedFiles(deps.store)) {
    for (const file of await withoutRow({ inspection, store: deps.store }, files)) {
      const at = { organ: file.organ, where: file.key };
      try {
        if (await reattachFile(deps, file)) tell({ what: 'file-adopted', ...at });
      } catch (error) {
        tell({ what: 'failed', ...at, error });
      }
    }
  }
  await finishNumbered(deps, tell);
  for await (const holding of inspection.holdings()) {
    if (holding.kind !== 'series') continue;
    const { organ, year, series, counter, rows } = await inspection.series(holding.organ, holding.year, holding.series);
    const words = await restoreWords(deps, inspection, rows);
    if (words > 0) tell({ what: 'words-restored', organ, where: `${series}/${year}: ${words}` });
    const own = rows.filter(({ broughtIn }) => !broughtIn);
    const [first, last] = [own.at(0), own.at(-1)];
    if (!first || !last || (counter && (counter.seq ?? 0) >= last.codeNumber)) continue;
    const start = first.codeNumber;
    await deps.register.raiseCounter({
      organ,
      year,
      series,
      start,
      seq: last.codeNumber,
      lastIssuedOn: last.issuedDate,
    });
    tell({ what: 'counter-raised', organ, where: `${series}/${year}: ${last.codeNumber}` });
  }
  return done;
}

/** Of what is out alone: a number that is still being finished gets its words with its files. */
async function restoreWords(deps: Deps, inspection: Inspection, rows: readonly RegisterRow[]): Promise<number> {
  let written = 0;
  for (let from = 0; from < rows.length; from += BATCH_SIZE) {
    const some = rows.slice(from, from + BATCH_SIZE);
    const documents = await inspection.documents(some);
    const out = some.filter((_, index) => isOut(documents[index]?.state ?? 'draft'));
    written += await deps.register.restoreWords(out);
  }
  return written;
}

async function finishNumbered(deps: Deps, tell: (repaired: Repaired) => void): Promise<void> {
  const { finished, failed } = await recoverIssues(deps, END_OF_TIME);
  const where = ({ series, year, codeNumber }: (typeof finished)[number]) => `${series}/${year}: ${codeNumber}`;
  for (const row of finished) tell({ what: 'issue-finished', organ: row.organ, where: where(row) });
  for (const { row, error } of failed) tell({ what: 'failed', organ: row.organ, where: where(row), error });
}
