import { Duration, type RemovalPolicy } from 'aws-cdk-lib';
import { Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

/** Tries of a message before it is a dead letter. */
export const MAX_RECEIVES = 5;

/** A queue, and where its messages go that nobody could handle. */
export interface QueueWithDeadLetters {
  readonly queue: Queue;
  readonly deadLetters: Queue;
}

/** Queue of dead letters: two weeks, an alarm from the first on. */
export function deadLetterQueue(scope: Construct, id: string, removalPolicy: RemovalPolicy): Queue {
  const queue = new Queue(scope, id, { ...common, retentionPeriod: Duration.days(14), removalPolicy });
  acknowledge(queue, {
    'AwsSolutions-SQS3': 'This is where dead letters end; an alarm tells of the first.',
    'Serverless-SQSRedrivePolicy': 'This is where dead letters end; an alarm tells of the first.',
  });
  return queue;
}

/** Queue of work for a function that takes `handledWithin` at most. `afterwards`: delay before it gets a message. */
export function workQueue(
  scope: Construct,
  id: string,
  {
    handledWithin,
    removalPolicy,
    afterwards = Duration.seconds(0),
  }: { readonly handledWithin: Duration; readonly removalPolicy: RemovalPolicy; readonly afterwards?: Duration },
): QueueWithDeadLetters {
  const deadLetters = deadLetterQueue(scope, `${id}DeadLetters`, removalPolicy);
  const queue = new Queue(scope, id, {
    ...common,
    // Lambda's own advice: six times the function's timeout, so that a throttled function finds its messages still its own.
    visibilityTimeout: Duration.seconds(6 * handledWithin.toSeconds()),
    deliveryDelay: afterwards,
    retentionPeriod: Duration.days(4),
    deadLetterQueue: { queue: deadLetters, maxReceiveCount: MAX_RECEIVES },
    removalPolicy,
  });
  return { queue, deadLetters };
}

const common: QueueProps = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true };
