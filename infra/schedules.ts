import { Duration } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Schedule, type ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { OurStack } from './our-stack.ts';

/** When a function is called, and where a call goes that could not be made. */
export interface ScheduleProps {
  readonly expression: ScheduleExpression;
  readonly description: string;
  readonly target: IFunction;
  /** A call that is later than this is of no use any more. */
  readonly maxAge: Duration;
  readonly deadLetters: Queue;
}

/** Calls a function at its times, by a role that may call this function and nothing else. */
export function schedule(stack: OurStack, id: string, props: ScheduleProps): Schedule {
  const { expression, description, target, maxAge, deadLetters } = props;
  const role = new Role(stack, `${id}Role`, {
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    }),
    inlinePolicies: {
      grants: new PolicyDocument({
        statements: [
          new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [target.functionArn] }),
          new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [deadLetters.queueArn] }),
        ],
      }),
    },
  });
  return new Schedule(stack, id, {
    schedule: expression,
    description,
    target: new LambdaInvoke(target, {
      // CDK would allow every version of the function.
      role: role.withoutPolicyUpdates(),
      input: ScheduleTargetInput.fromObject({ source: 'banhanh.schedule', 'detail-type': id }),
      deadLetterQueue: deadLetters,
      maxEventAge: maxAge,
      retryAttempts: Math.min(185, Math.ceil(maxAge.toMinutes() / 10)),
    }),
  });
}

/** Scheduler's least age of a call. */
export const LEAST_AGE = Duration.minutes(1);
