import { createDynamoClient } from '#register/table/dynamo/dynamo-client.ts';
import { openDynamoTable } from '#register/table/dynamo/dynamo-table.ts';
import type { Table } from '#register/table/table.ts';
import type { DataEnvironment } from './environment.ts';

/** The table of a function, by its name. Nothing is sent yet. */
export function openRegisterTable(
  env: Pick<DataEnvironment, 'AWS_REGION' | 'TABLE_NAME' | 'DYNAMODB_ENDPOINT'>,
): Table {
  const client = createDynamoClient({
    region: env.AWS_REGION,
    ...(env.DYNAMODB_ENDPOINT !== undefined && { endpoint: env.DYNAMODB_ENDPOINT }),
  });
  return openDynamoTable(client, env.TABLE_NAME);
}
