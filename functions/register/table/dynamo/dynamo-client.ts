import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';

/** The client of the register; other rooms pass it on and never import the SDK. */
export type DynamoClient = DynamoDBClient;

/** Region, address and credentials of DynamoDB. */
export interface DynamoClientOptions {
  readonly region: string;
  /** Another DynamoDB: `http://127.0.0.1:<port>`. */
  readonly endpoint?: string;
  /** With an endpoint and without these, a name that dynoxide takes; without either, what the SDK finds (the function's role). */
  readonly credentials?: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
}

/** Middleware that names program and trace to AWS, a fifth of the work of a small read. */
const FOR_AWS_ALONE = ['getUserAgentMiddleware', 'recursionDetectionMiddleware'];

/** A client with bounded waiting. `destroy()` it when the program ends. */
export function createDynamoClient(options: DynamoClientOptions): DynamoClient {
  const isLocal = options.endpoint !== undefined && options.credentials === undefined;
  const credentials = isLocal ? { accessKeyId: 'local', secretAccessKey: 'local' } : options.credentials;
  const client = new DynamoDBClient({
    region: options.region,
    ...(options.endpoint !== undefined && { endpoint: options.endpoint }),
    ...(credentials && { credentials }),
    ...(isLocal && { signer: localSigner(options.region) }),
    // On one machine rendering shares the thread: what waits for its turn there is not lost. A connection that Lambda had put to
    // sleep may be, and says nothing at all: without "throw" the SDK would only print a line and go on waiting.
    requestHandler: isLocal
      ? { connectionTimeout: 10_000 }
      : { connectionTimeout: 1_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
  });
  // It copies every request and answer for a logger that nobody has given: two fifths of the work of reading 20 items.
  client.middlewareStack.remove('loggerMiddleware');
  if (isLocal) for (const name of FOR_AWS_ALONE) client.middlewareStack.remove(name);
  return client;
}

/** dynoxide checks no signature but wants one; making a true one of a known secret is a third of the work of a small read. */
function localSigner(region: string): NonNullable<DynamoDBClientConfig['signer']> {
  const authorization = `AWS4-HMAC-SHA256 Credential=local/20260101/${region}/dynamodb/aws4_request, SignedHeaders=host, Signature=0`;
  return {
    sign: async (request) => {
      const headers = { ...request.headers, authorization, 'x-amz-date': '20260101T000000Z' };
      return Object.assign(request, { headers });
    },
  };
}
