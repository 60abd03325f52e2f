import { Duration } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { ContextAttribute, Schedule, type ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke, StepFunctionsStartExecution } from 'aws-cdk-lib/aws-scheduler-targets';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { IStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { OurStack } from './our-stack.ts';

/** Schedule of a function or machine, and the queue for failed calls. */
export interface ScheduleProps {
  readonly expression: ScheduleExpression;
  readonly description: string;
  readonly target: IFunction | IStateMachine;
  /** A call that is later than this is of no use any more. */
  readonly maxAge: Duration;
  readonly deadLetters: Queue;
}

/** Calls a function or starts a machine at its times, by a role that may do this and nothing else. A machine is given {time}. */
export function schedule(stack: OurStack, id: string, props: ScheduleProps): Schedule {
  const { expression, description, target, maxAge, deadLetters } = props;
  const role = new Role(stack, `${id}Role`, {
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    }),
    inlinePolicies: {
      grants: new PolicyDocument({
        statements: [
          new PolicyStatement(
            'functionArn' in target
              ? { actions: ['lambda:InvokeFunction'], resources: [target.functionArn] }
              : { actions: ['states:StartExecution'], resources: [target.stateMachineArn] },
          ),
          new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [deadLetters.queueArn] }),
        ],
      }),
    },
  });
  const base = {
    // CDK would allow every version of the function.
    role: role.withoutPolicyUpdates(),
    deadLetterQueue: deadLetters,
    maxEventAge: maxAge,
    retryAttempts: Math.min(185, Math.ceil(maxAge.toMinutes() / 10)),
  };
  return new Schedule(stack, id, {
    schedule: expression,
    description,
    target:
      'functionArn' in target
        ? new LambdaInvoke(target, {
            ...base,
            input: ScheduleTargetInput.fromObject({ source: 'banhanh.schedule', 'detail-type': id }),
          })
        : new StepFunctionsStartExecution(target, {
            ...base,
            input: ScheduleTargetInput.fromObject({ time: ContextAttribute.scheduledTime }),
          }),
  });
}

/** Scheduler's least age of a call. */
export const LEAST_AGE = Duration.minutes(1);
