import { randomUUID } from 'node:crypto';

/** A request as an HTTP API hands it on: payload 2.0, after its JWT authorizer. */
export function httpEvent(
  method: string,
  target: string,
  {
    token,
    body,
    headers = {},
  }: {
    readonly token?: string | undefined;
    readonly body?: string | Uint8Array;
    readonly headers?: Record<string, string>;
  } = {},
) {
  const { pathname, search } = new URL(target, 'https://api.example');
  const { cookie, ...others } = headers;
  const isBase64Encoded = body !== undefined && typeof body !== 'string';
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: decodeURI(pathname),
    rawQueryString: search.slice(1),
    headers: {
      accept: '*/*',
      'content-length': String(body?.length ?? 0),
      host: 'abcdef1234.execute-api.ap-southeast-1.amazonaws.com',
      'user-agent': 'test',
      'x-amzn-trace-id': 'Root=1-67891233-abcdef012345678912345678',
      'x-forwarded-for': '203.0.113.7',
      'x-forwarded-port': '443',
      'x-forwarded-proto': 'https',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...others,
    },
    ...(cookie !== undefined && { cookies: cookie.split('; ') }),
    requestContext: {
      accountId: '123456789012',
      apiId: 'abcdef1234',
      authorizer: { jwt: { claims: { token_use: 'access' }, scopes: null } },
      domainName: 'abcdef1234.execute-api.ap-southeast-1.amazonaws.com',
      domainPrefix: 'abcdef1234',
      http: { method, path: pathname, protocol: 'HTTP/1.1', sourceIp: '203.0.113.7', userAgent: 'test' },
      requestId: `gateway-${randomUUID()}`,
      routeKey: '$default',
      stage: '$default',
      time: '21/Nov/2026:09:00:00 +0000',
      timeEpoch: 1_795_251_600_000,
    },
    ...(body !== undefined && { body: isBase64Encoded ? Buffer.from(body).toString('base64') : body }),
    isBase64Encoded,
  };
}

/** A batch of a standard queue. */
export function sqsEvent(...bodies: readonly string[]) {
  return {
    Records: bodies.map((body, index) => ({
      messageId: `message-${index}`,
      receiptHandle: 'AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a',
      body,
      attributes: {
        ApproximateReceiveCount: '1',
        SentTimestamp: '1795251600000',
        SenderId: 'AROAEXAMPLE:sweep',
        ApproximateFirstReceiveTimestamp: '1795251600100',
      },
      messageAttributes: {},
      md5OfBody: '098f6bcd4621d373cade4e832627b4f6',
      eventSource: 'aws:sqs',
      eventSourceARN: 'arn:aws:sqs:ap-southeast-1:123456789012:issue',
      awsRegion: 'ap-southeast-1',
    })),
  };
}

/** Event of a schedule. */
export function scheduledEvent() {
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Scheduled Event',
    source: 'aws.events',
    account: '123456789012',
    time: '2026-11-21T09:00:00Z',
    region: 'ap-southeast-1',
    resources: ['arn:aws:events:ap-southeast-1:123456789012:rule/sweep'],
    detail: {},
  };
}

/** Event of the distributed map for a batch of units. */
export function batchEvent(organ: string, runId: string, units: readonly string[]) {
  return { BatchInput: { organ, runId }, Items: [...units] };
}
