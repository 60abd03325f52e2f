import type { BackupVault } from 'aws-cdk-lib/aws-backup';
import { EventField, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import type { OurStack } from '../our-stack.ts';
import type { Alarms } from '../targets.ts';
import { tellOfEvents } from '../watch/told-events.ts';

/** Tells who gets the alarms of each recovery point that could not be made. */
export function backupFailures(stack: OurStack, vault: BackupVault, alarms: Alarms): void {
  const { stage } = stack.deployment;
  const field = (name: string) => EventField.fromPath(`$.detail.${name}`);
  tellOfEvents(
    stack,
    {
      id: 'BackupFailed',
      description: `Ban Hanh (${stage}): a recovery point could not be made`,
      pattern: {
        source: ['aws.backup'],
        detailType: ['Backup Job State Change'],
        detail: { state: ['FAILED', 'ABORTED', 'EXPIRED', 'PARTIAL'], backupVaultName: [vault.backupVaultName] },
      },
      message: RuleTargetInput.fromText(
        `Ban Hành (${stage}): AWS Backup không tạo được điểm khôi phục của ${field('resourceArn')} ` +
          `(${field('state')}, việc ${field('backupJobId')}). Xem AWS Backup, mục Jobs; bảng dữ liệu vẫn có khôi phục theo thời điểm.`,
      ),
      untold: 'UntoldFailures',
    },
    alarms,
  );
}
