import { type IsoDate, vietnamDate } from '#document/dates.ts';
import { typeOfOlderSeries } from '#document/older-types.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import type { Book, BookVolume } from '#exchange/book/book.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { daysOf, type Period } from '../period.ts';
import { requireRole } from '../permissions.ts';
import { readProfiles, requireProfile, startsOnIn } from '../profiles.ts';
import { sealOf } from '../upkeep/heads.ts';
import { UseCaseError } from '../use-case-error.ts';
import { inOrder } from './blank-entries.ts';
import { bookEntry } from './book-entry.ts';
import { readSeriesRows, seriesNames, seriesTypes } from './series-rows.ts';

/** Part of the book that is read. */
export interface BookRequest {
  readonly period: Period;
  /** One series alone. */
  readonly series?: string | undefined;
  /** Quyển số. */
  readonly volumeNumber?: number | undefined;
}

/**
 * Reads the book of the actor's organ, a volume a series and year, by number. What became of each document is read with
 * it, so the book says what holds now. Throws `bad-period`, `no-such-series`, `no-profile`.
 */
export async function readBook(deps: Deps, actor: Actor, request: BookRequest): Promise<Book> {
  requireRole(actor, 'print-book');
  const { organ } = actor;
  const days = daysOf(request.period, vietnamDate(deps.clock.now()));
  const profiles = await readProfiles(deps, organ);
  const { parentName, headerLines } = bookProfile(profiles, organ, days.to);
  const lists = await readSeriesRows(deps, organ, wantedSeries(profiles, request.series), days);
  const volumes: BookVolume[] = [];
  for (const { series, year, rows, blanks } of lists) {
    const documents = await deps.register.getDocuments(
      organ,
      rows.map(({ docId }) => docId),
    );
    const lines = rows.flatMap((row, index) => {
      const document = documents[index];
      return document ? [{ ...row, entry: bookEntry({ row, document }) }] : [];
    });
    const entries = inOrder(lines, blanks);
    // A series of an older book has a volume only where something stands in it.
    if (entries.length === 0 && typeOfOlderSeries(series)) continue;
    const closed = await closedVolume(deps, organ, year, series);
    const types = seriesTypes(profiles, series);
    volumes.push({ year, types, startsOn: startsOnIn(profiles, series, year), entries, ...(closed && { closed }) });
  }
  const kept = volumes.filter(({ entries }) => entries.length > 0);
  return {
    parentName,
    organLines: headerLines,
    from: days.from,
    to: days.to,
    volumeNumber: request.volumeNumber ?? null,
    volumes: kept.length > 0 ? kept : volumes,
  };
}

/** The organ's names on the last day; an older book is that of the organ as it was first known. */
function bookProfile(profiles: readonly OrganProfile[], organ: string, on: IsoDate): OrganProfile {
  const [first] = profiles;
  return first && on < first.validFrom ? first : requireProfile(profiles, organ, on);
}

function wantedSeries(profiles: readonly OrganProfile[], series: string | undefined): string[] {
  const known = seriesNames(profiles);
  if (series === undefined) return known;
  if (known.includes(series)) return [series];
  throw new UseCaseError('no-such-series', { params: { series: series.slice(0, 80), known: known.join(', ') } });
}

async function closedVolume(deps: Deps, organ: string, year: number, series: string): Promise<BookVolume['closed']> {
  const closing = await deps.register.getClosing(organ, year, series);
  if (!closing) return undefined;
  const { hash, closedAt } = closing;
  const sealed = deps.heads && (await sealOf(deps.heads, { organ, series, year, hash, closedAt }));
  const day = (at: string) => vietnamDate(new Date(at));
  return { day: day(closedAt), hash, ...(sealed && { sealed: { day: day(sealed.at), root: sealed.root } }) };
}
