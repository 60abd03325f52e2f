import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { aboutVariables, dataVariables, readEnvironment } from '#aws/environment.ts';
import type { LambdaContext } from '#aws/lambda.ts';
import { openBuckets } from '#aws/open-data.ts';
import { openRegisterTable } from '#aws/open-register-table.ts';
import { type Piece, piecesEvent, type RunEnd } from '#aws/pieces.ts';
import { telemetryOf } from '#aws/telemetry.ts';
import { vietnamDate } from '#document/dates.ts';
import { createMembers } from '#register/organs/members.ts';
import { createInspection } from '#register/upkeep/inspection.ts';
import { type Verification, verify } from '#usecases/upkeep/verify.ts';

// Every night a share of the register, so that all of it is looked at every VERIFY_DAYS days (docs/decisions/0047); in one call, or cut
// into pieces by a state machine (docs/decisions/0270).

const env = readEnvironment(process.env, {
  ...aboutVariables,
  ...dataVariables,
  VERIFY_DAYS: z.coerce.number().int().min(1).max(366).default(28),
});
const { log, meter, during } = telemetryOf(env);
const table = openRegisterTable(env);
const inspection = createInspection(table);
const members = createMembers(table);
const store = openBuckets(env);

/** Documents at once: what is waited for is S3. A signed file has 20 MB at most, so these need 512 MB beside the rest. */
const CONCURRENCY = 16;
/** Milliseconds before the end in which nothing new is begun; what is begun is looked at to its end. */
const STOP_BEFORE_MS = 30_000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Answers what was looked at; a night's end has looked at nothing itself. */
type Answer = Omit<Verification, 'violations'> | { readonly isComplete: boolean };

/** Takes the schedule's event, a piece of the night, or the night's end. Throws on a piece that is none: there is no such share. */
export async function handler(said: unknown, context: LambdaContext): Promise<Answer> {
  const { awsRequestId } = context;
  const asked = piecesEvent.parse(said);
  return during({ awsRequestId, correlationId: awsRequestId }, () =>
    'complete' in asked ? endOfNight(asked) : lookAt(asked, context),
  );
}

async function endOfNight({ complete, of }: RunEnd): Promise<Answer> {
  heartbeat(complete === of, { count: complete, failed: of - complete });
  return { isComplete: complete === of };
}

function heartbeat(isComplete: boolean, fields: object): void {
  if (isComplete) {
    meter.add('VerifyHeartbeat', 1);
    log.info('verified', fields);
  } else {
    log.error('verify-out-of-time', fields);
  }
}

async function lookAt({ time, piece: index, of: pieces }: Piece, context: LambdaContext): Promise<Answer> {
  const of = env.VERIFY_DAYS * pieces;
  const day = Math.floor(Date.parse(vietnamDate(time === undefined ? new Date() : new Date(time))) / DAY_MS);
  const share = { index: (day % env.VERIFY_DAYS) * pieces + index, of };
  const { violations, ...counts } = await verify({
    inspection,
    store,
    members,
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
  const fields = { share: `${share.index + 1}/${of}`, count: counts.documents, failed: violations.length };
  // Of pieces the night's end says whether all were looked at.
  if (time === undefined) heartbeat(counts.isComplete, fields);
  else log.info('piece-verified', fields);
  return counts;
}
