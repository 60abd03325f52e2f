import {
  BatchGetItemCommand,
  type CancellationReason,
  GetItemCommand,
  type KeysAndAttributes,
  QueryCommand,
  ScanCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { RegisterError } from '../../model/register-error.ts';
import type { ItemKey } from '../keys/key-parts.ts';
import { jitteredSleep } from '../sleep.ts';
import type { PageKey, QueryPage, Reason, StoredItem, Table } from '../table.ts';
import { tableShape } from '../table-shape.ts';
import { fromItem, type RawItem, toItem } from './attributes.ts';
import type { DynamoClient } from './dynamo-client.ts';
import { expression } from './expression.ts';
import { writeRequest } from './write-request.ts';

const RETRYABLE = new Set([
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'TransactionInProgressException',
  'TransactionConflictException',
]);

/** Waits for keys that a batch left out, by how many answers in a row brought nothing: 3 s in all. */
const WAITS_FOR_KEYS_MS = [20, 50, 100, 200, 400, 800, 1500];

/** Opens a DynamoDB table by its name; nothing is sent yet. */
export function openDynamoTable(client: DynamoClient, tableName: string, sleep: Table['sleep'] = jitteredSleep): Table {
  const get: Table['get'] = async (key) => {
    const answer = await ours(
      client.send(new GetItemCommand({ TableName: tableName, Key: toItem(key), ConsistentRead: true })),
    );
    return answer.Item && fromItem(answer.Item);
  };

  const getMany: Table['getMany'] = async (keys) => {
    const found = new Map<string, StoredItem>();
    const wanted = [...new Map(keys.map((key) => [nameOf(key), key])).values()];
    for (let from = 0; from < wanted.length; from += 100) {
      let ask: Record<string, KeysAndAttributes> | undefined = {
        [tableName]: { Keys: wanted.slice(from, from + 100).map(toItem), ConsistentRead: true },
      };
      for (let tries = 0; ask && Object.keys(ask).length > 0; ) {
        const answer: Awaited<ReturnType<typeof send>> = await send(ask);
        const items = (answer.Responses?.[tableName] ?? []).map(fromItem);
        for (const item of items) found.set(nameOf(item), item);
        ask = answer.UnprocessedKeys;
        // What came takes the wait back: only a table that answers nothing is given up.
        tries = items.length > 0 ? 0 : tries + 1;
        if (ask && Object.keys(ask).length > 0) await waitForKeys(tries);
      }
    }
    return keys.map((key) => found.get(nameOf(key)));
  };
  const waitForKeys = async (tries: number) => {
    const waitMs = WAITS_FOR_KEYS_MS[tries];
    if (waitMs === undefined) throw new RegisterError('busy', { retryAfterSeconds: 2 });
    await sleep(waitMs);
  };
  const send = (ask: Record<string, KeysAndAttributes>) =>
    ours(client.send(new BatchGetItemCommand({ RequestItems: ask })));

  const query: Table['query'] = async (request) => {
    const index = request.index && tableShape.indexes[request.index];
    const e = expression();
    const conditions = [`${e.name((index ?? tableShape).partitionKey)} = ${e.value(request.partition)}`];
    const sortKey = (index ?? tableShape).sortKey;
    if (request.sort && 'startsWith' in request.sort) {
      conditions.push(`begins_with(${e.name(sortKey)}, ${e.value(request.sort.startsWith)})`);
    } else if (request.sort && 'from' in request.sort) {
      const { from, to } = request.sort;
      conditions.push(`${e.name(sortKey)} BETWEEN ${e.value(from)} AND ${e.value(to)}`);
    } else if (request.sort) {
      conditions.push(`${e.name(sortKey)} <= ${e.value(request.sort.upTo)}`);
    }
    const only = request.only?.map(e.name).join(', ');
    const answer = await ours(
      client.send(
        new QueryCommand({
          TableName: tableName,
          ...(index ? { IndexName: index.name } : { ConsistentRead: true }),
          KeyConditionExpression: conditions.join(' AND '),
          ...(only !== undefined && { ProjectionExpression: only }),
          ...e.input(),
          ScanIndexForward: !request.newestFirst,
          ...(request.limit !== undefined && { Limit: request.limit }),
          ...(request.startAt && { ExclusiveStartKey: toItem(request.startAt) }),
        }),
      ),
    );
    return pageOf(answer);
  };

  const scan: Table['scan'] = async (startAt, share) => {
    const answer = await ours(
      client.send(
        new ScanCommand({
          TableName: tableName,
          ConsistentRead: true,
          ...(share && { Segment: share.index, TotalSegments: share.of }),
          ...(startAt && { ExclusiveStartKey: toItem(startAt) }),
        }),
      ),
    );
    return pageOf(answer);
  };

  const transact: Table['transact'] = async (writes) => {
    const TransactItems = writes.map((write) => writeRequest(tableName, write));
    try {
      await client.send(new TransactWriteItemsCommand({ TransactItems }));
      return { done: true };
    } catch (error) {
      if (error instanceof TransactionCanceledException)
        return { done: false, reasons: reasonsOf(error.CancellationReasons) };
      if (error instanceof Error && RETRYABLE.has(error.name)) return { done: false, reasons: [] };
      throw new RegisterError('unavailable', {}, { cause: error });
    }
  };

  return { get, getMany, query, scan, transact, sleep };
}

function pageOf(answer: {
  readonly Items?: readonly RawItem[] | undefined;
  readonly LastEvaluatedKey?: RawItem | undefined;
}): QueryPage {
  return {
    items: (answer.Items ?? []).map(fromItem),
    ...(answer.LastEvaluatedKey && { lastKey: pageKey(answer.LastEvaluatedKey) }),
  };
}

function pageKey(key: RawItem): PageKey {
  return Object.fromEntries(Object.entries(key).map(([name, value]) => [name, value.S ?? '']));
}

function reasonsOf(reasons: readonly CancellationReason[] = []): Reason[] {
  return reasons.map((reason) => ({
    code: reason.Code ?? 'None',
    ...(reason.Item && Object.keys(reason.Item).length > 0 && { item: fromItem(reason.Item) }),
  }));
}

function nameOf({ PK, SK }: StoredItem | ItemKey): string {
  return `${PK}\n${SK}`;
}

async function ours<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Error && error.name === 'ValidationException' && /start(ing)? ?key/i.test(error.message)) {
      throw new RegisterError('bad-cursor', {}, { cause: error });
    }
    if (error instanceof Error && RETRYABLE.has(error.name)) {
      throw new RegisterError('busy', { retryAfterSeconds: 1 }, { cause: error });
    }
    throw new RegisterError('unavailable', {}, { cause: error });
  }
}
