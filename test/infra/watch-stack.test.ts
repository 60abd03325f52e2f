import { Match, type Template } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, test } from 'vitest';
import { functionEntries } from '#infra/bundle.ts';
import { GUARDS } from '#infra/watch/tampering.ts';
import type { MetricName } from '#telemetry/meter.ts';
import { FIXED } from '../../bench/cost/rates.ts';
import { type Json, resourcesOf, templatesOf } from './support/stage.ts';

let watch: Template;
let alarms: Record<string, Json>;
beforeAll(() => {
  watch = templatesOf('production').watch;
  alarms = Object.fromEntries(
    Object.values(resourcesOf(watch, 'AWS::CloudWatch::Alarm')).map(({ Properties }) => [
      Properties?.['AlarmName'].replace('banhanh-production-', ''),
      Properties,
    ]),
  );
});

/** The metrics that an alarm looks at: name, and by whom it is counted. */
const looksAt = (alarm: Json): string[] =>
  alarm.MetricName
    ? [alarm.MetricName]
    : alarm.Metrics.flatMap(({ MetricStat }: Json) =>
        MetricStat ? [`${MetricStat.Metric.MetricName} ${dimension(MetricStat.Metric.Dimensions)}`] : [],
      );
const dimension = (all: readonly Json[]): string =>
  all
    .map(({ Value }) => (typeof Value === 'string' ? Value : ''))
    .filter((value) => value !== '')
    .join(' ');

describe('alarms', () => {
  test('are these', () => {
    expect(Object.keys(alarms).sort()).toEqual([
      'Breaches',
      'Conflicts',
      'DeadLettersIssue',
      'DeadLettersLostEvents',
      'DeadLettersPdf',
      'DeadLettersUntoldTouches',
      'FanOutFailed',
      'FanOutStopped',
      'FunctionErrors',
      'FunctionThrottles',
      'HeadsSilent',
      'IntegrityMismatch',
      'NumberedTooLong',
      'PdfFailed',
      'SeriesConflicts',
      'ServerErrors',
      'SignInRefused',
      'SlowAnswers',
      'TableThrottles',
      'UpkeepErrors',
      'UpkeepThrottles',
      'VerifySilent',
    ]);
  });

  test('tell in Vietnamese what is wrong, and tell somebody, also when it is over', () => {
    for (const [name, alarm] of Object.entries(alarms)) {
      expect(alarm.AlarmDescription, name).toMatch(
        /[àáảãạăắằẳẵặâấầẩẫậèéẻẽẹêếềểễệìíỉĩịòóỏõọôốồổỗộơớờởỡợùúủũụưứừửữựỳýỷỹỵđ]/,
      );
      expect(alarm.AlarmActions).toEqual([{ Ref: expect.stringMatching(/^Alarms/) }]);
      expect(alarm.OKActions).toEqual(alarm.AlarmActions);
    }
  });

  test('look at errors and slowness as people meet them', () => {
    expect(alarms['ServerErrors']).toMatchObject({ MetricName: '5xx', Statistic: 'Sum', Period: 300, Threshold: 5 });
    expect(alarms['SlowAnswers']).toMatchObject({
      MetricName: 'Latency',
      ExtendedStatistic: 'p99',
      Threshold: 3_000,
      EvaluationPeriods: 3,
    });
  });

  test('look at every function, and at the table in every way that it is asked', () => {
    const all = Object.keys(functionEntries).length;
    const stage = templatesOf('production', { mailFrom: 'a@b.gov.vn' }).watch;
    const looked = Object.fromEntries(
      Object.values(resourcesOf(stage, 'AWS::CloudWatch::Alarm')).map(({ Properties }) => [
        Properties?.['AlarmName'].replace('banhanh-production-', ''),
        Properties?.['Metrics']?.filter(({ MetricStat }: Json) => MetricStat).length ?? 1,
      ]),
    );
    expect(looked['FunctionThrottles'] + looked['UpkeepThrottles']).toBe(all);
    expect(looked['FunctionErrors'] + looked['UpkeepErrors'] + looked['SignInRefused']).toBe(all);
    expect(looked['MailFailed']).toBe(1);
    // One more function must not stop the synthesis.
    expect(Math.max(...Object.values<number>(looked))).toBeLessThanOrEqual(8);
    expect(looksAt(alarms['TableThrottles']).sort()).toEqual(
      ['BatchGetItem', 'GetItem', 'Query', 'Scan', 'TransactWriteItems'].map((one) => `ThrottledRequests ${one}`),
    );
  });

  test('speak when a number has been without files for five minutes, and when nobody looks', () => {
    expect(alarms['NumberedTooLong']).toMatchObject({
      Namespace: 'BanHanh',
      MetricName: 'NumberedOldestSeconds' satisfies MetricName,
      Dimensions: [{ Name: 'service', Value: 'sweep' }],
      Threshold: 300,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      TreatMissingData: 'breaching',
    });
  });

  test('speak when verify has been silent for more than a day', () => {
    expect(alarms['VerifySilent']).toMatchObject({
      MetricName: 'VerifyHeartbeat' satisfies MetricName,
      Dimensions: [{ Name: 'service', Value: 'verify' }],
      Period: 3_600,
      EvaluationPeriods: 26,
      Threshold: 1,
      ComparisonOperator: 'LessThanThreshold',
      TreatMissingData: 'breaching',
    });
  });

  test('speak of the first file that is not what it was stored as, whoever meets it', () => {
    expect(looksAt(alarms['IntegrityMismatch'])).toEqual(
      ['api', 'finish-issue', 'verify', 'make-pdf'].map((service) => `IntegrityMismatch ${service}`),
    );
    expect(alarms['IntegrityMismatch'].Threshold).toBe(1);
    expect(looksAt(alarms['Breaches'])).toEqual(['Breaches verify', 'Breaches heads']);
    expect(alarms['Breaches'].Threshold).toBe(1);
    expect(alarms['HeadsSilent']).toMatchObject({
      MetricName: 'HeadsHeartbeat' satisfies MetricName,
      EvaluationPeriods: 26,
    });
  });

  test('are told the names that the functions count by', () => {
    const counted: MetricName[] = [
      'NumberedOldestSeconds',
      'IntegrityMismatch',
      'Breaches',
      'VerifyHeartbeat',
      'HeadsHeartbeat',
      'SeriesConflict',
      'PdfFailed',
      'FanOutFailed',
    ];
    const looked = new Set(
      Object.values(alarms)
        .flatMap(looksAt)
        .map((one) => one.split(' ')[0]),
    );
    expect(counted.filter((name) => !looked.has(name))).toEqual([]);
  });

  test('do not speak of a quiet night, but those whose silence is the alarm', () => {
    const breaching = Object.entries(alarms).filter(([, { TreatMissingData }]) => TreatMissingData === 'breaching');
    expect(breaching.map(([name]) => name).sort()).toEqual(['HeadsSilent', 'NumberedTooLong', 'VerifySilent']);
  });
});

test('the table of costs counts every metric that an alarm looks at', () => {
  const counts = Object.values(templatesOf('production', { mailFrom: 'a@b.gov.vn' })).flatMap((template) =>
    Object.values(resourcesOf(template, 'AWS::CloudWatch::Alarm')).map(
      ({ Properties }) => Properties?.['Metrics']?.filter(({ MetricStat }: Json) => MetricStat).length ?? 1,
    ),
  );
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(FIXED.alarmMetrics);
});

describe('who is told', () => {
  test('is a parameter without which production is not deployed, and dev is', () => {
    watch.hasParameter('AlarmsTo', { Type: 'String', Default: Match.absent() });
    templatesOf('dev').watch.hasParameter('AlarmsTo', { Default: '' });
    watch.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email', Endpoint: { Ref: 'AlarmsTo' } });
  });

  test('is told by an encrypted topic, which CloudWatch of this account may use', () => {
    const [policy] = Object.values(resourcesOf(watch, 'AWS::SNS::TopicPolicy'));
    const allowed: Json[] = policy?.Properties?.['PolicyDocument'].Statement.filter(
      ({ Effect }: Json) => Effect === 'Allow',
    );
    expect(allowed.map(({ Principal, Condition }) => [Principal.Service, Condition])).toEqual([
      ['cloudwatch.amazonaws.com', { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } }],
    ]);
    watch.hasResourceProperties('AWS::SNS::Topic', { KmsMasterKeyId: Match.anyValue() });
    watch.hasResourceProperties('AWS::KMS::Key', {
      KeyPolicy: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
            Principal: { Service: 'cloudwatch.amazonaws.com' },
            Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
          }),
        ]),
      },
    });
  });
});

test('whoever touches what keeps data safe is told of: keys, deletion protection, policies of buckets and vault', () => {
  const [rule] = Object.values(resourcesOf(watch, 'AWS::Events::Rule'));
  expect(rule?.Properties?.['EventPattern']['detail-type']).toEqual(['AWS API Call via CloudTrail']);
  const { eventName, eventSource } = rule?.Properties?.['EventPattern'].detail ?? {};
  expect(eventSource).toEqual(Object.keys(GUARDS));
  for (const call of [
    'PutKeyPolicy',
    'ScheduleKeyDeletion',
    'DeleteImportedKeyMaterial',
    'UpdateTable',
    'UpdateUserPool',
    'PutBucketPolicy',
    'PutBackupVaultAccessPolicy',
    'DeleteBackupVaultLockConfiguration',
    'StopLogging',
  ])
    expect(eventName).toContain(call);
  expect(rule?.Properties?.['Targets']).toMatchObject([
    { Arn: { Ref: expect.stringMatching(/^Alarms/) }, DeadLetterConfig: { Arn: expect.anything() } },
  ]);
});

test('an account without a trail gets one of this stage: every change, all regions, sealed, deleted by nobody', () => {
  watch.resourceCountIs('AWS::CloudTrail::Trail', 0);
  const { watch: made } = templatesOf('production', { trail: 'on' });
  made.hasResourceProperties('AWS::CloudTrail::Trail', {
    IsLogging: true,
    IsMultiRegionTrail: true,
    IncludeGlobalServiceEvents: true,
    EnableLogFileValidation: true,
    EventSelectors: [{ ReadWriteType: 'WriteOnly' }],
    S3BucketName: { Ref: Match.stringLikeRegexp('^TrailFiles') },
  });
  const [bucket] = Object.values(resourcesOf(made, 'AWS::S3::Bucket'));
  expect(bucket).toMatchObject({ DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' });
  const statements: Json[] = Object.values(resourcesOf(made, 'AWS::S3::BucketPolicy')).flatMap(
    ({ Properties }) => Properties?.['PolicyDocument'].Statement,
  );
  expect(statements.find(({ Sid }) => Sid === 'NobodyDeletesEvents')).toMatchObject({
    Effect: 'Deny',
    Action: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
  });
  const dev = Object.values(resourcesOf(templatesOf('dev', { trail: 'on' }).watch, 'AWS::S3::Bucket'));
  expect(dev).toMatchObject([{ DeletionPolicy: 'Delete' }]);
});

test('the dashboard shows the alarms first, and has the name of its region, because dashboards are the account’s', () => {
  const [dashboard] = Object.values(resourcesOf(watch, 'AWS::CloudWatch::Dashboard'));
  expect(dashboard?.Properties?.['DashboardName']).toBe('banhanh-production-ap-southeast-1');
  const body: string = dashboard?.Properties?.['DashboardBody']['Fn::Join'][1]
    .map((part: Json) => (typeof part === 'string' ? part : 'x'))
    .join('');
  const widgets: Json[] = JSON.parse(body).widgets;
  expect(widgets[1].type).toBe('alarm');
  expect(widgets[1].properties.alarms).toHaveLength(Object.keys(alarms).length - 1);
  expect(widgets.length).toBeGreaterThan(10);
});
