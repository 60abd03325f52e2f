import {
  CreateTableCommand,
  type KeySchemaElement,
  ResourceInUseException,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import type { DynamoClient } from '#register/table/dynamo/dynamo-client.ts';
import { tableShape } from '#register/table/table-shape.ts';

/** Makes the table on dynoxide, if it is not there, and waits until it answers. In AWS `infra/` makes it. */
export async function createTable(client: DynamoClient, tableName: string): Promise<void> {
  const indexes = Object.values(tableShape.indexes);
  const keyNames = new Set([tableShape, ...indexes].flatMap((shape) => [shape.partitionKey, shape.sortKey]));
  try {
    await client.send(
      new CreateTableCommand({
        TableName: tableName,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [...keyNames].map((name) => ({ AttributeName: name, AttributeType: 'S' })),
        KeySchema: keySchema(tableShape),
        GlobalSecondaryIndexes: indexes.map((index) => ({
          IndexName: index.name,
          KeySchema: keySchema(index),
          Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: [...index.projected] },
        })),
      }),
    );
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
  await waitUntilTableExists({ client, maxWaitTime: 30, minDelay: 1 }, { TableName: tableName });
}

function keySchema(shape: { readonly partitionKey: string; readonly sortKey: string }): KeySchemaElement[] {
  return [
    { AttributeName: shape.partitionKey, KeyType: 'HASH' },
    { AttributeName: shape.sortKey, KeyType: 'RANGE' },
  ];
}
