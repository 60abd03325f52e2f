import { z } from 'zod';

const count = z.number().int().positive();
const days = count;
const hour = z.number().int().min(0).max(23);

const stageSettings = z.strictObject({
  /** Region of the stage unless `-c region=` says otherwise. AWS has no region in Vietnam; Singapore is the nearest. */
  region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/),
  /**
   * Lock of issued files, and its length from the day they are put. `compliance`: nobody can shorten it, ever. `none`:
   * the bucket can lock, and locks nothing.
   */
  objectLock: z.discriminatedUnion('mode', [
    z.strictObject({ mode: z.literal('none') }),
    z.strictObject({ mode: z.enum(['governance', 'compliance']), days }),
  ]),
  /** To any second within so many days the table can go back; 35 is DynamoDB's most. */
  tableRecoveryDays: days.max(35),
  /**
   * Units a second that the table takes from its first moment; absent: what AWS gives a new table (4,000 writes, 12,000 reads). Once
   * set it can be raised and never lowered; it is paid for once.
   */
  warmThroughput: z
    .strictObject({ writeUnitsPerSecond: days.min(4_000), readUnitsPerSecond: days.min(12_000) })
    .optional(),
  /**
   * Remains after `cdk destroy`. `nothing`: all goes, the data too. `data`: what has no copy elsewhere stays, logs and
   * queues go. `all`: logs and queues stay as well.
   */
  destroyLeaves: z.enum(['nothing', 'data', 'all']),
  /** Stacks of the stage refuse to be deleted. */
  terminationProtection: z.boolean(),
  /** Logs of functions, of the API and of the state machine. */
  logDays: z.literal([7, 14, 30, 90, 180, 365, 731]),
  /** Records of who reached which object in the buckets. */
  accessLogDays: days,
  /** Uploads, which can be named for a day and a quarter of an hour; and files made for someone to take away. */
  uploadDays: days.min(2),
  exportDays: days,
  /** Requests a second that the API takes, on average and at once. */
  throttle: z.strictObject({ ratePerSecond: count, burst: count }),
  /**
   * The firewall before the page: how many requests one address may send in five minutes. A whole office comes from one address. With it
   * the API's own address answers nobody. Absent: none.
   */
  firewall: z.strictObject({ requestsIn5Minutes: count.min(100) }).optional(),
  /** Address beside the page that the sign-in page may send people back to: a program on their own machine. */
  signInReturnsTo: z.array(z.url({ hostname: /^localhost$/ })),
  /**
   * Most copies of a function at once, kept free for it. Absent: what the account has. A new account may have ten in all, and
   * refuses any reservation.
   */
  concurrency: z.strictObject({ api: count, 'fan-out-batch': count, 'make-pdf': count }).partial(),
  /**
   * Copies of the API kept warm on working days between two full hours in Vietnam, so that nobody waits for a cold start then. Each
   * is paid for by the hour (docs/van-hanh.md, 9). Absent: none.
   */
  warmApi: z.strictObject({ copies: count, fromHour: hour, toHour: hour }).optional(),
  /** Parallel batches of a fan-out, and of issues to be finished. */
  fanOutBatches: count.max(10_000),
  finishAtOnce: count.min(2).max(1_000),
  /** In so many nights `verify` has looked at everything: more documents take more nights (docs/decisions/0047). */
  verifyDays: days.max(366),
  /**
   * A night's share cut into pieces of a function's 15 minutes each, so many at once (docs/decisions/0270). Absent: one call, some
   * 80,000 documents a night.
   */
  verifyPieces: z.strictObject({ pieces: count.max(1_000), atOnce: count }).optional(),
  /** The same of a day's heads, and of a run of `reindex`; another count of pieces begins new chains of heads. Absent: one call. */
  upkeepPieces: z.strictObject({ pieces: count.max(1_000), atOnce: count }).optional(),
  /** Tells whether somebody must be named who gets the alarms (parameter `AlarmsTo` of the watch stack), or may be. */
  alarmsTo: z.enum(['required', 'optional']),
  /** Failed requests (5xx) in five minutes, and latency (p99, ms) that are an alarm. */
  alarms: z.strictObject({ serverErrors: count, latencyP99Ms: count }),
  /**
   * Recovery points: of the buckets every day and every month, of the table every month, which lie in cold storage after
   * `tableColdAfterDays` and then for 90 days at least. `vaultLock` says whether the vault can be emptied (`compliance`: nobody can,
   * after a grace of three days). Absent: none, because a vault that holds something cannot be deleted.
   */
  backup: z
    .strictObject({
      dailyKeptDays: days,
      monthlyKeptDays: days,
      tableColdAfterDays: days.optional(),
      vaultLock: z.enum(['none', 'compliance']),
    })
    .refine(({ monthlyKeptDays, tableColdAfterDays }) => monthlyKeptDays >= (tableColdAfterDays ?? -90) + 90, {
      path: ['monthlyKeptDays'],
      error: 'AWS Backup keeps what is in cold storage for 90 days at least',
    })
    .optional(),
});

/** Settings in which the stages differ. */
export type StageSettings = z.infer<typeof stageSettings>;

const dev: StageSettings = {
  region: 'ap-southeast-1',
  objectLock: { mode: 'none' },
  tableRecoveryDays: 7,
  destroyLeaves: 'nothing',
  terminationProtection: false,
  logDays: 14,
  accessLogDays: 30,
  uploadDays: 2,
  exportDays: 7,
  throttle: { ratePerSecond: 20, burst: 40 },
  signInReturnsTo: ['http://localhost:8030/'],
  concurrency: {},
  fanOutBatches: 5,
  finishAtOnce: 2,
  verifyDays: 28,
  alarmsTo: 'optional',
  alarms: { serverErrors: 5, latencyP99Ms: 5_000 },
};

const staging: StageSettings = {
  ...dev,
  objectLock: { mode: 'governance', days: 30 },
  tableRecoveryDays: 35,
  destroyLeaves: 'data',
  terminationProtection: true,
  logDays: 90,
  accessLogDays: 180,
  uploadDays: 7,
  exportDays: 30,
  throttle: { ratePerSecond: 200, burst: 400 },
  concurrency: { api: 100, 'fan-out-batch': 40, 'make-pdf': 10 },
  fanOutBatches: 40,
  finishAtOnce: 10,
  alarmsTo: 'required',
  backup: { dailyKeptDays: 7, monthlyKeptDays: 31, vaultLock: 'none' },
};

const production: StageSettings = {
  ...staging,
  objectLock: { mode: 'compliance', days: 3_653 },
  signInReturnsTo: [],
  firewall: { requestsIn5Minutes: 20_000 },
  // Twice what the last working day of a year needs (bench/RESULTS-year-end.md).
  warmThroughput: { writeUnitsPerSecond: 12_000, readUnitsPerSecond: 16_000 },
  destroyLeaves: 'all',
  logDays: 365,
  accessLogDays: 731,
  throttle: { ratePerSecond: 2_000, burst: 4_000 },
  concurrency: { api: 400, 'fan-out-batch': 100, 'make-pdf': 40 },
  fanOutBatches: 100,
  finishAtOnce: 50,
  verifyDays: 42,
  verifyPieces: { pieces: 20, atOnce: 5 },
  upkeepPieces: { pieces: 20, atOnce: 5 },
  alarms: { serverErrors: 5, latencyP99Ms: 3_000 },
  backup: { dailyKeptDays: 35, monthlyKeptDays: 400, tableColdAfterDays: 1, vaultLock: 'compliance' },
};

/** The stages, each in stacks of its own: `-c stage=production`. */
export const stages = { dev, staging, production } as const;

/** The name of a stage. */
export type StageName = keyof typeof stages;

/** Names a stage of {@link stages}. */
export const stageName = z.enum(['dev', 'staging', 'production']);

/**
 * Reads the settings of a stage. Throws on a table that says what cannot be: a lock for no time, more days than DynamoDB
 * keeps.
 */
export function settingsOf(stage: StageName): StageSettings {
  return stageSettings.parse(stages[stage]);
}
