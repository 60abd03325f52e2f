import { Match, type Template } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, test } from 'vitest';
import { fanOutDefinition } from '#infra/machines/fan-out-definition.ts';
import { piecesDefinition } from '#infra/machines/pieces-definition.ts';
import { settingsOf } from '#infra/stages.ts';
import { type Json, type Resource, resourcesOf, templatesOf } from './support/stage.ts';

let jobs: Template;
let functions: Record<string, Resource>;
beforeAll(() => {
  jobs = templatesOf('production').jobs;
  functions = Object.fromEntries(
    Object.values(resourcesOf(jobs, 'AWS::Lambda::Function')).map((one) => [serviceOf(one), one]),
  );
});
const serviceOf = ({ Properties }: Resource): string => Properties?.['Environment'].Variables.POWERTOOLS_SERVICE_NAME;

describe('every function', () => {
  test('runs on Node.js 24 and arm64, traced, and writes JSON into a log of its own', () => {
    expect(Object.keys(functions).sort()).toEqual([
      'clear-drafts',
      'fan-out-batch',
      'fan-out-units',
      'finish-issue',
      'heads',
      'reindex',
      'sweep',
      'verify',
    ]);
    for (const { Properties } of Object.values(functions)) {
      expect(Properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        Handler: 'index.handler',
        TracingConfig: { Mode: 'Active' },
        LoggingConfig: { LogFormat: 'JSON', LogGroup: { Ref: expect.any(String) } },
      });
    }
    const logs = Object.values(functions).map(({ Properties }) => Properties?.['LoggingConfig'].LogGroup.Ref);
    expect(new Set(logs).size).toBe(8);
  });

  test('is told stage, release, table and buckets', () => {
    for (const { Properties } of Object.values(functions)) {
      expect(Properties?.['Environment'].Variables).toMatchObject({
        NODE_OPTIONS: '--enable-source-maps',
        STAGE: 'production',
        RELEASE: '1.2.3',
        POWERTOOLS_METRICS_NAMESPACE: 'BanHanh',
        TABLE_NAME: expect.anything(),
        ISSUED_BUCKET: expect.anything(),
        WORK_BUCKET: expect.anything(),
      });
    }
    expect(functions['sweep']?.Properties?.['Environment'].Variables).toMatchObject({
      ISSUE_QUEUE_URL: { Ref: expect.stringMatching(/^IssueQueue/) },
      FAN_OUT_ARN: { Ref: expect.stringMatching(/^FanOut/) },
    });
    const { verifyDays } = settingsOf('production');
    expect(functions['verify']?.Properties?.['Environment'].Variables).toMatchObject({
      VERIFY_DAYS: String(verifyDays),
    });
  });

  test('has reserved copies where it could take them from those that people wait for', () => {
    const reserved = Object.entries(functions).flatMap(([name, { Properties }]) =>
      'ReservedConcurrentExecutions' in (Properties ?? {})
        ? [[name, Properties?.['ReservedConcurrentExecutions']]]
        : [],
    );
    expect(reserved).toEqual([['fan-out-batch', settingsOf('production').concurrency['fan-out-batch']]]);
  });
});

describe('issues that are owed their files', () => {
  test('are handed to finish-issue in small batches; what fails comes again alone, five times at most', () => {
    jobs.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      BatchSize: 5,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 50 },
      EventSourceArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^IssueQueue'), 'Arn'] },
    });
    const [queue] = queues(/^IssueQueue(?!DeadLetters)/);
    expect(queue?.['RedrivePolicy']).toMatchObject({
      maxReceiveCount: 5,
      deadLetterTargetArn: { 'Fn::GetAtt': [expect.stringMatching(/^IssueQueueDeadLetters/), 'Arn'] },
    });
    expect(queue?.['VisibilityTimeout']).toBe(6 * functions['finish-issue']?.Properties?.['Timeout']);
  });

  test('wait two weeks in the dead letters', () => {
    for (const queue of queues(/DeadLetters|LostEvents/))
      expect(queue?.['MessageRetentionPeriod']).toBe(14 * 24 * 60 * 60);
  });

  test('lie in queues that are encrypted and closed to plain HTTP', () => {
    expect(queues(/./)).toHaveLength(3);
    for (const queue of queues(/./)) expect(queue).toMatchObject({ SqsManagedSseEnabled: true });
    jobs.resourcePropertiesCountIs(
      'AWS::SQS::QueuePolicy',
      {
        PolicyDocument: { Statement: [Match.objectLike({ Condition: { Bool: { 'aws:SecureTransport': 'false' } } })] },
      },
      3,
    );
  });
});

describe('what runs by the clock', () => {
  test('is sweep every minute, never two at once, and verify at two in the morning in Vietnam', () => {
    jobs.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'rate(1 minute)',
      Target: Match.objectLike({ Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Sweep'), 'Arn'] } }),
    });
    jobs.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'cron(0 2 * * ? *)',
      ScheduleExpressionTimezone: 'Asia/Ho_Chi_Minh',
      Target: Match.objectLike({ Arn: { Ref: Match.stringLikeRegexp('^VerifyAll') } }),
    });
    templatesOf('staging').jobs.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'cron(0 2 * * ? *)',
      Target: Match.objectLike({ Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Verify'), 'Arn'] } }),
    });
    jobs.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'cron(30 0 * * ? *)',
      Target: Match.objectLike({ Arn: { Ref: Match.stringLikeRegexp('^HeadsAll') } }),
    });
    expect(functions['sweep']?.Properties?.['Timeout']).toBeLessThan(60);
    expect(functions['verify']?.Properties?.['Timeout']).toBe(900);
  });

  test('leaves a call that could not be made, and one that failed, where an alarm sees them', () => {
    for (const { Properties } of Object.values(resourcesOf(jobs, 'AWS::Scheduler::Schedule'))) {
      expect(Properties?.['Target'].DeadLetterConfig.Arn).toEqual({
        'Fn::GetAtt': [expect.stringMatching(/^LostEvents/), 'Arn'],
      });
    }
    for (const name of ['Sweep', 'Verify', 'Heads', 'Reindex']) {
      jobs.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
        FunctionName: { Ref: Match.stringLikeRegexp(`^${name}`) },
        DestinationConfig: {
          OnFailure: { Destination: { 'Fn::GetAtt': [Match.stringLikeRegexp('^LostEvents'), 'Arn'] } },
        },
      });
    }
  });
});

describe('a fan-out', () => {
  test('is a standard machine with a log of every step but what is in them, traced', () => {
    jobs.hasResourceProperties('AWS::StepFunctions::StateMachine', {
      StateMachineName: 'banhanh-production-fan-out',
      StateMachineType: 'STANDARD',
      LoggingConfiguration: { Level: 'ALL', IncludeExecutionData: false },
      TracingConfiguration: { Enabled: true },
    });
  });

  test('says in the template what its definition says', () => {
    const named = fanOutDefinition({ fanOutUnitsArn: 'FanOutUnits', fanOutBatchArn: 'FanOutBatch', batches: 100 });
    expect(definitionOf('fan-out')).toEqual(named);
  });

  test('tolerates every batch that fails, hands out twenty at a time, and tries again ever later with jitter', () => {
    const { States }: Json = fanOutDefinition({ fanOutUnitsArn: 'a', fanOutBatchArn: 'b', batches: 7 });
    expect(States.EachBatch).toMatchObject({
      ToleratedFailurePercentage: 100,
      MaxConcurrency: 7,
      ItemBatcher: { MaxItemsPerBatch: 20 },
      ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' } },
    });
    for (const { Retry } of [States.UnitsStillToDo, States.EachBatch.ItemProcessor.States.Localise]) {
      for (const { BackoffRate, JitterStrategy } of Retry) {
        expect(BackoffRate).toBeGreaterThanOrEqual(2);
        expect(JitterStrategy).toBe('FULL');
      }
      expect(Retry.flatMap(({ ErrorEquals }: Json) => ErrorEquals)).toContain('States.ALL');
    }
  });

  test('gives a batch less time than its lease, and twice that fits an express execution', () => {
    const { Timeout } = functions['fan-out-batch']?.Properties ?? {};
    expect(Timeout).toBeLessThan(120);
    expect(2 * Timeout).toBeLessThan(300);
  });
});

describe('the nightly check', () => {
  test('says in the template what its definition says, and takes a function’s whole time for each piece', () => {
    const { verifyPieces, upkeepPieces } = settingsOf('production');
    const comment = 'whether register and files still say the same';
    const named = piecesDefinition({ comment, functionArn: 'Verify', ...verifyPieces! });
    expect(definitionOf('verify')).toEqual(named);
    const heads = { comment: 'where the audit chains stand', functionArn: 'Heads', ...upkeepPieces! };
    expect(definitionOf('heads')).toEqual(piecesDefinition(heads));
    const reindex = {
      comment: 'older documents by the tokens of this release',
      functionArn: 'Reindex',
      ...upkeepPieces!,
    };
    expect(definitionOf('reindex')).toEqual(piecesDefinition(reindex));
    expect(named).toMatchObject({
      States: { EachPiece: { ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' } } } },
    });
  });
});

/** Definition of a machine of production, with the logical ids of its functions for their ARNs. */
function definitionOf(name: string): Json {
  const machines = Object.values(resourcesOf(jobs, 'AWS::StepFunctions::StateMachine'));
  const machine = machines.find(({ Properties }) => Properties?.['StateMachineName'] === `banhanh-production-${name}`);
  const parts: Json[] = machine?.Properties?.['DefinitionString']['Fn::Join'][1];
  return JSON.parse(
    parts.map((part) => (typeof part === 'string' ? part : part['Fn::GetAtt'][0].slice(0, -8))).join(''),
  );
}

function queues(name: RegExp): (Resource['Properties'] | undefined)[] {
  const all = Object.entries(resourcesOf(jobs, 'AWS::SQS::Queue'));
  return all.filter(([id]) => name.test(id)).map(([, { Properties }]) => Properties);
}
