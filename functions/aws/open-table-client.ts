import { createDynamoClient, type DynamoClient } from '#register/table/dynamo-client.ts';
import type { DataEnvironment } from './environment.ts';

/** The table of a function, by its name. Nothing is sent yet. */
export function openTableClient(env: Pick<DataEnvironment, 'AWS_REGION' | 'TABLE_NAME' | 'DYNAMODB_ENDPOINT'>): {
  client: DynamoClient;
  tableName: string;
} {
  const client = createDynamoClient({
    region: env.AWS_REGION,
    ...(env.DYNAMODB_ENDPOINT !== undefined && { endpoint: env.DYNAMODB_ENDPOINT }),
  });
  return { client, tableName: env.TABLE_NAME };
}
