import { foldNotation } from '#document/code-notation.ts';
import { readScanName, type ScanName } from '#exchange/older-book/scan-name.ts';
import type { NumberedDocument } from '#register/register.ts';
import type { Actor } from '../actor.ts';
import { seriesNames } from '../book/series-rows.ts';
import type { Deps } from '../deps.ts';
import { inParallel } from '../in-parallel.ts';
import { requireRole } from '../permissions.ts';
import { readProfiles } from '../profiles.ts';
import { lacksFile } from './bring-in-file.ts';

/** Outcome of looking for the document of a scan. */
export type ScanOutcome =
  /** One record of an older book, without a file. */
  | 'found'
  | 'several'
  | 'has-file'
  | 'not-found'
  /** The name tells no number. */
  | 'unreadable';

/** Scan with the documents that its name may mean. */
export interface ScanMatch {
  readonly name: string;
  readonly outcome: ScanOutcome;
  readonly documents: readonly NumberedDocument[];
}

/** Most names that are looked up at once. */
export const MAX_SCAN_NAMES = 500;
const AT_ONCE = 8;

/**
 * Finds the records of older books that scans belong to, by file names or a number that was typed. `year` holds for names that tell
 * none.
 */
export async function matchScans(
  deps: Deps,
  actor: Actor,
  { year, names }: { readonly year: number; readonly names: readonly string[] },
): Promise<ScanMatch[]> {
  requireRole(actor, 'bring-in');
  const series = seriesNames(await readProfiles(deps, actor.organ));
  return inParallel(names, AT_ONCE, async (name) => {
    const read = readScanName(name);
    if (!read) return { name, outcome: 'unreadable', documents: [] };
    return matchOf(name, await standing(deps, actor.organ, series, { ...read, year: read.year ?? year }));
  });
}

async function standing(
  deps: Deps,
  organ: string,
  series: readonly string[],
  { number, codeSuffix, notation, year }: ScanName & { readonly year: number },
): Promise<NumberedDocument[]> {
  const lists = await Promise.all(series.map((one) => deps.register.listAtNumber(organ, year, one, number)));
  const isMeant = ({ row }: NumberedDocument) =>
    (row.codeSuffix ?? null) === codeSuffix &&
    (notation === null || foldNotation(row.codeNotation) === foldNotation(notation));
  return lists.flat().filter((found) => found.row.broughtIn === true && isMeant(found));
}

function matchOf(name: string, found: readonly NumberedDocument[]): ScanMatch {
  const open = found.filter(({ document, row }) => lacksFile(row) && document.state === 'issued');
  if (open.length === 1) return { name, outcome: 'found', documents: open };
  if (open.length > 1) return { name, outcome: 'several', documents: open };
  return { name, outcome: found.length > 0 ? 'has-file' : 'not-found', documents: found };
}
