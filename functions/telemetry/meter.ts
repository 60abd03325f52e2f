import { type Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

/**
 * Counted events. Alarms and the dashboard are made of these names (`infra/watch/alarms.ts`,
 * `infra/watch/dashboard.ts`).
 */
const UNITS = {
  /** Numbers that are due for their files, as the outbox has them. */
  NumberedWaiting: MetricUnit.Count,
  /** Age of the oldest of them; 0 where none waits. */
  NumberedOldestSeconds: MetricUnit.Seconds,
  /** Files or items that are not what they were stored as. */
  IntegrityMismatch: MetricUnit.Count,
  /** Violations that `verify` found. */
  Breaches: MetricUnit.Count,
  /** 1 for each run of `verify` that looked at all it had to. */
  VerifyHeartbeat: MetricUnit.Count,
  /** 1 for each day's heads that were written to their end. */
  HeadsHeartbeat: MetricUnit.Count,
  /** Tries at a number that met another's. */
  SeriesConflict: MetricUnit.Count,
  /** PDF copies that could not be made. */
  PdfFailed: MetricUnit.Count,
  /** Units of a fan-out that failed, and runs that could not be started again. */
  FanOutFailed: MetricUnit.Count,
  /** Letters about what waits that did not go, and offices whose round failed. */
  MailFailed: MetricUnit.Count,
} as const;

/** See the table above. */
export type MetricName = keyof typeof UNITS;

/** Counts what happens; all of an invocation is published at its end. */
export interface Meter {
  /** Several values of a name in one invocation are all published. */
  add(name: MetricName, value: number): void;
}

/** The meter over powertools' metrics, which CloudWatch reads out of the log. */
export function createMeter(metrics: Metrics): Meter {
  return { add: (name, value) => void metrics.addMetric(name, UNITS[name], value) };
}
