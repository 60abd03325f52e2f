import { CfnOutput, Duration } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Deployment } from './deployment.ts';
import { type Functions, ourFunction } from './function.ts';
import { gateway } from './gateway.ts';
import { OurStack } from './our-stack.ts';
import { signIn } from './sign-in.ts';
import type { Data } from './targets.ts';
import { keptWarm } from './warm.ts';

const WAITED_FOR = 'A person waits for its answer; nothing calls it in the background.';

/** What people reach: sign-in, and the API behind it. */
export class ApiStack extends OurStack {
  readonly api: HttpApi;
  readonly functions: Functions;

  constructor(
    scope: Construct,
    deployment: Deployment,
    data: Data,
    { fanOutArn, pdfQueue }: { fanOutArn: string; pdfQueue: Queue | undefined },
  ) {
    super(scope, 'api', 'sign-in and the API', deployment);
    const preToken = ourFunction(this, 'pre-token', {
      targets: { data },
      // Cognito waits five seconds.
      timeout: Duration.seconds(5),
      memoryMb: 512,
      noDeadLetters: WAITED_FOR,
    });
    const people = signIn(this, preToken);
    const api = ourFunction(this, 'api', {
      targets: { data, fanOutArn, pdfQueue: pdfQueue ?? 'none' },
      // The gateway waits thirty.
      timeout: Duration.seconds(29),
      memoryMb: 1_769,
      reservedConcurrency: deployment.settings.concurrency.api,
      environment: {
        USER_POOL_ID: people.pool.userPoolId,
        USER_POOL_CLIENT_ID: people.client.userPoolClientId,
        FAN_OUT_ARN: fanOutArn,
        ...(pdfQueue && { PDF_QUEUE_URL: pdfQueue.queueUrl }),
      },
      noDeadLetters: WAITED_FOR,
    });
    const door = gateway(this, keptWarm(this, api), people);
    this.api = door.api;
    this.functions = { api, 'pre-token': preToken };
    new CfnOutput(this, 'ApiUrl', { value: door.stage.url });
  }
}
