import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { ITableV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Functions } from '../function.ts';

/** Resources that are watched. */
export interface Watched {
  readonly table: ITableV2 | TableV2;
  readonly api: HttpApi;
  readonly functions: Functions;
  readonly fanOut: StateMachine;
  readonly issueQueue: Queue;
  /** Absent: the deployment makes no PDF copies. */
  readonly pdfQueue?: Queue | undefined;
  /** By what a reader of the alarm calls them. */
  readonly deadLetters: Readonly<Record<string, Queue>>;
}
