import { Match, type Template } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, test } from 'vitest';
import { settingsOf } from '#infra/stages.ts';
import { type Json, resourcesOf, templatesOf } from './support/stage.ts';

const STAGES = ['staging', 'production'] as const;

let backup: Record<(typeof STAGES)[number], Template>;
beforeAll(() => {
  backup = Object.fromEntries(STAGES.map((stage) => [stage, templatesOf(stage).backup])) as typeof backup;
});

const plansOf = (stage: (typeof STAGES)[number]): [string, Json[]][] =>
  Object.values(resourcesOf(backup[stage], 'AWS::Backup::BackupPlan')).map(({ Properties }) => [
    Properties?.['BackupPlan'].BackupPlanName,
    Properties?.['BackupPlan'].BackupPlanRule,
  ]);
const said = (rule: Json) => [
  rule.RuleName,
  rule.ScheduleExpression,
  rule.ScheduleExpressionTimezone,
  rule.Lifecycle.MoveToColdStorageAfterDays,
  rule.Lifecycle.DeleteAfterDays,
];

describe('recovery points', () => {
  test.each([
    ['staging', 7, 31, undefined],
    ['production', 35, 400, 1],
  ] as const)(
    'of %s: the buckets every night and month (%i, %i days), the table every month, in the cold after %s',
    (stage, daily, monthly, cold) => {
      const month = ['monthly', 'cron(0 0 1 * ? *)', 'Asia/Ho_Chi_Minh'];
      expect(plansOf(stage).map(([name, rules]) => [name, rules.map(said)])).toEqual([
        [
          `banhanh-${stage}-buckets`,
          [
            ['daily', 'cron(0 1 * * ? *)', 'Asia/Ho_Chi_Minh', undefined, daily],
            [...month, undefined, monthly],
          ],
        ],
        [`banhanh-${stage}-table`, [[...month, cold, monthly]]],
      ]);
    },
  );

  test('are of the table and of both buckets', () => {
    const selections = Object.values(resourcesOf(backup.production, 'AWS::Backup::BackupSelection'));
    const selected = selections.map(({ Properties }) =>
      Properties?.['BackupSelection'].Resources.map(
        (one: Json) => /FnGetAtt([A-Za-z]+?)[0-9A-F]{8}Arn/.exec(one['Fn::ImportValue'])?.[1],
      ),
    );
    expect(selected).toEqual([['IssuedFiles', 'WorkFiles'], ['Register']]);
  });

  test('are not made in dev, whose stacks can then be destroyed', () => {
    expect(templatesOf('dev')).not.toHaveProperty('backup');
    expect(settingsOf('dev').backup).toBeUndefined();
  });

  test('that are cold are kept as long as AWS Backup keeps them', () => {
    for (const stage of STAGES) {
      const { monthlyKeptDays = 0, tableColdAfterDays = -90 } = settingsOf(stage).backup ?? {};
      expect(monthlyKeptDays - tableColdAfterDays).toBeGreaterThanOrEqual(90);
    }
  });

  test('are under a key that nobody ends', () => {
    for (const stage of STAGES) {
      backup[stage].hasResourceProperties('AWS::KMS::Key', {
        KeyPolicy: {
          Statement: Match.arrayWith([
            Match.objectLike({
              Effect: 'Deny',
              Action: ['kms:DeleteImportedKeyMaterial', 'kms:DisableKey', 'kms:ScheduleKeyDeletion'],
              Principal: { AWS: '*' },
            }),
          ]),
        },
      });
    }
  });

  test.each(STAGES)('of %s are deleted by nobody before their day', (stage) => {
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
