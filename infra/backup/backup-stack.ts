import { RemovalPolicy } from 'aws-cdk-lib';
import { BackupPlan, type BackupPlanRule, BackupResource, type BackupVault } from 'aws-cdk-lib/aws-backup';
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import type { Deployment } from '../deployment.ts';
import { OurStack } from '../our-stack.ts';
import type { StageSettings } from '../stages.ts';
import type { Alarms, Data } from '../targets.ts';
import { backupFailures } from './backup-failures.ts';
import { backupRules, backupVault } from './backup-vault.ts';

/** Policies that AWS Backup says it needs, for what has a table and for what has objects. */
const POLICIES = ['service-role/AWSBackupServiceRolePolicyForBackup', 'AWSBackupServiceRolePolicyForS3Backup'] as const;

/**
 * Recovery points beside the table's own point in time: of the issued files and the drafts every day and every month (a number that
 * is restored needs its frozen document), of the table every month. Restoring is a role that whoever restores takes along.
 */
export class BackupStack extends OurStack {
  readonly vault: BackupVault;

  constructor(
    scope: Construct,
    deployment: Deployment,
    { table, issued, work }: Data,
    { alarms, kept }: { readonly alarms: Alarms; readonly kept: NonNullable<StageSettings['backup']> },
  ) {
    super(scope, 'backup', 'recovery points', deployment);
    this.vault = backupVault(this, kept);
    const rules = backupRules(this.vault, kept);
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
    const plan = (id: string, name: string, backupPlanRules: BackupPlanRule[], arns: readonly string[]) => {
      const made = new BackupPlan(this, id, { backupPlanName: `banhanh-${deployment.stage}-${name}`, backupPlanRules });
      made.applyRemovalPolicy(RemovalPolicy.DESTROY);
      made.addSelection('Kept', {
        role: role.withoutPolicyUpdates(),
        disableDefaultBackupPolicy: true,
        resources: arns.map((arn) => BackupResource.fromArn(arn)),
      });
    };
    plan('Buckets', 'buckets', rules.buckets, [issued.bucketArn, work.bucketArn]);
    plan('Table', 'table', rules.table, [table.tableArn]);
    backupFailures(this, this.vault, alarms);
  }
}
