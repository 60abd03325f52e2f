import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { toItem } from './attributes.ts';
import { type Condition, expression } from './expression.ts';
import type { ItemKey } from './keys.ts';

/** One write of a transaction. An item is written once in it at most. */
export type Write =
  | { put: ItemKey & Readonly<Record<string, unknown>>; if?: Condition }
  | { update: ItemKey; set: Readonly<Record<string, unknown>>; remove?: readonly string[]; if: Condition }
  | { check: ItemKey; if: Condition };

/** A write as the client sends it; a failed condition answers the item that stands. */
export function writeRequest(tableName: string, write: Write): TransactWriteItem {
  const e = expression();
  const common = { TableName: tableName, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const };
  if ('put' in write) {
    const condition = write.if && { ConditionExpression: write.if(e) };
    return { Put: { ...common, Item: toItem(write.put), ...condition, ...e.input() } };
  }
  if ('check' in write) {
    return { ConditionCheck: { ...common, Key: toItem(write.check), ConditionExpression: write.if(e), ...e.input() } };
  }
  const set = Object.entries(write.set).filter(([, value]) => value !== undefined);
  const clauses =
    set.length === 0 ? [] : [`SET ${set.map(([name, value]) => `${e.name(name)} = ${e.value(value)}`).join(', ')}`];
  if (write.remove && write.remove.length > 0) clauses.push(`REMOVE ${write.remove.map(e.name).join(', ')}`);
  const condition = write.if(e);
  return {
    Update: {
      ...common,
      Key: toItem(write.update),
      UpdateExpression: clauses.join(' '),
      ConditionExpression: condition,
      ...e.input(),
    },
  };
}
