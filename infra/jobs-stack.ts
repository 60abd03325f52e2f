import { Duration, TimeZone } from 'aws-cdk-lib';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { Deployment } from './deployment.ts';
import { type Functions, ourFunction } from './function.ts';
import { goingThrough, inPieces } from './going-through.ts';
import { leaveLostEvents } from './lost-events.ts';
import { distributedMachine } from './machines/distributed-machine.ts';
import { fanOutDefinition } from './machines/fan-out-definition.ts';
import { OurStack } from './our-stack.ts';
import { deadLetterQueue, workQueue } from './queues.ts';
import { LEAST_AGE, schedule } from './schedules.ts';
import type { Data } from './targets.ts';

const FINISH_WITHIN = Duration.seconds(60);

/** Stack of work nobody waits for: finishing issues, fan-outs, the nightly check. */
export class JobsStack extends OurStack {
  readonly fanOut: StateMachine;
  readonly functions: Functions;
  /** By what a reader of the alarm calls them. */
  readonly deadLetters: Readonly<Record<string, Queue>>;
  readonly issueQueue: Queue;
  /** Calls that failed for good. */
  readonly lostEvents: Queue;

  constructor(scope: Construct, deployment: Deployment, data: Data) {
    super(scope, 'jobs', 'what no person waits for', deployment);
    const { settings } = deployment;
    const removalPolicy = this.leftovers;
    const issues = workQueue(this, 'IssueQueue', { handledWithin: FINISH_WITHIN, removalPolicy });
    const lostEvents = deadLetterQueue(this, 'LostEvents', removalPolicy);

    const fanOutUnits = ourFunction(this, 'fan-out-units', {
      targets: { data },
      timeout: Duration.seconds(60),
      memoryMb: 512,
      noDeadLetters: 'Step Functions waits for its answer, tries again and logs what fails.',
    });
    const fanOutBatch = ourFunction(this, 'fan-out-batch', {
      targets: { data },
      // Less than a lease (120 s), so that what a killed worker held is free again when it is taken up.
      timeout: Duration.seconds(110),
      memoryMb: 1_769,
      reservedConcurrency: settings.concurrency['fan-out-batch'],
      noDeadLetters: 'Step Functions waits for its answer; its rows stay as they are, and sweep starts the run again.',
    });
    this.fanOut = distributedMachine(this, 'FanOut', {
      name: 'fan-out',
      purpose: 'what a fan-out may do',
      definition: fanOutDefinition({
        fanOutUnitsArn: fanOutUnits.functionArn,
        fanOutBatchArn: fanOutBatch.functionArn,
        batches: settings.fanOutBatches,
      }),
      calls: [fanOutUnits, fanOutBatch],
    });

    const finishIssue = ourFunction(this, 'finish-issue', {
      targets: { data, issueQueue: issues.queue },
      timeout: FINISH_WITHIN,
      memoryMb: 1_769,
      noDeadLetters: 'It is fed by a queue, which has its own.',
    });
    const mapping = new EventSourceMapping(this, 'IssuesToFinish', {
      target: finishIssue,
      eventSourceArn: issues.queue.queueArn,
      batchSize: 5,
      reportBatchItemFailures: true,
      maxConcurrency: settings.finishAtOnce,
    });
    acknowledge(mapping, {
      'Serverless-LambdaEventSourceMappingDestination':
        'SQS as a source takes no destination; the queue has dead letters.',
    });

    const sweep = ourFunction(this, 'sweep', {
      targets: { data, issueQueue: issues.queue, lostEvents, fanOutArn: this.fanOut.stateMachineArn },
      // Below the minute between two calls: never two at once.
      timeout: Duration.seconds(50),
      memoryMb: 512,
      environment: { ISSUE_QUEUE_URL: issues.queue.queueUrl, FAN_OUT_ARN: this.fanOut.stateMachineArn },
      noDeadLetters: 'Its lost events go to a failure destination, which tells the error, too.',
    });
    leaveLostEvents(sweep, lostEvents, { attempts: 0, maxAge: LEAST_AGE });
    schedule(this, 'EveryMinute', {
      expression: ScheduleExpression.rate(Duration.minutes(1)),
      description: 'Issues whose files are owed, fan-outs that stopped',
      target: sweep,
      maxAge: LEAST_AGE,
      deadLetters: lostEvents,
    });

    const throughAll = { data, lostEvents };
    const verify = goingThrough(this, 'verify', throughAll, { VERIFY_DAYS: String(settings.verifyDays) });
    const night = { maxAge: Duration.hours(2), deadLetters: lostEvents };
    schedule(this, 'EveryNight', {
      expression: ScheduleExpression.cron({ hour: '2', minute: '0', timeZone: TimeZone.ASIA_HO_CHI_MINH }),
      description: 'Whether register and files still say the same',
      target: inPieces(this, verify, settings.verifyPieces, {
        construct: 'VerifyAll',
        name: 'verify',
        purpose: 'what the nightly check may do',
        comment: 'whether register and files still say the same',
      }),
      ...night,
    });
    const heads = goingThrough(this, 'heads', throughAll);
    schedule(this, 'EveryDay', {
      expression: ScheduleExpression.cron({ hour: '0', minute: '30', timeZone: TimeZone.ASIA_HO_CHI_MINH }),
      description: 'Where the audit chains stand, into the locked bucket',
      target: inPieces(this, heads, settings.upkeepPieces, {
        construct: 'HeadsAll',
        name: 'heads',
        purpose: 'what the daily heads may do',
        comment: 'where the audit chains stand',
      }),
      ...night,
    });
    const clearDrafts = goingThrough(this, 'clear-drafts', throughAll);
    schedule(this, 'EveryMorning', {
      expression: ScheduleExpression.cron({ hour: '4', minute: '0', timeZone: TimeZone.ASIA_HO_CHI_MINH }),
      description: 'Texts of drafts that nothing names any more',
      target: clearDrafts,
      ...night,
    });
    // Started by hand after a release that finds more.
    const reindex = goingThrough(this, 'reindex', throughAll);
    inPieces(this, reindex, settings.upkeepPieces, {
      construct: 'ReindexAll',
      name: 'reindex',
      purpose: 'what a run of reindex may do',
      comment: 'older documents by the tokens of this release',
    });

    this.issueQueue = issues.queue;
    this.lostEvents = lostEvents;
    this.functions = {
      sweep,
      'finish-issue': finishIssue,
      'fan-out-units': fanOutUnits,
      'fan-out-batch': fanOutBatch,
      verify,
      heads,
      reindex,
      'clear-drafts': clearDrafts,
    };
    this.deadLetters = { Issue: issues.deadLetters, LostEvents: lostEvents };
  }
}
