import type { SeriesCounter } from '#register/model/types.ts';
import type { Inspection } from '#register/upkeep/inspection.ts';
import type { Deps } from '../deps.ts';

/** Counters of the series that a restore left shut. */
export async function listDoubtedSeries(inspection: Inspection): Promise<SeriesCounter[]> {
  const doubted: SeriesCounter[] = [];
  for await (const holding of inspection.holdings()) {
    if (holding.kind === 'series' && holding.counter?.doubt) doubted.push(holding.counter);
  }
  return doubted;
}

/**
 * Opens a series again that a restore left shut, by a person's word on its last number. Numbers whose documents did not come back
 * are kept as lost: they are not given again and may be brought in. Throws `not-found`, `last-number-below`.
 */
export async function confirmSeries(
  deps: Pick<Deps, 'register' | 'clock'>,
  input: {
    readonly organ: string;
    readonly year: number;
    readonly series: string;
    /** Last number given, by the paper book or the files; 0 where none was given. */
    readonly last: number;
    readonly actor: string;
    readonly reason: string;
  },
): Promise<SeriesCounter> {
  const reason = input.reason.normalize('NFC');
  return deps.register.confirmSeries({ ...input, reason, at: deps.clock.now() });
}
