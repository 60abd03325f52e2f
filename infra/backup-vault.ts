import { Duration, RemovalPolicy, TimeZone } from 'aws-cdk-lib';
import { BackupPlanRule, BackupVault } from 'aws-cdk-lib/aws-backup';
import { Schedule } from 'aws-cdk-lib/aws-events';
import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { OurStack } from './our-stack.ts';
import type { StageSettings } from './stages.ts';

/** Days in which a compliance lock can still be taken back; then nobody can, AWS included. */
const GRACE_DAYS = 3;

/** Where recovery points are kept, under a key of their own: who loses the data's key has not lost them, too. */
export function backupVault(stack: OurStack): BackupVault {
  const { dailyKeptDays, monthlyKeptDays, vaultLock } = stack.deployment.settings.backup;
  const encryptionKey = new Key(stack, 'VaultKey', {
    description: `Ban Hanh (${stack.deployment.stage}): recovery points`,
    enableKeyRotation: true,
    pendingWindow: Duration.days(30),
    removalPolicy: RemovalPolicy.RETAIN,
  });
  return new BackupVault(stack, 'Vault', {
    encryptionKey,
    removalPolicy: RemovalPolicy.RETAIN,
    accessPolicy: new PolicyDocument({
      statements: [
        new PolicyStatement({
          sid: 'NobodyDeletesRecoveryPoints',
          effect: Effect.DENY,
          principals: [new AnyPrincipal()],
          actions: ['backup:DeleteRecoveryPoint', 'backup:UpdateRecoveryPointLifecycle'],
          resources: ['*'],
        }),
      ],
    }),
    ...(vaultLock === 'compliance' && {
      lockConfiguration: {
        minRetention: Duration.days(dailyKeptDays),
        maxRetention: Duration.days(monthlyKeptDays),
        changeableFor: Duration.days(GRACE_DAYS),
      },
    }),
  });
}

/** Every day at 01:00 and on the first of each month at 00:00 in Vietnam, where nobody is at work. */
export function backupRules(backupVault: BackupVault, kept: StageSettings['backup']): BackupPlanRule[] {
  const common = {
    backupVault,
    startWindow: Duration.hours(1),
    completionWindow: Duration.hours(24),
    scheduleExpressionTimezone: TimeZone.ASIA_HO_CHI_MINH,
  };
  return [
    new BackupPlanRule({
      ...common,
      ruleName: 'daily',
      scheduleExpression: Schedule.cron({ hour: '1', minute: '0' }),
      deleteAfter: Duration.days(kept.dailyKeptDays),
    }),
    new BackupPlanRule({
      ...common,
      ruleName: 'monthly',
      scheduleExpression: Schedule.cron({ day: '1', hour: '0', minute: '0' }),
      deleteAfter: Duration.days(kept.monthlyKeptDays),
    }),
  ];
}
