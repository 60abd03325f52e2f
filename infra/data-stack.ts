import { CfnOutput, CrossStackReferences, Duration, ReferenceStrength } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { accessLogBucket, announceIssued, issuedBucket, workBucket } from './buckets.ts';
import { dataKey } from './data-key.ts';
import type { Deployment } from './deployment.ts';
import { OurStack } from './our-stack.ts';
import { type QueueWithDeadLetters, workQueue } from './queues.ts';
import { registerTable } from './register-table.ts';
import type { Data } from './targets.ts';

/** How long the function may take that makes the PDF of one file; its queue follows from it. */
export const PDF_WITHIN = Duration.seconds(120);

/**
 * What must outlive every release: the register's table, the buckets of issued files and of drafts, and the key of all three.
 * Deleting the stack leaves them, and it cannot be deleted while other stacks use them (docs/decisions/0041).
 */
export class DataStack extends OurStack {
  readonly data: Data;
  /** Told of each issued file. */
  readonly pdfQueue: QueueWithDeadLetters;

  constructor(scope: Construct, deployment: Deployment) {
    super(scope, 'data', 'the register and the files', deployment);
    const { stage, settings } = deployment;
    const key = dataKey(this, `alias/banhanh-${stage}-data`);
    const table = registerTable(this, { encryptionKey: key, ...settings });
    const accessLogs = accessLogBucket(this, settings.accessLogDays);
    const issued = issuedBucket(this, settings.objectLock, { encryptionKey: key, accessLogs });
    const work = workBucket(this, settings, { encryptionKey: key, accessLogs });

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
    announceIssued(issued, queue);
    if (announcing.policyDependable) issued.node.addDependency(announcing.policyDependable);

    for (const kept of [table, issued, work, key]) CrossStackReferences.of(kept).produce(ReferenceStrength.STRONG);
    this.data = { table, issued, work, key };
    new CfnOutput(this, 'TableName', { value: table.tableName });
    new CfnOutput(this, 'IssuedBucketName', { value: issued.bucketName });
    new CfnOutput(this, 'WorkBucketName', { value: work.bucketName });
  }
}
