import { Duration, TimeZone } from 'aws-cdk-lib';
import { BackupPlanRule, BackupVault } from 'aws-cdk-lib/aws-backup';
import { Schedule } from 'aws-cdk-lib/aws-events';
import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { guardedKey } from '../data/data-key.ts';
import type { OurStack } from '../our-stack.ts';
import type { StageSettings } from '../stages.ts';

/** Days in which a compliance lock can still be taken back; then nobody can, AWS included. */
const GRACE_DAYS = 3;

type Kept = NonNullable<StageSettings['backup']>;

/** Vault of recovery points under a key of its own, safe from the loss of the data's key. */
export function backupVault(stack: OurStack, { dailyKeptDays, monthlyKeptDays, vaultLock }: Kept): BackupVault {
  const encryptionKey = guardedKey(stack, 'VaultKey', {
    description: `Ban Hanh (${stack.deployment.stage}): recovery points`,
  });
  return new BackupVault(stack, 'Vault', {
    encryptionKey,
    removalPolicy: stack.ofData,
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

/** Schedule and retention of recovery points, at night in Vietnam. */
export function backupRules(
  backupVault: BackupVault,
  kept: Kept,
): { readonly buckets: BackupPlanRule[]; readonly table: BackupPlanRule[] } {
  const common = {
    backupVault,
    startWindow: Duration.hours(1),
    completionWindow: Duration.hours(24),
    scheduleExpressionTimezone: TimeZone.ASIA_HO_CHI_MINH,
  };
  const monthly = {
    ...common,
    ruleName: 'monthly',
    scheduleExpression: Schedule.cron({ day: '1', hour: '0', minute: '0' }),
    deleteAfter: Duration.days(kept.monthlyKeptDays),
  };
  return {
    buckets: [
      new BackupPlanRule({
        ...common,
        ruleName: 'daily',
        scheduleExpression: Schedule.cron({ hour: '1', minute: '0' }),
        deleteAfter: Duration.days(kept.dailyKeptDays),
      }),
      new BackupPlanRule(monthly),
    ],
    // Each is a full copy; the days before are those of the table's own point in time.
    table: [
      new BackupPlanRule({
        ...monthly,
        ...(kept.tableColdAfterDays !== undefined && {
          moveToColdStorageAfter: Duration.days(kept.tableColdAfterDays),
        }),
      }),
    ],
  };
}
