import { vietnamDate } from '#document/dates.ts';
import type { Inspection } from '#register/upkeep/inspection.ts';
import type { Deps } from '../deps.ts';

/** A series whose last number bore a day to come. */
export interface AcceptedDay {
  readonly organ: string;
  readonly year: number;
  readonly series: string;
  /** That day. */
  readonly from: string;
}

/** Lets series whose last number bears a day to come, because a clock ran ahead, give numbers from today on; each keeps why. */
export async function acceptDays(
  { register }: Pick<Deps, 'register'>,
  inspection: Inspection,
  word: { readonly actor: string; readonly reason: string; readonly at: Date },
): Promise<AcceptedDay[]> {
  const today = vietnamDate(word.at);
  const accepted: AcceptedDay[] = [];
  for await (const holding of inspection.holdings()) {
    if (holding.kind !== 'series' || !holding.counter || holding.counter.lastIssuedOn <= today) continue;
    const { organ, year, series } = holding;
    await register.resetDay({ organ, year, series, ...word });
    accepted.push({ organ, year, series, from: holding.counter.lastIssuedOn });
  }
  return accepted;
}
