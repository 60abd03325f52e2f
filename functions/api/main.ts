import { type APIGatewayProxyResult, handle, type LambdaContext, type LambdaEvent } from 'hono/aws-lambda';
import {
  aboutVariables,
  dataVariables,
  fanOutVariables,
  pageVariables,
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
import { DOOR_HEADER } from './page/door-header.ts';
import { createPageSite } from './page/page-site.ts';
import { viewerAddress } from './page/viewer-address.ts';
import { cognitoPage } from './session/cognito-page.ts';
import { createCognitoSessions } from './session/cognito-sessions.ts';
import { currentMember } from './sign-in/current-member.ts';
import { trustPool } from './sign-in/pool-trust.ts';
import { createAuthenticate } from './sign-in/verify-token.ts';

// The API in Lambda, behind an HTTP API (payload 2.0).

const env = readEnvironment(process.env, {
  ...aboutVariables,
  ...dataVariables,
  ...fanOutVariables,
  ...poolVariables,
  ...pdfQueueVariables,
  ...pageVariables,
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

const now = () => new Date();
const members = createMembers(openRegisterTable(env));
const verify = createAuthenticate(trustPool(pool, now));
const { PAGE_ORIGIN: pageOrigin, SIGN_IN_URL: signInUrl, USER_POOL_CLIENT_ID: clientId } = env;
const page =
  pageOrigin !== undefined &&
  signInUrl !== undefined &&
  cognitoPage({ pageOrigin, signInUrl, clientId, isTold: env.IS_TOLD === 'yes' });

const api = createApi({
  deps: openDeps(env, ({ outcome }) => {
    if (outcome === 'conflict' || outcome === 'counter-moved') meter.add('SeriesConflict', 1);
  }),
  members,
  startPump: engine.startFanOut,
  ensurePdf: async (ref) => {
    await pdfQueue?.askForPdf(ref);
    return 'asked';
  },
  authenticate: currentMember(verify, members, now),
  ...(page && {
    session: {
      sessions: createCognitoSessions({ ...page, authenticate: verify, members }),
      isSecure: true,
      origin: page.origin,
      now,
      // Passwords are typed at the pool, which counts them.
      addressOf: () => '',
    },
  }),
  report,
});

const answer = handle(page ? createPageSite(api, { config: page.config, door: env.DOOR_SECRET }) : api);

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
      log.info('request', { method, route: kindOf(path), status: answered.statusCode, ms, ...viewerOf(event) });
    }
    return answered;
  });
}

/** Behind the page's origin the gateway's own log has CloudFront's address alone. */
function viewerOf({ headers = {} }: LambdaEvent): { readonly address?: string } {
  const cameByDoor = env.DOOR_SECRET !== undefined && headers[DOOR_HEADER.toLowerCase()] === env.DOOR_SECRET;
  const address = cameByDoor ? viewerAddress(String(headers['x-forwarded-for'] ?? '')) : undefined;
  return address === undefined ? {} : { address };
}

function report({ errorId, code, method, path, error }: ErrorReport): void {
  if (isIntegrityError(error)) meter.add('IntegrityMismatch', 1);
  log.error('request-failed', { errorId, code, method, route: kindOf(path) }, error);
}

/** Of a path its first part, if it is one of ours: the rest was typed by a client. */
function kindOf(path: string): string {
  return /^\/[a-z-]{0,20}(?=\/|$)/.exec(path.replace(/^(\/api)?(\/o\/[^/]+)?(?=\/)/, ''))?.[0] ?? '?';
}
