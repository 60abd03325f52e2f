import { RegisterError } from '#register/model/register-error.ts';
import type { Members } from '#register/organs/members.ts';
import type { TableShare } from '#register/table/table.ts';
import type { Holding, ProfilesHolding } from '#register/upkeep/holdings.ts';
import type { Inspection } from '#register/upkeep/inspection.ts';
import type { Store } from '#store/store.ts';
import { eachAtOnce } from '../in-parallel.ts';
import { verifyHeads } from './heads.ts';
import { verifyDocument } from './verify-document.ts';
import { issuedFiles, type StoredFile, verifyFiles } from './verify-files.ts';
import { verifyMembers, verifyNames, verifyProfiles, verifySettings } from './verify-organ-items.ts';
import { verifySeries } from './verify-series.ts';
import type { Violation } from './violation.ts';

/** Options of `verify`. */
export interface VerifyOptions {
  readonly inspection: Inspection;
  readonly store: Store;
  now(): Date;
  /** Between two looks at what looked wrong: writes that were under way are done by then. */
  sleep(ms: number): Promise<void>;
  /** Told of each violation as it is found. */
  onViolation?(violation: Violation): void;
  /** People, where they are to be checked as well. */
  readonly members?: Members | undefined;
  /** Heads of the chains that were kept outside; held against a whole register, not against a share. */
  readonly heads?: Store | undefined;
  /** Share of the table to check in this run; absent: all of it. */
  readonly share?: TableShare;
  /** Documents that are read at once; 1 if absent. */
  readonly atOnce?: number;
  /** Asked between two: true ends it with what was looked at so far. */
  isTimeUp?(): boolean;
}

/** Counts of a verification, and its violations. */
export interface Verification {
  readonly series: number;
  readonly documents: number;
  readonly files: number;
  readonly violations: readonly Violation[];
  /** False: the time was up before all was looked at. */
  readonly isComplete: boolean;
}

const SECOND_LOOK_MS = 500;

/**
 * Checks I1–I10 over a register and its store, reading every byte of every issued file. It may run while others write:
 * what looks wrong at first is read again, alone, and reported only if it still is.
 */
export async function verify(options: VerifyOptions): Promise<Verification> {
  const { inspection, store, now, share, atOnce = 1 } = options;
  const violations: Violation[] = [];
  const counts = { series: 0, documents: 0, files: 0 };
  const look = async (organ: string, first: () => Promise<Violation[]>, again: () => Promise<Violation[]>) => {
    if ((await readable(organ, first)).length === 0) return;
    await options.sleep(SECOND_LOOK_MS);
    for (const violation of await readable(organ, again)) {
      violations.push(violation);
      options.onViolation?.(violation);
    }
  };
  const seen = new Set<string>();
  const verifyHolding = async (holding: Holding) => {
    const { organ } = holding;
    if (holding.kind === 'series') {
      const { year, series } = holding;
      if (!isFirst(seen, `${organ} ${year} ${series}`)) return;
      counts.series++;
      await look(
        organ,
        () => verifySeries(inspection, holding, now()),
        async () => verifySeries(inspection, await inspection.series(organ, year, series), now()),
      );
    } else if (holding.kind === 'broken') {
      const violation: Violation = { invariant: 'I2', code: 'broken-item', ...pick(holding) };
      violations.push(violation);
      options.onViolation?.(violation);
    } else if (holding.kind === 'profiles') {
      await look(
        organ,
        async () => verifyProfilesAndNames(holding),
        async () => verifyProfilesAndNames(await inspection.profiles(organ)),
      );
      const { members } = options;
      if (members)
        await look(
          organ,
          () => verifyMembers(members, organ),
          () => verifyMembers(members, organ),
        );
    } else if (holding.kind === 'settings') {
      const { partition } = holding;
      await look(
        organ,
        async () => verifySettings(holding),
        async () => verifySettings(await inspection.settings(organ, partition)),
      );
    } else if (holding.kind === 'document') {
      const { docId } = holding;
      counts.documents++;
      await look(
        organ,
        () => verifyDocument(options, holding),
        async () => verifyDocument(options, await inspection.document(organ, docId)),
      );
    }
  };
  const verifyProfilesAndNames = async (holding: ProfilesHolding) => [
    ...verifyProfiles(holding),
    ...(await verifyNames(inspection, holding)),
  ];
  const verifyBatch = async (files: readonly StoredFile[]) => {
    counts.files += files.length;
    await look(
      files[0]?.organ ?? '?',
      () => verifyFiles(options, files),
      () => verifyFiles(options, files),
    );
  };
  const isTimeUp = () => options.isTimeUp?.() ?? false;
  const isComplete =
    (await eachAtOnce(inspection.holdings(share), atOnce, isTimeUp, verifyHolding)) &&
    (await eachAtOnce(issuedFiles(store, share), atOnce, isTimeUp, verifyBatch));
  if (options.heads && share === undefined) {
    for (const violation of await verifyHeads({ inspection, heads: options.heads })) {
      violations.push(violation);
      options.onViolation?.(violation);
    }
  }
  return { ...counts, violations, isComplete };
}

/** Reports an unreadable neighbour of the checked item as a violation. */
async function readable(organ: string, check: () => Promise<Violation[]>): Promise<Violation[]> {
  try {
    return await check();
  } catch (error) {
    if (!(error instanceof RegisterError) || error.code !== 'broken-item') throw error;
    const { schema, path } = error.params;
    return [{ invariant: 'I2', code: 'broken-item', organ, where: String(schema), what: String(path) }];
  }
}

function pick({ organ, where, what }: { readonly organ: string; readonly where: string; readonly what: string }) {
  return { organ, where, what };
}

function isFirst(seen: Set<string>, name: string): boolean {
  return seen.has(name) ? false : Boolean(seen.add(name));
}
