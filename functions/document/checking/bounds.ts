import { isShared, oncePerPiece } from '../common-pieces.ts';
import { MAX_ROWS } from '../schemas/table.schema.ts';
import type { Pointer, RawFinding } from './findings.ts';

/** Deepest nesting of a document's JSON; checked before any schema walks it. */
export const MAX_DEPTH = 40;
/** Most entries of one list: the rows of a table, which are the longest list a document has. */
const MAX_ITEMS = MAX_ROWS;
/** Most keys of one object; no object of a document has a tenth of it. */
const MAX_KEYS = 200;

/** Finds why a JSON value is too deep or too large for a document; null for a fitting one. */
export function boundsFinding(input: unknown): RawFinding | null {
  const place: Array<string | number> = [];
  const find = (value: unknown, depth: number): RawFinding | null => {
    if (typeof value !== 'object' || value === null) return null;
    if (isShared(value) && heightOf(value) <= depth) return null;
    if (depth === 0) return { code: 'TOO_DEEP', pointer: place.slice(0, 2), params: { max: MAX_DEPTH } };
    const isList = Array.isArray(value);
    const names: readonly string[] | null = isList ? null : Object.keys(value);
    const tooMany = tooManyIn(isList ? value.length : (names?.length ?? 0), isList ? MAX_ITEMS : MAX_KEYS, place);
    if (tooMany) return tooMany;
    for (const [i, inner] of Object.values(value).entries()) {
      if (typeof inner !== 'object') continue;
      place.push(names?.[i] ?? i);
      const found = find(inner, depth - 1);
      if (found) return found;
      place.pop();
    }
    return null;
  };
  return find(input, MAX_DEPTH);
}

/** Levels of nesting in a value; no end of them where something in it has too many entries. */
const heightOf = oncePerPiece((value: object): number => {
  const inner: unknown[] = Object.values(value);
  if (inner.length > (Array.isArray(value) ? MAX_ITEMS : MAX_KEYS)) return Number.POSITIVE_INFINITY;
  return 1 + inner.reduce<number>((most, one) => Math.max(most, typeof one === 'object' && one ? heightOf(one) : 0), 0);
});

function tooManyIn(count: number, max: number, pointer: Pointer): RawFinding | null {
  return count > max ? { code: 'TOO_MANY', pointer: [...pointer], params: { max } } : null;
}
