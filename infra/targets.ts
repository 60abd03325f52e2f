import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Queue } from 'aws-cdk-lib/aws-sqs';

/** What holds data; every function works on it. */
export interface Data {
  readonly table: TableV2;
  readonly issued: Bucket;
  readonly work: Bucket;
  /** Of the table and of both buckets. */
  readonly key: Key;
}

/** What `grants` speaks of. A stack gives what stands when it is built. */
export interface Targets {
  readonly data: Data;
  readonly issueQueue?: Queue;
  readonly pdfQueue?: Queue;
  readonly lostEvents?: Queue;
  readonly fanOutArn?: string;
}
