import { dateParts, type IsoDate, vietnamDate } from '#document/dates.ts';
import { findOlderType } from '#document/older-types.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import type { BringInCommand } from '#register/commands/older-book-commands.ts';
import { RegisterError } from '#register/model/register-error.ts';
import type { DocumentSummary } from '#register/model/types.ts';
import { type NumberVariant, suffixKey, variantOf } from '#register/table/keys/row-keys.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { startOf } from '../profiles.ts';

/** Number and day that a document has from before. */
export interface OlderNumber {
  /** Id of the document; absent: one that the same content under the same number has again. */
  readonly docId?: string | undefined;
  readonly codeNumber: number;
  /** Suffix as older books have it, with a record alone: 35a. */
  readonly codeSuffix?: string | undefined;
  /** Count of a number that was given more than once: 2, 3 … */
  readonly copy?: number | undefined;
  readonly issuedDate: IsoDate;
}

/** The register's command for a document of an older book, once its number is free. Throws as {@link checkNumberAvailable}. */
export async function commandOf(
  deps: Deps,
  { organ, staffId }: Actor,
  profiles: readonly OrganProfile[],
  number: OlderNumber,
  { summary, contentHash }: { readonly summary: DocumentSummary; readonly contentHash: string },
): Promise<BringInCommand & { readonly contentHash: string }> {
  const { codeNumber, issuedDate } = number;
  const { series, typeCode } = summary;
  const { year } = dateParts(issuedDate);
  const variant = variantOf(number);
  const { codeSuffix = '', copy } = variant;
  const name = `${codeNumber}${suffixKey(codeSuffix)}${copy === undefined ? '' : `-${copy}`}`;
  const docId = number.docId ?? `bi-${year}-${series}-${name}-${contentHash.slice(0, 8)}`;
  await checkNumberAvailable(deps, organ, profiles, { docId, series, codeNumber, issuedDate, ...variant });
  return {
    organ,
    docId,
    summary,
    year,
    codeNumber,
    ...variant,
    symbolYear: findOlderType(typeCode)?.symbolYear,
    issuedDate,
    files: [],
    contentHash,
    actor: staffId,
    at: deps.clock.now(),
    startOf: startOf(profiles, series),
  };
}

/** Number and series of a document from an older book. */
export interface ImportNumber extends NumberVariant {
  /** The document that may have it already. */
  readonly docId?: string;
  readonly series: string;
  readonly codeNumber: number;
  readonly issuedDate: IsoDate;
}

/**
 * Says no before any file is kept: a file that belongs to no row would stay for ever. Throws `duplicate-number`,
 * `number-blank`, `series-closed`, `number-not-below-start`.
 */
export async function checkNumberAvailable(
  deps: Deps,
  organ: string,
  profiles: readonly OrganProfile[],
  number: ImportNumber,
): Promise<void> {
  const { docId, series, codeNumber, issuedDate } = number;
  const { year } = dateParts(issuedDate);
  const taken = await deps.register.findInOwnSeries(organ, year, series, codeNumber, variantOf(number));
  if (taken && taken.row.docId !== docId) {
    throw new RegisterError('duplicate-number', { docId: taken.row.docId, symbol: taken.row.symbol });
  }
  if (taken) return;
  const blank = await deps.register.getBlank({ organ, year, series, codeNumber, ...variantOf(number) });
  if (blank) throw new RegisterError('number-blank', { symbol: blank.symbol, kind: blank.kind });
  const counter = await deps.register.getSeries(organ, year, series);
  if (counter?.open === false) throw new RegisterError('series-closed', { year, series });
  if (year < dateParts(vietnamDate(deps.clock.now())).year) return;
  const start = counter?.start ?? startOf(profiles, series)(year);
  if (codeNumber >= start) throw new RegisterError('number-not-below-start', { start });
}
