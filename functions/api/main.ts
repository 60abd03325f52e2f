import { type APIGatewayProxyResult, handle, type LambdaContext, type LambdaEvent } from 'hono/aws-lambda';
import {
  aboutVariables,
  dataVariables,
  fanOutVariables,
  pdfQueueVariables,
  poolVariables,
  readEnvironment,
} from '#aws/environment.ts';
import { openDeps } from '#aws/open-data.ts';
import { openRegisterTable } from '#aws/open-register-table.ts';
import { telemetryOf } from '#aws/telemetry.ts';
import { createFanOutEngine } from '#dispatch/fan-out-engine.ts';
import { createPdfQueue } from '#dispatch/pdf-queue.ts';
import { createMembers } from '#register/organs/members.ts';
import { isIntegrityError } from '#usecases/integrity.ts';
import { createApi, type ErrorReport } from './create-api.ts';
import { trustPool } from './sign-in/pool-trust.ts';
import { createAuthenticate } from './sign-in/verify-token.ts';

// The API in Lambda, behind an HTTP API (payload 2.0).

const env = readEnvironment(process.env, {
  ...aboutVariables,
  ...dataVariables,
  ...fanOutVariables,
  ...poolVariables,
  ...pdfQueueVariables,
});

const { log, meter, during } = telemetryOf(env);

const engine = createFanOutEngine({
  region: env.AWS_REGION,
  stateMachineArn: env.FAN_OUT_ARN,
  endpoint: env.SFN_ENDPOINT,
});

const pdfQueue =
  env.PDF_QUEUE_URL === undefined
    ? undefined
    : createPdfQueue({ region: env.AWS_REGION, queueUrl: env.PDF_QUEUE_URL, endpoint: env.SQS_ENDPOINT });

const pool = {
  region: env.AWS_REGION,
  userPoolId: env.USER_POOL_ID,
  clientId: env.USER_POOL_CLIENT_ID,
  jwksUrl: env.JWKS_URL,
};

const answer = handle(
  createApi({
    deps: openDeps(env, ({ outcome }) => {
      if (outcome === 'conflict' || outcome === 'counter-moved') meter.add('SeriesConflict', 1);
    }),
    members: createMembers(openRegisterTable(env)),
    startPump: engine.startFanOut,
    ensurePdf: async (ref) => {
      await pdfQueue?.askForPdf(ref);
      return 'asked';
    },
    authenticate: createAuthenticate(trustPool(pool, () => new Date())),
    report,
  }),
);

/** Answers a request of the gateway. */
export async function handler(event: LambdaEvent, context: LambdaContext): Promise<APIGatewayProxyResult> {
  const { awsRequestId } = context;
  const { requestContext } = event;
  const correlationId = 'requestId' in requestContext ? requestContext.requestId : awsRequestId;
  return during({ awsRequestId, correlationId }, async () => {
    const startedMs = performance.now();
    const answered = await answer(event, context);
    const ms = Math.round(performance.now() - startedMs);
    if ('http' in requestContext) {
      const { method, path } = requestContext.http;
      log.info('request', { method, route: kindOf(path), status: answered.statusCode, ms });
    }
    return answered;
  });
}

function report({ errorId, code, method, path, error }: ErrorReport): void {
  if (isIntegrityError(error)) meter.add('IntegrityMismatch', 1);
  log.error('request-failed', { errorId, code, method, route: kindOf(path) }, error);
}

/** Of a path its first part, if it is one of ours: the rest was typed by a client. */
function kindOf(path: string): string {
  return /^\/[a-z-]{0,20}(?=\/|$)/.exec(path)?.[0] ?? '?';
}
