/**
 * The last working day of a year, as we expect it. Every figure is a guess that an operator may put better; the rest of this
 * bench is counted from them and from what the simulation measures.
 */
export const LAST_DAY = {
  /** Communes, wards and special zones (functions/localise/units/administrative-units.md). */
  offices: 3_321,
  /** Some 5,000 documents a year are 20 a working day; on the last one everything that bears the year goes out. */
  documentsAnOffice: 60,
  /** Of the day's documents, those of its busiest hour. */
  busiestHourShare: 0.25,
  /** The busiest minute against the mean of its hour. */
  busiestMinuteFactor: 3,
  /** Looks (lists, finding, reading) for each document that is issued. */
  looksADocument: 20,
  /** Staff of an office who sign in between 7:30 and 8:00. */
  staffAnOffice: 3,
} as const;

/** One office in so many is simulated. */
export const SCALE = 20;

/** Documents of the whole country in a second of the busiest minute. */
export const PEAK_DOCUMENTS_A_SECOND =
  (LAST_DAY.offices * LAST_DAY.documentsAnOffice * LAST_DAY.busiestHourShare * LAST_DAY.busiestMinuteFactor) / 3_600;

/** Write and read units a second that a new on-demand table takes at once. */
export const NEW_TABLE = { writeUnits: 4_000, readUnits: 12_000 } as const;
