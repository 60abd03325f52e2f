import { type RawItem, toAttribute } from './attributes.ts';

/** Collects the placeholders of one request: all names are aliased, since DynamoDB reserves hundreds of them (`state`, `open` …). */
export interface Expression {
  /** `#name` */
  name(attribute: string): string;
  /** `:v0` */
  value(value: unknown): string;
}

/** Says when a write may happen: `(e) => `${e.name('rev')} = ${e.value(3)}``. */
export type Condition = (e: Expression) => string;

/** What {@link expression} collects, as the client wants it. */
export interface ExpressionInput {
  ExpressionAttributeNames?: Record<string, string>;
  ExpressionAttributeValues?: RawItem;
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

/** `attribute = value` for every entry, all of them. */
export function equals(wanted: Readonly<Record<string, unknown>>): Condition {
  return (e) =>
    Object.entries(wanted)
      .map(([name, value]) => `${e.name(name)} = ${e.value(value)}`)
      .join(' AND ');
}

/** All of the conditions. */
export function all(...conditions: readonly Condition[]): Condition {
  return (e) => conditions.map((condition) => `(${condition(e)})`).join(' AND ');
}

/** The item does not exist yet. */
export const isNew: Condition = (e) => `attribute_not_exists(${e.name('PK')})`;
