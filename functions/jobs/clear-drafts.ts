import { z } from 'zod';
import { aboutVariables, dataVariables, readEnvironment } from '#aws/environment.ts';
import type { LambdaContext } from '#aws/lambda.ts';
import { openBuckets } from '#aws/open-data.ts';
import { openRegisterTable } from '#aws/open-register-table.ts';
import { telemetryOf } from '#aws/telemetry.ts';
import { createInspection } from '#register/upkeep/inspection.ts';
import { createS3Client } from '#store/s3-client.ts';
import { createS3Remover } from '#store/s3-remover.ts';
import { type Cleared, clearDrafts } from '#usecases/upkeep/clear-drafts.ts';

// Once a day a seventh of the documents: texts of drafts that nothing names are marked, and the bucket's lifecycle ends them
// (docs/decisions/0416).

const env = readEnvironment(process.env, { ...aboutVariables, ...dataVariables });
const { log, during } = telemetryOf(env);
const deps = {
  store: openBuckets(env),
  inspection: createInspection(openRegisterTable(env)),
  remover: createS3Remover({
    client: createS3Client({ region: env.AWS_REGION, endpoint: env.S3_ENDPOINT }),
    bucket: env.WORK_BUCKET,
  }),
};

/** Of a schedule's event nothing is read. */
const event = z.looseObject({ all: z.boolean().default(false) });

const STOP_BEFORE_MS = 30_000;

/** Takes the schedule's event, or a hand's {all: true}. What a run has no time for waits for the next week's. */
export async function handler(said: unknown, context: LambdaContext): Promise<Cleared> {
  const { awsRequestId } = context;
  const { all } = event.parse(said);
  return during({ awsRequestId, correlationId: awsRequestId }, async () => {
    const isTimeUp = () => context.getRemainingTimeInMillis() < STOP_BEFORE_MS;
    const cleared = await clearDrafts(deps, { now: new Date(), all, isTimeUp });
    const fields = { count: cleared.removed };
    if (cleared.isComplete) log.info('drafts-cleared', fields);
    else log.error('clear-drafts-out-of-time', fields);
    return cleared;
  });
}
