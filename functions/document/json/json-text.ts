import { type SyntaxFault, syntaxFault } from './json-syntax.ts';

/** Levels of JSON text at most: far more than any data has, far fewer than a recursive writer can take. */
export const MAX_JSON_DEPTH = 1000;

/** Fault of JSON text that parses: a key that its object has already, `__proto__`, or a level too many. */
export interface BadKey {
  readonly code: 'duplicate-key' | 'proto-key' | 'too-deep';
  /** As `JSON.parse` reads it; empty for a level. */
  readonly key: string;
  /** JSON Pointer of the key. */
  readonly pointer: string;
  /** Offset of its opening quote, or of its opening bracket. */
  readonly index: number;
}

/** Fault of refused JSON text: line and column from 1, a column is a UTF-16 unit. */
export interface JsonFault {
  readonly code: BadKey['code'] | 'syntax';
  /** A Vietnamese sentence without its end mark. */
  readonly why: string;
  readonly line: number;
  readonly column: number;
}

/** Fault of bytes that are no UTF-8 at all. */
export const NOT_UTF8 = { line: 1, column: 1, why: 'không phải UTF-8' } as const;

/**
 * Finds what `JSON.parse` would reject or silently take: a repeated key, and an escaped `__proto__`. Undefined: the text
 * may be parsed.
 *
 * @example jsonFault('{"a":1,"a":2}') // { code: 'duplicate-key', line: 1, column: 8, … }
 */
export function jsonFault(text: string): JsonFault | undefined {
  try {
    JSON.parse(text);
  } catch {
    const fault = syntaxFault(text) ?? { index: 0, why: 'nội dung không phải JSON' };
    return faultAt(text, fault, 'syntax');
  }
  const bad = badKey(text);
  return bad && faultAt(text, { index: bad.index, why: whyOf(bad) }, bad.code);
}

interface Level {
  /** Null in a list. */
  readonly keys: Set<string> | null;
  step: string | number;
}

const [QUOTE, BACKSLASH, COMMA, OPEN_LIST, CLOSE_LIST, OPEN, CLOSE] = [34, 92, 44, 91, 93, 123, 125] as const;

/** The first bad key of valid JSON text. One pass, no recursion: nobody has capped the depth yet. */
export function badKey(text: string): BadKey | undefined {
  const levels: Level[] = [];
  let top: Level | undefined;
  let wantsKey = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) {
      const end = closingQuote(text, at);
      if (wantsKey && top?.keys) {
        const token = text.slice(at + 1, end);
        const key: string = token.includes('\\') ? JSON.parse(`"${token}"`) : token;
        top.step = key;
        const code = key === '__proto__' ? 'proto-key' : top.keys.has(key) ? 'duplicate-key' : undefined;
        if (code) return { code, key, pointer: pointerOf(levels), index: at };
        top.keys.add(key);
        wantsKey = false;
      }
      at = end;
    } else if (unit === COMMA) {
      if (top?.keys) wantsKey = true;
      else if (typeof top?.step === 'number') top.step += 1;
    } else if (unit === OPEN || unit === OPEN_LIST) {
      wantsKey = unit === OPEN;
      top = wantsKey ? { keys: new Set(), step: '' } : { keys: null, step: 0 };
      levels.push(top);
      if (levels.length > MAX_JSON_DEPTH) return { code: 'too-deep', key: '', pointer: '', index: at };
    } else if (unit === CLOSE || unit === CLOSE_LIST) {
      levels.pop();
      top = levels.at(-1);
      wantsKey = false;
    }
  }
  return undefined;
}

function closingQuote(text: string, open: number): number {
  let end = text.indexOf('"', open + 1);
  while (end > 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end < 0 ? text.length : end;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes++;
  return slashes % 2 === 1;
}

function pointerOf(levels: readonly Level[]): string {
  return levels.map(({ step }) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function whyOf({ code, key, pointer }: BadKey): string {
  if (code === 'too-deep') return `lồng nhau quá ${MAX_JSON_DEPTH} tầng; hãy bớt tầng`;
  if (code === 'proto-key') return `không có trường “${key}”; hãy bỏ trường này`;
  const above = pointer.slice(0, pointer.lastIndexOf('/'));
  const where = above === '' ? '' : ` trong ${above}`;
  return `trường “${key.slice(0, 100)}” ghi hai lần${where}; hãy giữ lại một`;
}

function faultAt(text: string, { index, why }: SyntaxFault, code: JsonFault['code']): JsonFault {
  const before = text.slice(0, index).split(/\r\n|\r|\n/);
  return { code, why, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
