/** A contract whose patterns are without the flag of a regular expression, which the library writes behind some of them. */
export function withPlainPatterns<T extends object>(contract: T): T {
  strip(contract);
  return contract;
}

function strip(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (key === 'pattern' && typeof value === 'string') Reflect.set(node, key, value.replace(/\$\/u$/, '$'));
    else strip(value);
  }
}
