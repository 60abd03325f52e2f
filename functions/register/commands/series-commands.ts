/** Sets where a series starts; once, before its first number. */
export interface OpenSeriesCommand {
  readonly organ: string;
  readonly year: number;
  readonly series: string;
  readonly start: number;
}

/** Ends a year of a series that is over. `start`: where it starts if nothing was ever in it. */
export interface CloseYearCommand extends OpenSeriesCommand {
  readonly actor: string;
  readonly at: Date;
}

/** Counter that the rows of a series imply. */
export interface RaiseCounterCommand extends OpenSeriesCommand {
  readonly seq: number;
  readonly lastIssuedOn: string;
}

/** A series whose last number bears a day to come gives numbers from the day of `at` on. */
export interface ResetDayCommand {
  readonly organ: string;
  readonly year: number;
  readonly series: string;
  readonly actor: string;
  readonly at: Date;
  readonly reason: string;
}

/** A series that a restore leaves shut: see `SeriesCounter.doubt`. */
export interface DoubtSeriesCommand extends OpenSeriesCommand {
  readonly since: string;
  readonly atLeast?: number;
}

/** A person says which number of a restored series was the last; 0 where none was given. */
export interface ConfirmSeriesCommand {
  readonly organ: string;
  readonly year: number;
  readonly series: string;
  readonly last: number;
  readonly actor: string;
  readonly at: Date;
  readonly reason: string;
}
