import { CfnOutput, Duration } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Deployment } from './deployment.ts';
import { type Functions, ourFunction } from './function.ts';
import { gateway, httpApi } from './gateway.ts';
import { OurStack } from './our-stack.ts';
import { page } from './page/page.ts';
import { signIn } from './sign-in.ts';
import type { Data } from './targets.ts';
import { teller } from './teller.ts';
import { keptWarm } from './warm.ts';

const WAITED_FOR = 'A person waits for its answer; nothing calls it in the background.';

/** Stack of all that people reach: the page, sign-in, and the API behind both. */
export class ApiStack extends OurStack {
  readonly api: HttpApi;
  readonly functions: Functions;

  constructor(
    scope: Construct,
    deployment: Deployment,
    data: Data,
    {
      fanOutArn,
      pdfQueue,
      webAclArn,
      lostEvents,
    }: {
      readonly fanOutArn: string;
      readonly pdfQueue: Queue | undefined;
      readonly webAclArn: string | undefined;
      readonly lostEvents: Queue;
    },
  ) {
    super(scope, 'api', 'sign-in and the API', deployment);
    const preToken = ourFunction(this, 'pre-token', {
      targets: { data },
      // Cognito waits five seconds.
      timeout: Duration.seconds(5),
      memoryMb: 512,
      noDeadLetters: WAITED_FOR,
    });
    const api = httpApi(this);
    const { region } = deployment;
    const site = page(this, {
      api,
      uploadsTo: `https://${data.work.bucketName}.s3.${region}.amazonaws.com`,
      webAclArn,
    });
    const people = signIn(this, preToken, site.origin);
    const handler = ourFunction(this, 'api', {
      targets: { data, fanOutArn, pdfQueue: pdfQueue ?? 'none' },
      // The gateway waits thirty.
      timeout: Duration.seconds(29),
      memoryMb: 1_769,
      reservedConcurrency: deployment.settings.concurrency.api,
      environment: {
        USER_POOL_ID: people.pool.userPoolId,
        USER_POOL_CLIENT_ID: people.client.userPoolClientId,
        FAN_OUT_ARN: fanOutArn,
        PAGE_ORIGIN: site.origin,
        SIGN_IN_URL: people.pageUrl,
        IS_TOLD: deployment.mailFrom === undefined ? 'no' : 'yes',
        ...(site.door && { DOOR_SECRET: site.door.secretValue.unsafeUnwrap() }),
        ...(pdfQueue && { PDF_QUEUE_URL: pdfQueue.queueUrl }),
      },
      noDeadLetters: WAITED_FOR,
    });
    const tell = teller(this, { data, lostEvents, pageOrigin: site.origin });
    const door = gateway(this, api, keptWarm(this, handler), people);
    this.api = api;
    this.functions = { api: handler, 'pre-token': preToken, ...(tell && { tell }) };
    new CfnOutput(this, 'ApiUrl', { value: door.url });
  }
}
