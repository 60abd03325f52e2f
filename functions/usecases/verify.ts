import type { Inspection } from '../register/inspection.ts';
import { RegisterError } from '../register/register-error.ts';
import type { Store } from '../store/store.ts';
import type { Breach } from './breach.ts';
import { verifyDocument } from './verify-document.ts';
import { issuedFiles, verifyFiles } from './verify-files.ts';
import { verifySeries } from './verify-series.ts';

/** What `verify` works with. */
export interface VerifyOptions {
  readonly inspection: Inspection;
  readonly store: Store;
  now(): Date;
  /** Between two looks at what looked wrong: writes that were under way are done by then. */
  sleep(ms: number): Promise<void>;
  /** Told of each breach as it is found. */
  onBreach?(breach: Breach): void;
}

/** What was looked at, and what does not hold. */
export interface Verification {
  readonly series: number;
  readonly documents: number;
  readonly files: number;
  readonly breaches: readonly Breach[];
}

const SECOND_LOOK_MS = 500;

/**
 * Checks I1–I7 over a whole register and its store, reading every byte of every issued file. It may run while others write:
 * what looks wrong at first is read again, alone, and reported only if it still is.
 */
export async function verify(options: VerifyOptions): Promise<Verification> {
  const { inspection, store, now } = options;
  const breaches: Breach[] = [];
  const counts = { series: 0, documents: 0, files: 0 };
  const look = async (organ: string, first: () => Promise<Breach[]>, again: () => Promise<Breach[]>) => {
    if ((await readable(organ, first)).length === 0) return;
    await options.sleep(SECOND_LOOK_MS);
    for (const breach of await readable(organ, again)) {
      breaches.push(breach);
      options.onBreach?.(breach);
    }
  };
  const seen = new Set<string>();
  for await (const holding of inspection.holdings()) {
    const { organ } = holding;
    if (holding.kind === 'series') {
      const { year, series } = holding;
      if (!isFirst(seen, `${organ} ${year} ${series}`)) continue;
      counts.series++;
      await look(
        organ,
        () => verifySeries(inspection, holding, now()),
        async () => verifySeries(inspection, await inspection.series(organ, year, series), now()),
      );
    } else if (holding.kind === 'broken') {
      const breach: Breach = { invariant: 'I2', code: 'broken-item', ...pick(holding) };
      breaches.push(breach);
      options.onBreach?.(breach);
    } else {
      const { docId } = holding;
      counts.documents++;
      await look(
        organ,
        () => verifyDocument(options, holding),
        async () => verifyDocument(options, await inspection.document(organ, docId)),
      );
    }
  }
  for await (const files of issuedFiles(store)) {
    counts.files += files.length;
    await look(
      files[0]?.organ ?? '?',
      () => verifyFiles(options, files),
      () => verifyFiles(options, files),
    );
  }
  return { ...counts, breaches };
}

/** What is met beside what is looked at may be unreadable, too. */
async function readable(organ: string, check: () => Promise<Breach[]>): Promise<Breach[]> {
  try {
    return await check();
  } catch (error) {
    if (!(error instanceof RegisterError) || error.code !== 'broken-item') throw error;
    const { schema, path } = error.facts;
    return [{ invariant: 'I2', code: 'broken-item', organ, where: String(schema), what: String(path) }];
  }
}

function pick({ organ, where, what }: { organ: string; where: string; what: string }) {
  return { organ, where, what };
}

function isFirst(seen: Set<string>, name: string): boolean {
  return seen.has(name) ? false : Boolean(seen.add(name));
}
