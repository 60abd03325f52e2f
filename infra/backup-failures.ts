import type { BackupVault } from 'aws-cdk-lib/aws-backup';
import { EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { OurStack } from './our-stack.ts';
import { deadLetterQueue } from './queues.ts';

/** Tells who gets the alarms of each recovery point that could not be made. */
export function backupFailures(stack: OurStack, vault: BackupVault, topic: Topic): void {
  const { stage } = stack.deployment;
  const field = (name: string) => EventField.fromPath(`$.detail.${name}`);
  const message = RuleTargetInput.fromText(
    `Ban Hành (${stage}): AWS Backup không tạo được điểm khôi phục của ${field('resourceArn')} ` +
      `(${field('state')}, việc ${field('backupJobId')}). Xem AWS Backup, mục Jobs; bảng dữ liệu vẫn có khôi phục theo thời điểm.`,
  );
  new Rule(stack, 'BackupFailed', {
    description: `Ban Hanh (${stage}): a recovery point could not be made`,
    eventPattern: {
      source: ['aws.backup'],
      detailType: ['Backup Job State Change'],
      detail: { state: ['FAILED', 'ABORTED', 'EXPIRED', 'PARTIAL'], backupVaultName: [vault.backupVaultName] },
    },
    targets: [
      new SnsTopic(topic, { message, deadLetterQueue: deadLetterQueue(stack, 'UntoldFailures', stack.leftovers) }),
    ],
  });
}
