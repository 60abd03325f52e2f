/** Sets where a series starts; once, before its first number. */
export interface OpenSeriesCommand {
  organ: string;
  year: number;
  series: string;
  start: number;
}

/** Ends a year of a series that is over. `start`: where it starts if nothing was ever in it. */
export interface CloseYearCommand extends OpenSeriesCommand {
  actor: string;
  at: Date;
}

/** Counter that the rows of a series imply. */
export interface RaiseCounterCommand extends OpenSeriesCommand {
  seq: number;
  lastIssuedOn: string;
}

/** A series whose last number bears a day to come gives numbers from the day of `at` on. */
export interface ResetDayCommand {
  organ: string;
  year: number;
  series: string;
  actor: string;
  at: Date;
  reason: string;
}

/** A series that a restore leaves shut: see `SeriesCounter.doubt`. */
export interface DoubtSeriesCommand extends OpenSeriesCommand {
  since: string;
  atLeast?: number;
}

/** A person says which number of a restored series was the last; 0 where none was given. */
export interface ConfirmSeriesCommand {
  organ: string;
  year: number;
  series: string;
  last: number;
  actor: string;
  at: Date;
  reason: string;
}
