import { CfnOutput, CrossStackReferences, Duration, ReferenceStrength } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { accessLogBucket, announceIssued, issuedBucket, workBucket } from './buckets.ts';
import { guardedKey } from './data-key.ts';
import type { Deployment } from '../deployment.ts';
import { OurStack } from '../our-stack.ts';
import { type QueueWithDeadLetters, workQueue } from '../queues.ts';
import { registerTable, restoredTable } from './register-table.ts';
import type { Data } from '../targets.ts';

/** Time limit of the function that makes one PDF; its queue follows from it. */
export const PDF_WITHIN = Duration.seconds(120);

/**
 * Stack that outlives every release: the register's table, both buckets, and the key of all three. Deleting the stack
 * leaves them, and it cannot be deleted while other stacks use them (docs/decisions/0041).
 */
export class DataStack extends OurStack {
  readonly data: Data;
  /** Bucket of the log of access to the others. */
  readonly accessLogs: Bucket;
  /** Told of each issued file. */
  readonly pdfQueue: QueueWithDeadLetters;

  constructor(scope: Construct, deployment: Deployment) {
    super(scope, 'data', 'the register and the files', deployment);
    const key = guardedKey(this, 'DataKey', {
      alias: `alias/banhanh-${deployment.stage}-data`,
      description: 'Ban Hanh: the register, issued files and drafts',
    });
    const own = registerTable(this, key);
    const table = deployment.table === undefined ? own : restoredTable(this, deployment.table, key);
    const accessLogs = accessLogBucket(this);
    const issued = issuedBucket(this, { encryptionKey: key, accessLogs });
    const work = workBucket(this, { encryptionKey: key, accessLogs });

    this.pdfQueue = workQueue(this, 'PdfQueue', {
      handledWithin: PDF_WITHIN,
      // S3 tells of a file before its row names it.
      afterwards: Duration.seconds(15),
      removalPolicy: this.leftovers,
    });
    const { queue } = this.pdfQueue;
    const announcing = queue.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('s3.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [queue.queueArn],
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    );
    announceIssued(issued, deployment.pdf ? queue : undefined);
    if (announcing.policyDependable) issued.node.addDependency(announcing.policyDependable);

    // The queue, too: what it feeds is replaced when its ARN changes, and a reference that CloudFormation resolves at each deployment
    // counts as a change.
    for (const kept of [own, issued, work, key, accessLogs, queue])
      CrossStackReferences.of(kept).produce(ReferenceStrength.STRONG);
    // Exported whether or not anything imports them now: an export that goes while a stack still imports it stops the deployment.
    for (const value of [own.tableArn, own.tableName, queue.queueArn, queue.queueUrl]) this.exportValue(value);
    this.data = { table, issued, work, key };
    this.accessLogs = accessLogs;
    new CfnOutput(this, 'TableName', { value: table.tableName });
    new CfnOutput(this, 'IssuedBucketName', { value: issued.bucketName });
    new CfnOutput(this, 'WorkBucketName', { value: work.bucketName });
  }
}
