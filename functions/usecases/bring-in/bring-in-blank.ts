import { formatCode, formatNumber } from '#document/code-notation.ts';
import { dateParts, vietnamDate } from '#document/dates.ts';
import type { BlankKind, BlankNumber } from '#register/model/blank-number.schema.ts';
import type { NumberVariant } from '#register/table/keys/row-keys.ts';
import type { Actor } from '../actor.ts';
import { seriesNames } from '../book/series-rows.ts';
import type { Deps } from '../deps.ts';
import { requireRole } from '../permissions.ts';
import { readProfiles, startOf } from '../profiles.ts';
import { isRecordedSeries } from '../registering/recorded-series.ts';
import { UseCaseError } from '../use-case-error.ts';

/** A number of an older book that was cancelled or left empty. */
export interface BlankInput extends Pick<NumberVariant, 'codeSuffix'> {
  readonly year: number;
  readonly series: string;
  readonly codeNumber: number;
  readonly kind: BlankKind;
  /** As printed: `KH-UBND`, where the book has it. */
  readonly codeNotation?: string | undefined;
  /** `yyyy-mm-dd`, where the book has a day. */
  readonly issuedDate?: string | undefined;
  readonly note?: string | undefined;
}

/** Symbol of a blank number as the book has it: `36/KH-UBND`, or `36` alone. */
export function blankSymbol({ codeNumber, codeSuffix, codeNotation }: Omit<BlankInput, 'kind' | 'year' | 'series'>) {
  return codeNotation === undefined
    ? formatNumber(codeNumber, codeSuffix)
    : formatCode(codeNumber, codeNotation.normalize('NFC'), codeSuffix);
}

/**
 * Brings in a number without a document: of an older book, or of the numbers of another system, as those of secret documents, until
 * their year is closed. So the book has no gap without a reason. Throws `no-such-series`, and what `Register.bringInBlank` throws.
 */
export async function bringInBlank(deps: Deps, actor: Actor, input: BlankInput): Promise<BlankNumber> {
  requireRole(actor, 'bring-in');
  const { organ, staffId } = actor;
  const { year, series, codeNumber, codeSuffix, kind, issuedDate, note } = input;
  const profiles = await readProfiles(deps, organ);
  const known = seriesNames(profiles);
  if (!known.includes(series)) {
    throw new UseCaseError('no-such-series', { params: { series: series.slice(0, 80), known: known.join(', ') } });
  }
  const today = vietnamDate(deps.clock.now());
  const recorded =
    year === dateParts(today).year
      ? await isRecordedSeries(deps, organ, profiles, { series, year, on: today })
      : (await deps.register.getSeries(organ, year, series))?.given === 'recorded';
  return deps.register.bringInBlank({
    organ,
    year,
    series,
    codeNumber,
    ...(codeSuffix !== undefined && { codeSuffix }),
    kind,
    symbol: blankSymbol(input),
    ...(issuedDate !== undefined && { issuedDate }),
    ...(note !== undefined && note !== '' && { note: note.normalize('NFC') }),
    actor: staffId,
    at: deps.clock.now(),
    startOf: startOf(profiles, series),
    recorded,
  });
}

/** Blank numbers of a series in a year. */
export async function listBlanks(
  deps: Deps,
  actor: Actor,
  { year, series }: Pick<BlankInput, 'year' | 'series'>,
): Promise<BlankNumber[]> {
  requireRole(actor, 'read-series');
  return deps.register.listBlanks(actor.organ, year, series);
}

/** Frees a blank number, because the book has a document under it after all; the reason stays. Throws `not-found`, `series-closed`. */
export async function dropBlank(
  deps: Deps,
  actor: Actor,
  { reason, ...place }: Pick<BlankInput, 'year' | 'series' | 'codeNumber' | 'codeSuffix'> & { readonly reason: string },
): Promise<BlankNumber> {
  requireRole(actor, 'bring-in');
  const { organ, staffId } = actor;
  return deps.register.dropBlank({ rowId: { organ, ...place }, reason, actor: staffId, at: deps.clock.now() });
}
