import { EventField, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import type { OurStack } from '../our-stack.ts';
import type { Alarms } from '../targets.ts';
import { tellOfEvents } from './told-events.ts';

/** Calls that take away what keeps data safe, by the service that CloudTrail names. A deployment may make some of them, too. */
export const GUARDS = {
  'kms.amazonaws.com': [
    'PutKeyPolicy',
    'ScheduleKeyDeletion',
    'DisableKey',
    'DisableKeyRotation',
    'DeleteImportedKeyMaterial',
  ],
  'dynamodb.amazonaws.com': ['UpdateTable', 'DeleteTable', 'UpdateContinuousBackups', 'PutResourcePolicy'],
  'cognito-idp.amazonaws.com': ['UpdateUserPool', 'DeleteUserPool', 'SetUserPoolMfaConfig', 'UpdateUserPoolClient'],
  's3.amazonaws.com': [
    'PutBucketPolicy',
    'DeleteBucketPolicy',
    'PutBucketVersioning',
    'PutBucketObjectLockConfiguration',
    'PutBucketLifecycle',
    'PutBucketPublicAccessBlock',
    'DeleteBucketPublicAccessBlock',
    'DeleteBucket',
  ],
  'backup.amazonaws.com': [
    'PutBackupVaultAccessPolicy',
    'DeleteBackupVaultAccessPolicy',
    'PutBackupVaultLockConfiguration',
    'DeleteBackupVaultLockConfiguration',
    'DeleteBackupVault',
    'UpdateBackupPlan',
    'DeleteBackupPlan',
    'DeleteBackupSelection',
  ],
  'logs.amazonaws.com': ['DeleteLogGroup', 'PutRetentionPolicy', 'PutLogGroupDeletionProtection'],
  'cloudtrail.amazonaws.com': ['StopLogging', 'DeleteTrail', 'UpdateTrail', 'PutEventSelectors'],
} as const;

/**
 * Tells who gets the alarms that somebody has touched a guard: policy or end of a key, deletion protection, policy of a bucket or of
 * the vault. EventBridge hears of it only where a trail of the account records management events: its own, or `-c trail=on`.
 */
export function tellOfTampering(stack: OurStack, alarms: Alarms): void {
  const { stage } = stack.deployment;
  const field = (name: string) => EventField.fromPath(`$.detail.${name}`);
  tellOfEvents(
    stack,
    {
      id: 'GuardTouched',
      description: `Ban Hanh (${stage}): somebody has touched what keeps data safe`,
      pattern: {
        detailType: ['AWS API Call via CloudTrail'],
        detail: { eventSource: Object.keys(GUARDS), eventName: Object.values(GUARDS).flat() },
      },
      message: RuleTargetInput.fromText(
        `Ban Hành (${stage}): có người động đến điều giữ an toàn cho dữ liệu: ${field('eventSource')} ${field('eventName')}, ` +
          `bởi ${field('userIdentity.arn')}, lúc ${field('eventTime')} (UTC), sự kiện ${field('eventID')}. ` +
          'Lần triển khai cũng có thể gọi lệnh này; không phải lần triển khai thì xem CloudTrail ngay.',
      ),
      untold: 'UntoldTouches',
    },
    alarms,
  );
}
