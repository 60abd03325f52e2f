import { setTimeout as sleepMs } from 'node:timers/promises';
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
import { RegisterError } from '../model/register-error.ts';
import { fromItem, type RawItem, toItem } from './attributes.ts';
import type { DynamoClient } from './dynamo-client.ts';
import { expression } from './expression.ts';
import type { ItemKey } from './keys.ts';
import { tableShape } from './table-shape.ts';
import { type Write, writeRequest } from './write-request.ts';

/** An item as it came, for a schema to read. */
export type StoredItem = Record<string, unknown>;

/** Why one write of a cancelled transaction could not be: `ConditionalCheckFailed` with the item that stands, a conflict … */
export interface Reason {
  code: string;
  item?: StoredItem;
}

/** Done as a whole, or not at all with a reason a write; no reasons when the table as a whole asked to come again. */
export type Outcome = { done: true } | { done: false; reasons: readonly Reason[] };

/** A page of a query, and where the next one starts. */
export interface QueryPage {
  items: StoredItem[];
  lastKey?: RawItem;
}

/** One of `of` shares of all partitions, from 0 on, cut by the hash of their keys: a partition is whole in one of them. */
export interface TableShare {
  readonly index: number;
  readonly of: number;
}

/** What to read in order. */
export interface QueryRequest {
  /** Absent: the table itself, strongly consistent. */
  index?: keyof typeof tableShape.indexes;
  partition: string;
  /** On the sort key; absent: all. */
  sort?: { startsWith: string } | { upTo: string } | { from: string; to: string };
  newestFirst?: boolean;
  limit?: number;
  startAt?: RawItem;
  /** These attributes alone. */
  only?: readonly string[];
}

/** The table in our words: items in and out, the client's errors as ours. */
export interface Table {
  /** Strongly consistent. */
  get(key: ItemKey): Promise<StoredItem | undefined>;
  /** Strongly consistent, in the order of the keys. */
  getMany(keys: readonly ItemKey[]): Promise<(StoredItem | undefined)[]>;
  query(request: QueryRequest): Promise<QueryPage>;
  /** Everything, or a share of all partitions, in the table's own order: for `verify` and repair alone. */
  scan(startAt?: RawItem, share?: TableShare): Promise<QueryPage>;
  /** One try. */
  transact(writes: readonly Write[]): Promise<Outcome>;
  /** Between two tries. */
  sleep(ms: number): Promise<void>;
}

const COME_AGAIN = new Set([
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'TransactionInProgressException',
  'TransactionConflictException',
]);

/** Opens a table by its name; nothing is sent yet. */
export function openTable(client: DynamoClient, tableName: string, sleep: Table['sleep'] = jittered): Table {
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
      while (ask && Object.keys(ask).length > 0) {
        const answer: Awaited<ReturnType<typeof send>> = await send(ask);
        for (const item of (answer.Responses?.[tableName] ?? []).map(fromItem)) found.set(nameOf(item), item);
        ask = answer.UnprocessedKeys;
      }
    }
    return keys.map((key) => found.get(nameOf(key)));
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
          ...(request.startAt && { ExclusiveStartKey: request.startAt }),
        }),
      ),
    );
    return {
      items: (answer.Items ?? []).map(fromItem),
      ...(answer.LastEvaluatedKey && { lastKey: answer.LastEvaluatedKey }),
    };
  };

  const scan: Table['scan'] = async (startAt, share) => {
    const answer = await ours(
      client.send(
        new ScanCommand({
          TableName: tableName,
          ConsistentRead: true,
          ...(share && { Segment: share.index, TotalSegments: share.of }),
          ...(startAt && { ExclusiveStartKey: startAt }),
        }),
      ),
    );
    return {
      items: (answer.Items ?? []).map(fromItem),
      ...(answer.LastEvaluatedKey && { lastKey: answer.LastEvaluatedKey }),
    };
  };

  const transact: Table['transact'] = async (writes) => {
    try {
      await client.send(
        new TransactWriteItemsCommand({ TransactItems: writes.map((write) => writeRequest(tableName, write)) }),
      );
      return { done: true };
    } catch (error) {
      if (error instanceof TransactionCanceledException)
        return { done: false, reasons: reasonsOf(error.CancellationReasons) };
      if (error instanceof Error && COME_AGAIN.has(error.name)) return { done: false, reasons: [] };
      throw new RegisterError('unavailable', {}, { cause: error });
    }
  };

  return { get, getMany, query, scan, transact, sleep };
}

/** Between a half and one and a half of it: those who met once do not meet again at the same moment. */
const jittered: Table['sleep'] = (ms) => sleepMs(ms * (0.5 + Math.random()));

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
    if (error instanceof Error && error.name === 'ValidationException' && /start ?key/i.test(error.message)) {
      throw new RegisterError('bad-cursor', {}, { cause: error });
    }
    if (error instanceof Error && COME_AGAIN.has(error.name)) {
      throw new RegisterError('busy', { retryAfterSeconds: 1 }, { cause: error });
    }
    throw new RegisterError('unavailable', {}, { cause: error });
  }
}
