import { z } from 'zod';
import { aboutVariables, dataVariables, readEnvironment } from '#aws/environment.ts';
import type { LambdaContext } from '#aws/lambda.ts';
import { openDeps } from '#aws/open-data.ts';
import { telemetryOf } from '#aws/telemetry.ts';
import { sha256Hex } from '#base/node/hash.ts';
import { stableId } from '#document/schemas/text.schema.ts';
import { runFanOutUnits } from '#usecases/fan-out/run-fan-out-units.ts';

// One share of a fan-out: a batch of units, handed out by the distributed map.

const env = readEnvironment(process.env, { ...aboutVariables, ...dataVariables });
const { log, meter, during } = telemetryOf(env);
const deps = openDeps(env);

/** No unit is begun in the last seconds: what is begun is settled, the rest is for a later execution. */
const STOP_BEFORE_MS = 10_000;

/** Event of ItemBatcher. */
const batch = z.object({
  BatchInput: z.object({ organ: stableId, runId: stableId }),
  Items: z.array(stableId).min(1).max(1000),
});

/** Outcome of a share: settled now, or left to another worker or a later execution. */
export interface Share {
  readonly done: number;
  readonly failed: number;
  readonly left: number;
}

/** Takes a batch of the map. Doing it again settles nothing twice. */
export async function handler(event: unknown, context: LambdaContext): Promise<Share> {
  const { awsRequestId } = context;
  return during({ awsRequestId, correlationId: awsRequestId }, async () => {
    const { BatchInput, Items } = batch.parse(event);
    const { organ, runId } = BatchInput;
    const { done, failed, left } = await runFanOutUnits(deps, organ, runId, Items, {
      worker: workerOf(Items),
      isStopping: () => context.getRemainingTimeInMillis() < STOP_BEFORE_MS,
    });
    if (failed > 0) meter.add('FanOutFailed', failed);
    log.info('share-settled', { organ, runId, count: done, failed });
    return { done, failed, left: left.length };
  });
}

/** Told by the share: what an invocation had leased that died is its own again when the share is given once more. */
function workerOf(units: readonly string[]): string {
  return `share-${sha256Hex(units.join()).slice(0, 16)}`;
}
