import { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** The client of the register; other rooms pass it on and never import the SDK. */
export type DynamoClient = DynamoDBClient;

/** Where DynamoDB is. */
export interface DynamoClientOptions {
  region: string;
  /** Another DynamoDB: `http://127.0.0.1:<port>`. */
  endpoint?: string | undefined;
  /** With an endpoint and without these, a name that dynoxide takes; without either, what the SDK finds (the function's role). */
  credentials?: { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
}

/** A client with bounded waiting. `destroy()` it when the program ends. */
export function createDynamoClient(options: DynamoClientOptions): DynamoClient {
  const local = options.endpoint === undefined ? undefined : { accessKeyId: 'local', secretAccessKey: 'local' };
  const credentials = options.credentials ?? local;
  return new DynamoDBClient({
    region: options.region,
    ...(options.endpoint !== undefined && { endpoint: options.endpoint }),
    ...(credentials && { credentials }),
    // On one machine rendering shares the thread: a connection that waits for its turn is not a lost one.
    requestHandler: { connectionTimeout: options.endpoint === undefined ? 1_000 : 10_000, requestTimeout: 10_000 },
  });
}
