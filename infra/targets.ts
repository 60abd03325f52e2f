import type { ITableV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';

/** Resources that hold data, on which every function works. */
export interface Data {
  readonly table: ITableV2 | TableV2;
  readonly issued: Bucket;
  readonly work: Bucket;
  /** Of the table and of both buckets. */
  readonly key: Key;
}

/** Topic of alarms, and the key needed to publish there. */
export interface Alarms {
  readonly topic: Topic;
  readonly key: Key;
}

/** Resources that `grants` names, each given when it is built. A stack gives what stands when it is built. */
export interface Targets {
  readonly data: Data;
  readonly issueQueue?: Queue;
  /** `none`: the deployment makes no PDF copies, so nobody is granted anything on a queue of them. */
  readonly pdfQueue?: Queue | 'none';
  readonly lostEvents?: Queue;
  readonly fanOutArn?: string;
  /** From whom mail comes, and what is verified of it in SES. */
  readonly mail?: { readonly from: string; readonly identityArn: string };
}
