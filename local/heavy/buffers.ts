/** Depth at which a buffer may lie in a value: a list of files, each with its bytes. */
const MAX_DEPTH = 3;
/** Lists that are longer hold rows, not files. */
const MAX_ENTRIES = 200;

/** Buffers of a value that can be handed to another thread without a copy. Parts of larger buffers are copied. */
export function buffersOf(value: unknown, depth = 0): ArrayBuffer[] {
  if (value instanceof Uint8Array) {
    const isWhole = value.buffer instanceof ArrayBuffer && value.byteLength === value.buffer.byteLength;
    return isWhole && value.buffer instanceof ArrayBuffer && value.byteLength > 0 ? [value.buffer] : [];
  }
  if (typeof value !== 'object' || value === null || depth === MAX_DEPTH) return [];
  const parts: unknown[] = value instanceof Map ? [...value.values()] : Object.values(value);
  return parts.length > MAX_ENTRIES ? [] : [...new Set(parts.flatMap((part) => buffersOf(part, depth + 1)))];
}
