import { Match, type Template } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, test } from 'vitest';
import { type StageName, stageName } from '#infra/stages.ts';
import { type Json, resourcesOf, templatesOf } from './support/stage.ts';

let backup: Record<StageName, Template>;
beforeAll(() => {
  backup = Object.fromEntries(stageName.options.map((stage) => [stage, templatesOf(stage).backup])) as typeof backup;
});

describe('recovery points', () => {
  test.each([
    ['dev', 7, 31],
    ['staging', 7, 31],
    ['production', 35, 400],
  ] as const)('of %s are made every night and every month, and kept %i and %i days', (stage, daily, monthly) => {
    const [plan] = Object.values(resourcesOf(backup[stage], 'AWS::Backup::BackupPlan'));
    const rules: Json[] = plan?.Properties?.BackupPlan.BackupPlanRule;
    expect(
      rules.map((rule) => [
        rule.RuleName,
        rule.ScheduleExpression,
        rule.ScheduleExpressionTimezone,
        rule.Lifecycle.DeleteAfterDays,
      ]),
    ).toEqual([
      ['daily', 'cron(0 1 * * ? *)', 'Asia/Ho_Chi_Minh', daily],
      ['monthly', 'cron(0 0 1 * ? *)', 'Asia/Ho_Chi_Minh', monthly],
    ]);
  });

  test('are of the table and of both buckets', () => {
    const [selection] = Object.values(resourcesOf(backup.production, 'AWS::Backup::BackupSelection'));
    const resources: Json[] = selection?.Properties?.BackupSelection.Resources;
    const imported = resources.map((one) => /FnGetAtt([A-Za-z]+?)[0-9A-F]{8}Arn/.exec(one['Fn::ImportValue'])?.[1]);
    expect(imported).toEqual(['Register', 'IssuedFiles', 'WorkFiles']);
  });

  test.each(stageName.options)('of %s are deleted by nobody before their day', (stage) => {
    backup[stage].hasResourceProperties('AWS::Backup::BackupVault', {
      AccessPolicy: {
        Statement: [
          Match.objectLike({
            Effect: 'Deny',
            Action: ['backup:DeleteRecoveryPoint', 'backup:UpdateRecoveryPointLifecycle'],
            Principal: { AWS: '*' },
          }),
        ],
      },
    });
  });

  test('lie in production in a vault that nobody can open again after three days', () => {
    backup.production.hasResourceProperties('AWS::Backup::BackupVault', {
      LockConfiguration: { ChangeableForDays: 3, MinRetentionDays: 35, MaxRetentionDays: 400 },
    });
    backup.staging.hasResourceProperties('AWS::Backup::BackupVault', { LockConfiguration: Match.absent() });
  });

  test('that could not be made are told to who gets the alarms', () => {
    backup.production.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: {
        source: ['aws.backup'],
        'detail-type': ['Backup Job State Change'],
        detail: { state: ['FAILED', 'ABORTED', 'EXPIRED', 'PARTIAL'], backupVaultName: Match.anyValue() },
      },
      Targets: [
        Match.objectLike({
          RoleArn: Match.anyValue(),
          DeadLetterConfig: { Arn: Match.anyValue() },
          InputTransformer: Match.anyValue(),
        }),
      ],
    });
    backup.production.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmName: 'banhanh-production-DeadLettersUntoldFailures',
      Threshold: 1,
      AlarmActions: [Match.anyValue()],
    });
  });
});
