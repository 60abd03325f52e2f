import type { PageRequest } from '../commands/page-requests.ts';
import type {
  CloseYearCommand,
  ConfirmSeriesCommand,
  DoubtSeriesCommand,
  OpenSeriesCommand,
  RaiseCounterCommand,
  ResetDayCommand,
} from '../commands/series-commands.ts';
import type { RegisterRow, SeriesCounter, YearClosing } from '../model/types.ts';
import type { Page } from './answers.ts';

/** Series, their counters and the closing of their years. */
export interface SeriesPort {
  /**
   * Sets where a series starts; it may be changed until its first number of our own is given, but never to a number brought
   * in, or below one. Throws `series-started`, `series-closed`, `busy`.
   */
  openSeries(command: OpenSeriesCommand): Promise<SeriesCounter>;
  /** Reads the counter of a series, or undefined before it was opened. */
  getSeries(organ: string, year: number, series: string): Promise<SeriesCounter | undefined>;
  /**
   * Locks a year of a series for good and stores what it held; a year that is closed answers what stands. Throws `unfinished`.
   */
  closeYear(command: CloseYearCommand): Promise<YearClosing>;
  /** Lets a counter follow the rows of its series: up, never down. Repair alone calls it. Throws `stale`. */
  raiseCounter(command: RaiseCounterCommand): Promise<SeriesCounter>;
  /** Takes the day of a series back to today, where a clock had run ahead; it keeps why. Throws `not-found`, `stale`. */
  resetDay(command: ResetDayCommand): Promise<SeriesCounter>;
  /** Shuts a series after a restore until its last number is known. Restore alone calls it. Throws `stale`. */
  doubtSeries(command: DoubtSeriesCommand): Promise<SeriesCounter>;
  /** Opens it again at the number after the last. Throws `not-found`, `last-number-below`, `series-closed`, `stale`. */
  confirmSeries(command: ConfirmSeriesCommand): Promise<SeriesCounter>;
  /** Reads the closing of a year, or undefined. */
  getClosing(organ: string, year: number, series: string): Promise<YearClosing | undefined>;
  /** Rows of a series in the order of their numbers, strongly consistent. Throws `bad-cursor`. */
  listRows(organ: string, year: number, series: string, page?: PageRequest): Promise<Page<RegisterRow>>;
  /** Highest number of a series in a year, given or brought in; undefined in an empty book. Strongly consistent. */
  lastNumber(organ: string, year: number, series: string): Promise<number | undefined>;
}
