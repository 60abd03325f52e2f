import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Functions } from './function.ts';

/** What is looked at. */
export interface Watched {
  readonly table: TableV2;
  readonly api: HttpApi;
  readonly functions: Functions;
  readonly fanOut: StateMachine;
  readonly issueQueue: Queue;
  readonly pdfQueue: Queue;
  /** By what a reader of the alarm calls them. */
  readonly deadLetters: Readonly<Record<string, Queue>>;
}
