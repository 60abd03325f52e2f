import { aboutVariables, dataVariables, readEnvironment } from '#aws/environment.ts';
import type { LambdaContext } from '#aws/lambda.ts';
import { openBuckets } from '#aws/open-data.ts';
import { openRegisterTable } from '#aws/open-register-table.ts';
import { type Piece, piecesEvent } from '#aws/pieces.ts';
import { telemetryOf } from '#aws/telemetry.ts';
import { createRegister } from '#register/create-register.ts';
import { createInspection } from '#register/upkeep/inspection.ts';
import { reindex } from '#usecases/upkeep/reindex.ts';

// After a release that finds more: older documents are found by its tokens too. Started by hand (docs/van-hanh.md), as often as it takes:
// what is done is passed over.

const env = readEnvironment(process.env, { ...aboutVariables, ...dataVariables });
const { log, during } = telemetryOf(env);
const table = openRegisterTable(env);
const deps = { register: createRegister({ table }), store: openBuckets(env) };
const inspection = createInspection(table);

const STOP_BEFORE_MS = 30_000;

/** Number of lines that gained tokens, and whether the run is complete. */
interface Answer {
  readonly isComplete: boolean;
  readonly count: number;
}

/** Takes a hand's event, a piece of a run, or the run's end. Throws on a piece that is none. */
export async function handler(said: unknown, context: LambdaContext): Promise<Answer> {
  const { awsRequestId } = context;
  const asked = piecesEvent.parse(said);
  return during({ awsRequestId, correlationId: awsRequestId }, () =>
    'complete' in asked ? endOfRun(asked.complete, asked.of) : lookAt(asked, context),
  );
}

async function endOfRun(complete: number, of: number): Promise<Answer> {
  const isComplete = complete === of;
  if (isComplete) log.info('reindexed', { count: complete, failed: 0 });
  else log.error('reindex-out-of-time', { count: complete, failed: of - complete });
  return { isComplete, count: 0 };
}

async function lookAt({ piece, of }: Piece, context: LambdaContext): Promise<Answer> {
  let count = 0;
  for await (const gained of reindex(deps, inspection, { index: piece, of })) {
    count += gained.count;
    if (context.getRemainingTimeInMillis() < STOP_BEFORE_MS) {
      log.error('reindex-out-of-time', { share: `${piece + 1}/${of}`, count });
      return { isComplete: false, count };
    }
  }
  log.info('piece-reindexed', { share: `${piece + 1}/${of}`, count });
  return { isComplete: true, count };
}
