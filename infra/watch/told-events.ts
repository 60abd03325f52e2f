import { type EventPattern, Rule, type RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { OurStack } from '../our-stack.ts';
import { deadLetterQueue } from '../queues.ts';
import type { Alarms } from '../targets.ts';
import { deadLetterAlarm } from './dead-letter-alarm.ts';
import { putUpAlarm } from './put-up-alarm.ts';

/** Events of AWS that people are told of by mail. */
export interface ToldEvents {
  readonly id: string;
  readonly description: string;
  readonly pattern: EventPattern;
  readonly message: RuleTargetInput;
  /** Name in the alarm of the queue of mails that could not be handed on. */
  readonly untold: string;
}

/** Tells who gets the alarms of events, and keeps in a queue what could not be told. */
export function tellOfEvents(stack: OurStack, told: ToldEvents, { topic, key }: Alarms): void {
  // Otherwise CDK lets EventBridge speak there for any account.
  const role = new Role(stack, `${told.id}Role`, {
    assumedBy: new ServicePrincipal('events.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    }),
    inlinePolicies: {
      grants: new PolicyDocument({
        statements: [
          new PolicyStatement({ actions: ['sns:Publish'], resources: [topic.topicArn] }),
          new PolicyStatement({ actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [key.keyArn] }),
        ],
      }),
    },
  });
  const deadLetters = deadLetterQueue(stack, told.untold, stack.leftovers);
  putUpAlarm(stack, deadLetterAlarm(told.untold, deadLetters), topic);
  new Rule(stack, told.id, {
    description: told.description,
    eventPattern: told.pattern,
    targets: [
      new SnsTopic(topic, {
        message: told.message,
        role: role.withoutPolicyUpdates(),
        deadLetterQueue: deadLetters,
      }),
    ],
  });
}
