import type { Condition, Operand } from './condition.ts';
import type { StoredItem } from './table.ts';

/** Judges a condition on the stored item as DynamoDB does; undefined is an item that does not exist. */
export function conditionHolds(condition: Condition, item: StoredItem | undefined): boolean {
  switch (condition.is) {
    case 'and':
      return condition.of.every((part) => conditionHolds(part, item));
    case 'or':
      return condition.of.some((part) => conditionHolds(part, item));
    case 'absent':
      return attributeOf(item, condition.name) === undefined;
    case 'exists':
      return attributeOf(item, condition.name) !== undefined;
    case '=':
      return attributeOf(item, condition.name) === condition.value;
    case '<>':
      return attributeOf(item, condition.name) !== condition.value;
    default: {
      const order = orderOf(attributeOf(item, condition.name), condition.value);
      if (order === undefined) return false;
      if (condition.is === '<') return order < 0;
      return condition.is === '<=' ? order <= 0 : order > 0;
    }
  }
}

function attributeOf(item: StoredItem | undefined, name: string): unknown {
  return item && Object.hasOwn(item, name) ? item[name] : undefined;
}

/** Values of two types have no order. */
function orderOf(stored: unknown, value: Operand): number | undefined {
  if (typeof stored === 'number' && typeof value === 'number') return stored - value;
  if (typeof stored === 'string' && typeof value === 'string')
    return Buffer.compare(Buffer.from(stored), Buffer.from(value));
  return undefined;
}
