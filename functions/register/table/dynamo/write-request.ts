import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { Write } from '../write.ts';
import { toItem } from './attributes.ts';
import { conditionText, expression } from './expression.ts';

/** A write as the client sends it; a failed condition answers the item that stands. */
export function writeRequest(tableName: string, write: Write): TransactWriteItem {
  const e = expression();
  const common = { TableName: tableName, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const };
  if ('put' in write) {
    const condition = write.if && { ConditionExpression: conditionText(write.if, e) };
    return { Put: { ...common, Item: toItem(write.put), ...condition, ...e.input() } };
  }
  const condition = { ConditionExpression: conditionText(write.if, e) };
  if ('check' in write) {
    return { ConditionCheck: { ...common, Key: toItem(write.check), ...condition, ...e.input() } };
  }
  const set = Object.entries(write.set).filter(([, value]) => value !== undefined);
  const clauses =
    set.length === 0 ? [] : [`SET ${set.map(([name, value]) => `${e.name(name)} = ${e.value(value)}`).join(', ')}`];
  if (write.remove && write.remove.length > 0) clauses.push(`REMOVE ${write.remove.map(e.name).join(', ')}`);
  return {
    Update: {
      ...common,
      Key: toItem(write.update),
      UpdateExpression: clauses.join(' '),
      ...condition,
      ...e.input(),
    },
  };
}
