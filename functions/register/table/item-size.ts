/** Bytes of an item as DynamoDB counts them: names and values in UTF-8. Throws TypeError for values that no item holds. */
export function itemSize(item: Readonly<Record<string, unknown>>): number {
  let size = 0;
  for (const [name, value] of Object.entries(item)) {
    if (value !== undefined) size += Buffer.byteLength(name) + valueSize(value);
  }
  return size;
}

function valueSize(value: unknown): number {
  if (value === null || typeof value === 'boolean') return 1;
  if (typeof value === 'string') return Buffer.byteLength(value);
  // Two digits a byte, and one for sign and exponent.
  if (typeof value === 'number' && Number.isFinite(value)) return 1 + Math.ceil(String(value).length / 2);
  if (Array.isArray(value)) return value.reduce((size: number, part) => size + 1 + valueSize(part), 3);
  if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    const parts = { ...value };
    return itemSize(parts) + 3 + Object.keys(parts).length;
  }
  throw new TypeError(`no attribute holds ${Object.prototype.toString.call(value)}`);
}
