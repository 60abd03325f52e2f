import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** An item as the client sends it. */
export type RawItem = Record<string, AttributeValue>;

/** Our values as DynamoDB attributes. Undefined keys are left out. Throws TypeError on what no item holds (functions, NaN, dates). */
export function toItem(value: Readonly<Record<string, unknown>>): RawItem {
  const item: RawItem = {};
  for (const [name, part] of Object.entries(value)) if (part !== undefined) item[name] = toAttribute(part);
  return item;
}

/** One value; see {@link toItem}. */
export function toAttribute(value: unknown): AttributeValue {
  if (value === null) return { NULL: true };
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'boolean') return { BOOL: value };
  if (typeof value === 'number' && Number.isFinite(value)) return { N: String(value) };
  if (Array.isArray(value)) return { L: value.map(toAttribute) };
  if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype)
    return { M: toItem({ ...value }) };
  throw new TypeError(`no attribute holds ${Object.prototype.toString.call(value)}`);
}

const OWN = { configurable: true, enumerable: true, writable: true } as const;

/** The way back. What it gives is outside input: a schema reads it next. */
export function fromItem(item: RawItem): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(item)) {
    // Assigning it would set what the object inherits.
    if (name === '__proto__') Object.defineProperty(value, name, { ...OWN, value: fromAttribute(part) });
    else value[name] = fromAttribute(part);
  }
  return value;
}

function fromAttribute(value: AttributeValue): unknown {
  if (value.S !== undefined) return value.S;
  if (value.N !== undefined) return Number(value.N);
  if (value.BOOL !== undefined) return value.BOOL;
  if (value.NULL !== undefined) return null;
  if (value.L !== undefined) return value.L.map(fromAttribute);
  if (value.M !== undefined) return fromItem(value.M);
  throw new TypeError('an attribute type that the register never writes');
}
