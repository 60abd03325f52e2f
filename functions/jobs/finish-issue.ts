import { aboutVariables, dataVariables, readEnvironment } from '#aws/environment.ts';
import { type BatchAnswer, type LambdaContext, takeEach } from '#aws/lambda.ts';
import { openDeps } from '#aws/open-data.ts';
import { telemetryOf } from '#aws/telemetry.ts';
import { readIssueMessage } from '#dispatch/issue-queue.ts';
import { isIntegrityError } from '#usecases/integrity.ts';
import { finishIssue } from '#usecases/issuing/finish-issue.ts';
import { SYSTEM_ACTOR } from '#usecases/issuing/recover-issues.ts';

// Finishes what has a number and no files yet. A message may come twice, late, or for what is long finished.

const env = readEnvironment(process.env, { ...aboutVariables, ...dataVariables });
const { log, meter, during } = telemetryOf(env);
const deps = openDeps(env);

/** Takes a batch of the queue of issues; what fails comes again, alone. */
export async function handler(event: unknown, { awsRequestId }: LambdaContext): Promise<BatchAnswer> {
  return takeEach(event, ({ messageId, body }) =>
    during({ awsRequestId, correlationId: messageId }, () => finish(body)),
  );
}

async function finish(body: string): Promise<void> {
  const { organ, docId } = readIssueMessage(body);
  try {
    const { document } = await finishIssue(deps, await deps.register.getNumbered(organ, docId), SYSTEM_ACTOR);
    log.info('issue-finished', { organ, docId, code: document.state });
  } catch (error) {
    if (isIntegrityError(error)) meter.add('IntegrityMismatch', 1);
    log.warn('issue-unfinished', { organ, docId });
    throw error;
  }
}
