import { Duration } from 'aws-cdk-lib';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { ourFunction } from './function.ts';
import { leaveLostEvents } from './lost-events.ts';
import type { OurStack } from './our-stack.ts';
import { LEAST_AGE, schedule } from './schedules.ts';
import type { Data } from './targets.ts';

/** Creates the function that tells people by mail of what waits, every five minutes; none where no sender is named. */
export function teller(
  stack: OurStack,
  { data, lostEvents, pageOrigin }: { readonly data: Data; readonly lostEvents: Queue; readonly pageOrigin: string },
): LambdaFunction | undefined {
  const { mailFrom } = stack.deployment;
  if (mailFrom === undefined) return undefined;
  const domain = mailFrom.slice(mailFrom.lastIndexOf('@') + 1);
  const identityArn = stack.formatArn({ service: 'ses', resource: 'identity', resourceName: domain });
  const tell = ourFunction(stack, 'tell', {
    targets: { data, lostEvents, mail: { from: mailFrom, identityArn } },
    // Below the five minutes between two calls: never two at once.
    timeout: Duration.seconds(285),
    memoryMb: 512,
    environment: { MAIL_FROM: mailFrom, PAGE_ORIGIN: pageOrigin },
    noDeadLetters: 'Its lost events go to a failure destination, which tells the error, too.',
  });
  leaveLostEvents(tell, lostEvents, { attempts: 0, maxAge: LEAST_AGE });
  schedule(stack, 'EveryFiveMinutes', {
    expression: ScheduleExpression.rate(Duration.minutes(5)),
    description: 'Mail to people about what waits for them',
    target: tell,
    maxAge: LEAST_AGE,
    deadLetters: lostEvents,
  });
  return tell;
}
