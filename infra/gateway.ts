import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  CfnStage,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { acknowledge } from './acknowledge.ts';
import type { OurStack } from './our-stack.ts';
import type { SignIn } from './sign-in.ts';

/** Routes that take no token: whether it lives, what it understands, what the page is told, how a session begins and ends. */
export const OPEN_ROUTES = [
  ['GET', '/healthz'],
  ['GET', '/openapi.json'],
  ['GET', '/api/healthz'],
  ['GET', '/api/openapi.json'],
  ['GET', '/schemas/{name}'],
  ['GET', '/api/schemas/{name}'],
  ['GET', '/config.json'],
  ['POST', '/api/session'],
  ['POST', '/api/session/renew'],
  ['DELETE', '/api/session'],
] as const;

/** Requests a second of each, at most: nobody has to sign in for them, and what they answer is paid for. */
const OPEN_PATH_LIMIT = { ThrottlingRateLimit: 10, ThrottlingBurstLimit: 20 } as const;

/** All staff come in the morning, and their pages renew every ten minutes. */
const SESSION_LIMIT = { ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200 } as const;

/**
 * One line a request: from which address, but no person, no path and no query, in which names are. `requestId` is the correlation id
 * of the function's own lines.
 */
const ACCESS_LOG = {
  requestId: '$context.requestId',
  at: '$context.requestTimeEpoch',
  address: '$context.identity.sourceIp',
  method: '$context.httpMethod',
  route: '$context.routeKey',
  status: '$context.status',
  responseBytes: '$context.responseLength',
  latencyMs: '$context.responseLatency',
  functionMs: '$context.integrationLatency',
  functionStatus: '$context.integrationStatus',
  error: '$context.error.responseType',
  functionError: '$context.integrationErrorMessage',
} as const;

/** The HTTP API itself, which the page's distribution names before there is a route. */
export function httpApi(stack: OurStack): HttpApi {
  return new HttpApi(stack, 'HttpApi', {
    apiName: `banhanh-${stack.deployment.stage}`,
    description: 'Ban Hanh',
    createDefaultStage: false,
  });
}

/** The door: TLS, tokens of the pool, a limit of requests, a log. No CORS: no page of another origin is served. */
export function gateway(stack: OurStack, api: HttpApi, handler: IFunction, { pool, client }: SignIn): HttpStage {
  const { region, settings } = stack.deployment;
  const integration = new HttpLambdaIntegration('Function', handler);
  const issuer = `https://cognito-idp.${region}.amazonaws.com/${pool.userPoolId}`;
  const authorizer = new HttpJwtAuthorizer('Token', issuer, { jwtAudience: [client.userPoolClientId] });
  api.addRoutes({ path: '/{proxy+}', methods: [HttpMethod.ANY], integration, authorizer });
  for (const [method, path] of OPEN_ROUTES) {
    const routes = api.addRoutes({
      path,
      methods: [HttpMethod[method]],
      integration,
      authorizer: new HttpNoneAuthorizer(),
    });
    for (const route of routes) {
      acknowledge(route, {
        'AwsSolutions-APIG4': 'Nobody has a token yet: it is for everyone to read, or it is how a session begins.',
      });
    }
  }
  const logGroup = new LogGroup(stack, 'AccessLog', {
    retention: settings.logDays,
    removalPolicy: stack.leftovers,
    // Who came from where is nothing to be deleted in passing.
    deletionProtectionEnabled: settings.destroyLeaves === 'all',
  });
  const made = new HttpStage(stack, 'Stage', {
    httpApi: api,
    stageName: '$default',
    autoDeploy: true,
    throttle: { rateLimit: settings.throttle.ratePerSecond, burstLimit: settings.throttle.burst },
    accessLogSettings: {
      destination: new LogGroupLogDestination(logGroup),
      format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG)),
    },
  });
  limitOpenPaths(api, made);
  return made;
}

/** The stage knows routes by their names, so they must stand before it does. */
function limitOpenPaths(api: HttpApi, stage: HttpStage): void {
  const resource = stage.node.defaultChild;
  if (!(resource instanceof CfnStage)) throw new Error('A stage is made of a CfnStage.');
  resource.routeSettings = Object.fromEntries(
    OPEN_ROUTES.map(([method, path]) => [
      `${method} ${path}`,
      path.includes('/session') ? SESSION_LIMIT : OPEN_PATH_LIMIT,
    ]),
  );
  for (const child of api.node.children) if (child instanceof HttpRoute) stage.node.addDependency(child);
}
