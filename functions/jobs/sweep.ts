import { aboutVariables, dataVariables, fanOutVariables, queueVariables, readEnvironment } from '#aws/environment.ts';
import type { LambdaContext } from '#aws/lambda.ts';
import { openTable } from '#aws/open-data.ts';
import { telemetryOf } from '#aws/telemetry.ts';
import { createFanOutEngine } from '#dispatch/fan-out-engine.ts';
import { createIssueQueue } from '#dispatch/issue-queue.ts';
import { type Sweep, sweep } from '#usecases/upkeep/sweep.ts';

// Every minute: takes up again what a crash, or a message that was lost, left open.

const env = readEnvironment(process.env, {
  ...aboutVariables,
  ...dataVariables,
  ...queueVariables,
  ...fanOutVariables,
});
const { log, meter, during } = telemetryOf(env);
const region = env.AWS_REGION;
const deps = {
  ...openTable(env),
  queue: createIssueQueue({ region, queueUrl: env.ISSUE_QUEUE_URL, endpoint: env.SQS_ENDPOINT }),
  engine: createFanOutEngine({ region, stateMachineArn: env.FAN_OUT_ARN, endpoint: env.SFN_ENDPOINT }),
};

/** Takes the schedule's event, of which nothing is read. */
export async function handler(_event: unknown, { awsRequestId }: LambdaContext): Promise<Sweep> {
  return during({ awsRequestId, correlationId: awsRequestId }, async () => {
    const done = await sweep(deps, new Date(), {
      onDue: ({ count, oldestSeconds }) => {
        meter.add('NumberedWaiting', count);
        meter.add('NumberedOldestSeconds', oldestSeconds);
      },
      onFailedRun: ({ organ, runId }, error) => {
        meter.add('FanOutFailed', 1);
        log.error('fan-out-not-started', { organ, runId }, error);
      },
    });
    if (done.issues + done.fanOuts > 0) log.info('swept', { count: done.issues + done.fanOuts });
    return done;
  });
}
