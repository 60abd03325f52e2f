import { aboutVariables, dataVariables, readEnvironment } from '#aws/environment.ts';
import type { LambdaContext } from '#aws/lambda.ts';
import { openBuckets } from '#aws/open-data.ts';
import { openRegisterTable } from '#aws/open-register-table.ts';
import { type Piece, piecesEvent, type RunEnd } from '#aws/pieces.ts';
import { telemetryOf } from '#aws/telemetry.ts';
import { createInspection } from '#register/upkeep/inspection.ts';
import { verifyHeads, writeHead } from '#usecases/upkeep/heads.ts';

// Once a day: the chains are held against the heads in the locked bucket, then a head is written there of every document that went on.
// Whoever writes the table cannot write those. A stage with `headPieces` has a chain of heads for each piece.

const env = readEnvironment(process.env, { ...aboutVariables, ...dataVariables });
const { log, meter, during } = telemetryOf(env);
const inspection = createInspection(openRegisterTable(env));
const heads = openBuckets(env);

/** Time before the function's end that is left to finish a page and write the head. */
const STOP_BEFORE_MS = 30_000;

/** Answers what a piece wrote; a run's end has written nothing itself. */
interface Answer {
  readonly isComplete: boolean;
  readonly root?: string;
}

/** Takes the schedule's event, a piece of the day, or the day's end. Throws on a piece that is none. */
export async function handler(said: unknown, context: LambdaContext): Promise<Answer> {
  const { awsRequestId } = context;
  const asked = piecesEvent.parse(said);
  return during({ awsRequestId, correlationId: awsRequestId }, () =>
    'complete' in asked ? endOfRun(asked) : seal(asked, context),
  );
}

async function endOfRun({ complete, of }: RunEnd): Promise<Answer> {
  return heartbeat(complete === of, { count: complete, failed: of - complete });
}

function heartbeat(isComplete: boolean, fields: object): Answer {
  if (isComplete) meter.add('HeadsHeartbeat', 1);
  if (isComplete) log.info('heads-written', fields);
  else log.error('heads-out-of-time', fields);
  return { isComplete };
}

async function seal({ time, piece, of }: Piece, context: LambdaContext): Promise<Answer> {
  const share = { index: piece, of };
  const isTimeUp = () => context.getRemainingTimeInMillis() < STOP_BEFORE_MS;
  const violations = await verifyHeads({ inspection, heads }, { share, isTimeUp });
  meter.add('Breaches', violations.length);
  for (const { invariant, code, organ, where } of violations) log.error('breach', { invariant, code, organ, where });
  // A chain that was written anew is not sealed over: the last head stands as the proof.
  const head =
    violations.length > 0 ? undefined : await writeHead({ inspection, heads }, new Date(), { share, isTimeUp });
  const isComplete = !isTimeUp();
  const fields = { share: `${piece + 1}/${of}`, count: head?.documents.length ?? 0, failed: violations.length };
  if (time === undefined) heartbeat(isComplete, fields);
  else log.info('piece-sealed', fields);
  return { isComplete, ...(head && { root: head.root }) };
}
