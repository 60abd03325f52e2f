/**
 * The same JSON value with every text in NFC and with line ends as "\n", so that no rule and no list of allowed words
 * sees two spellings of one word. Keys are left as they are. What needs no change is not copied.
 */
export function toNfc(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC').replaceAll('\r\n', '\n');
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map(toNfc);
    return items.some((item, i) => item !== value[i]) ? items : value;
  }
  const entries = Object.entries(value);
  const normal = entries.map(([key, inner]): [string, unknown] => [key, toNfc(inner)]);
  return normal.some(([, inner], i) => inner !== entries[i]?.[1]) ? Object.fromEntries(normal) : value;
}
