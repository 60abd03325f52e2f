import type { Condition } from '../condition.ts';
import { type RawItem, toAttribute } from './attributes.ts';

/** Collects the placeholders of one request: all names are aliased, since DynamoDB reserves hundreds of them (`state`, `open` …). */
export interface Expression {
  /** `#name` */
  name(attribute: string): string;
  /** `:v0` */
  value(value: unknown): string;
}

/** Parameters collected by {@link expression}, as the client takes them. */
export interface ExpressionInput {
  readonly ExpressionAttributeNames?: Record<string, string>;
  readonly ExpressionAttributeValues?: RawItem;
}

/** A collector, and the request's part that it makes (empty maps are refused by DynamoDB, so they are left out). */
export function expression(): Expression & { input(): ExpressionInput } {
  const names: Record<string, string> = {};
  const values: RawItem = {};
  return {
    name(attribute) {
      names[`#${attribute}`] = attribute;
      return `#${attribute}`;
    },
    value(value) {
      const placeholder = `:v${Object.keys(values).length}`;
      values[placeholder] = toAttribute(value);
      return placeholder;
    },
    input: () => ({
      ...(Object.keys(names).length > 0 && { ExpressionAttributeNames: names }),
      ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
    }),
  };
}

/** A condition as DynamoDB's expression. */
export function conditionText(condition: Condition, e: Expression): string {
  switch (condition.is) {
    case 'absent':
      return `attribute_not_exists(${e.name(condition.name)})`;
    case 'exists':
      return `attribute_exists(${e.name(condition.name)})`;
    case 'and':
    case 'or': {
      const parts = condition.of.map((part) => conditionText(part, e));
      return parts.length === 1 ? parts.join('') : `(${parts.join(condition.is === 'and' ? ' AND ' : ' OR ')})`;
    }
    default:
      return `${e.name(condition.name)} ${condition.is} ${e.value(condition.value)}`;
  }
}
