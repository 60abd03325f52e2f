import { aboutVariables, dataVariables, readEnvironment } from '../aws/environment.ts';
import { type BatchAnswer, type LambdaContext, sqsEvent } from '../aws/lambda.ts';
import { openDeps } from '../aws/open-data.ts';
import { readIssueMessage } from '../dispatch/issue-queue.ts';
import { openTelemetry } from '../telemetry/telemetry.ts';
import { finishIssue } from '../usecases/finish-issue.ts';
import { isOfIntegrity } from '../usecases/integrity.ts';
import { SYSTEM_ACTOR } from '../usecases/recover-issues.ts';

// Finishes what has a number and no files yet. A message may come twice, late, or for what is long finished.

const env = readEnvironment(process.env, { ...aboutVariables, ...dataVariables });
const { log, meter, during } = openTelemetry({
  service: env.POWERTOOLS_SERVICE_NAME,
  stage: env.STAGE,
  release: env.RELEASE,
});
const deps = openDeps(env);

/** Takes a batch of the queue of issues; what fails comes again, alone. */
export async function handler(event: unknown, { awsRequestId }: LambdaContext): Promise<BatchAnswer> {
  const failed: { itemIdentifier: string }[] = [];
  for (const { messageId, body } of sqsEvent.parse(event).Records) {
    await during({ awsRequestId, correlationId: messageId }, () => finish(body)).catch(() => {
      failed.push({ itemIdentifier: messageId });
    });
  }
  return { batchItemFailures: failed };
}

async function finish(body: string): Promise<void> {
  const { organ, docId } = readIssueMessage(body);
  try {
    const { document } = await finishIssue(deps, await deps.register.getNumbered(organ, docId), SYSTEM_ACTOR);
    log.info('issue-finished', { organ, docId, code: document.state });
  } catch (error) {
    if (isOfIntegrity(error)) meter.add('IntegrityMismatch', 1);
    log.warn('issue-unfinished', { organ, docId });
    throw error;
  }
}
