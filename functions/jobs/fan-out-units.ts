import { z } from 'zod';
import { aboutVariables, dataVariables, readEnvironment } from '#aws/environment.ts';
import type { LambdaContext } from '#aws/lambda.ts';
import { openDeps } from '#aws/open-data.ts';
import { telemetryOf } from '#aws/telemetry.ts';
import { stableId } from '#document/schemas/text.schema.ts';
import { unitsToDo } from '#usecases/fan-out/run-fan-out-units.ts';

// First state of a fan-out: which units are still to do. An execution that is started again gets the rest.

const env = readEnvironment(process.env, { ...aboutVariables, ...dataVariables });
const { log, during } = telemetryOf(env);
const deps = openDeps(env);

const input = z.object({ organ: stableId, runId: stableId });

/** Takes the input of the execution. */
export async function handler(
  event: unknown,
  { awsRequestId }: LambdaContext,
): Promise<{ readonly organ: string; readonly runId: string; readonly units: readonly string[] }> {
  return during({ awsRequestId, correlationId: awsRequestId }, async () => {
    const { organ, runId } = input.parse(event);
    const units = await unitsToDo(deps, organ, runId);
    log.info('fan-out-units', { organ, runId, count: units.length });
    return { organ, runId, units };
  });
}
