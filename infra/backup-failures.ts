import type { BackupVault } from 'aws-cdk-lib/aws-backup';
import { EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { deadLetterRow, putUpAlarm } from './alarm.ts';
import type { OurStack } from './our-stack.ts';
import { deadLetterQueue } from './queues.ts';
import type { WatchStack } from './watch-stack.ts';

/** Tells who gets the alarms of each recovery point that could not be made. */
export function backupFailures(stack: OurStack, vault: BackupVault, { topic, key }: WatchStack['alarms']): void {
  const { stage } = stack.deployment;
  const field = (name: string) => EventField.fromPath(`$.detail.${name}`);
  const message = RuleTargetInput.fromText(
    `Ban Hành (${stage}): AWS Backup không tạo được điểm khôi phục của ${field('resourceArn')} ` +
      `(${field('state')}, việc ${field('backupJobId')}). Xem AWS Backup, mục Jobs; bảng dữ liệu vẫn có khôi phục theo thời điểm.`,
  );
  // Otherwise CDK lets EventBridge speak there for any account.
  const role = new Role(stack, 'BackupFailedRole', {
    assumedBy: new ServicePrincipal('events.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    }),
    inlinePolicies: {
      grants: new PolicyDocument({
        statements: [
          new PolicyStatement({ actions: ['sns:Publish'], resources: [topic.topicArn] }),
          new PolicyStatement({ actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [key.keyArn] }),
        ],
      }),
    },
  });
  const deadLetters = deadLetterQueue(stack, 'UntoldFailures', stack.leftovers);
  putUpAlarm(stack, deadLetterRow('UntoldFailures', deadLetters), topic);
  new Rule(stack, 'BackupFailed', {
    description: `Ban Hanh (${stage}): a recovery point could not be made`,
    eventPattern: {
      source: ['aws.backup'],
      detailType: ['Backup Job State Change'],
      detail: { state: ['FAILED', 'ABORTED', 'EXPIRED', 'PARTIAL'], backupVaultName: [vault.backupVaultName] },
    },
    targets: [new SnsTopic(topic, { message, role: role.withoutPolicyUpdates(), deadLetterQueue: deadLetters })],
  });
}
