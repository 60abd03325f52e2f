import { RemovalPolicy } from 'aws-cdk-lib';
import { BackupPlan, BackupResource, type BackupVault } from 'aws-cdk-lib/aws-backup';
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { backupFailures } from './backup-failures.ts';
import { backupRules, backupVault } from './backup-vault.ts';
import type { Deployment } from './deployment.ts';
import { OurStack } from './our-stack.ts';
import type { Data } from './targets.ts';
import type { WatchStack } from './watch-stack.ts';

/** What AWS Backup itself says that it needs, for what has a table and for what has objects. */
const POLICIES = ['service-role/AWSBackupServiceRolePolicyForBackup', 'AWSBackupServiceRolePolicyForS3Backup'] as const;

/**
 * Recovery points beside the table's own point in time: every day and every month, of the table, the issued files and the
 * drafts (a number that is restored needs its frozen document). Restoring is a role that whoever restores takes along.
 */
export class BackupStack extends OurStack {
  readonly vault: BackupVault;

  constructor(scope: Construct, deployment: Deployment, { table, issued, work }: Data, alarms: WatchStack['alarms']) {
    super(scope, 'backup', 'recovery points', deployment);
    this.vault = backupVault(this);
    const plan = new BackupPlan(this, 'Plan', {
      backupPlanName: `banhanh-${deployment.stage}`,
      backupPlanRules: backupRules(this.vault, deployment.settings.backup),
    });
    plan.applyRemovalPolicy(RemovalPolicy.DESTROY);
    const role = new Role(this, 'BackupRole', {
      assumedBy: new ServicePrincipal('backup.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
      managedPolicies: POLICIES.map((name) => ManagedPolicy.fromAwsManagedPolicyName(name)),
    });
    for (const name of POLICIES) {
      acknowledge(role, {
        [`AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/${name}]`]:
          'AWS Backup changes what it needs, and keeps this policy up to date with it; the role is for its service alone.',
      });
    }
    plan.addSelection('Kept', {
      role: role.withoutPolicyUpdates(),
      disableDefaultBackupPolicy: true,
      resources: [table.tableArn, issued.bucketArn, work.bucketArn].map((arn) => BackupResource.fromArn(arn)),
    });
    backupFailures(this, this.vault, alarms);
  }
}
