import type { Duration } from 'aws-cdk-lib';
import { CfnEventInvokeConfig, type Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';

/** Leaves a call that failed for good in a queue, with its error. CDK's own way would ask the role for rights. */
export function leaveLostEvents(
  target: LambdaFunction,
  lostEvents: Queue,
  { attempts, maxAge }: { readonly attempts: 0 | 1; readonly maxAge: Duration },
): void {
  new CfnEventInvokeConfig(target, 'LostEvents', {
    functionName: target.functionName,
    qualifier: '$LATEST',
    maximumRetryAttempts: attempts,
    maximumEventAgeInSeconds: maxAge.toSeconds(),
    destinationConfig: { onFailure: { destination: lostEvents.queueArn } },
  });
}
