import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { aboutVariables, dataVariables, readEnvironment } from '#aws/environment.ts';
import type { LambdaContext } from '#aws/lambda.ts';
import { openBuckets } from '#aws/open-data.ts';
import { openRegisterTable } from '#aws/open-register-table.ts';
import { telemetryOf } from '#aws/telemetry.ts';
import { vietnamDate } from '#document/dates.ts';
import { createInspection } from '#register/upkeep/inspection.ts';
import { type Verification, verify } from '#usecases/upkeep/verify.ts';

// Every night a share of the register, so that all of it is looked at every VERIFY_DAYS days (docs/decisions/0047).

const env = readEnvironment(process.env, {
  ...aboutVariables,
  ...dataVariables,
  VERIFY_DAYS: z.coerce.number().int().min(1).max(366).default(28),
});
const { log, meter, during } = telemetryOf(env);
const inspection = createInspection(openRegisterTable(env));
const store = openBuckets(env);

/** Documents at once: what is waited for is S3. A signed file has 20 MB at most, so these need 512 MB beside the rest. */
const CONCURRENCY = 16;
/** What is begun is looked at to its end. */
const STOP_BEFORE_MS = 30_000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Takes the schedule's event, of which nothing is read: the same day again is the same share again. */
export async function handler(_event: unknown, context: LambdaContext): Promise<Omit<Verification, 'violations'>> {
  const { awsRequestId } = context;
  return during({ awsRequestId, correlationId: awsRequestId }, async () => {
    const of = env.VERIFY_DAYS;
    const day = Math.floor(Date.parse(vietnamDate(new Date())) / DAY_MS);
    const share = { index: day % of, of };
    const { violations, ...counts } = await verify({
      inspection,
      store,
      share,
      atOnce: CONCURRENCY,
      now: () => new Date(),
      sleep: (ms) => sleep(ms),
      isTimeUp: () => context.getRemainingTimeInMillis() < STOP_BEFORE_MS,
      onViolation: ({ invariant, code, organ, where }) => log.error('breach', { invariant, code, organ, where }),
    });
    meter.add('Breaches', violations.length);
    const ofFiles = violations.filter(({ invariant, code }) => invariant === 'I3' || code === 'broken-item');
    if (ofFiles.length > 0) meter.add('IntegrityMismatch', ofFiles.length);
    const facts = { share: `${share.index + 1}/${of}`, count: counts.documents, failed: violations.length };
    if (counts.isComplete) {
      meter.add('VerifyHeartbeat', 1);
      log.info('verified', facts);
    } else {
      log.error('verify-out-of-time', facts);
    }
    return counts;
  });
}
