import type { z } from 'zod';
import type { FindingCode } from './finding-texts.ts';
import type { Pointer, RawFinding } from './findings.ts';
import { fieldWord } from './path-words.ts';
import { FORBIDDEN_CHARACTER } from './text.schema.ts';

type Issue = z.core.$ZodIssue;

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'chữ',
  number: 'số',
  int: 'số nguyên',
  boolean: 'true hoặc false',
  array: 'danh sách',
  object: 'đối tượng',
  record: 'đối tượng',
};

/** Keys by which people try to say that a document is secret; all are refused (PL I, Mục III.2.a). */
const SECRET_KEYS = new Set(['secrecy', 'secret', 'doMat', 'confidential', 'classification', 'mat']);
/** Fields that only the register writes. */
const SERVER_KEYS = new Set(['number', 'codeNumber', 'codeNotation', 'date', 'state', 'status', 'version', 'docId']);

/** The value at a place in the input; undefined where there is none. */
export function valueAt(input: unknown, pointer: Pointer): unknown {
  return pointer.reduce<unknown>((value, step) => {
    if (Array.isArray(value)) return typeof step === 'number' ? value[step] : undefined;
    if (typeof value !== 'object' || value === null) return undefined;
    return Object.entries(value).find(([key]) => key === step)?.[1];
  }, input);
}

/** Turns what zod found into findings; one issue of zod may be several of ours (one for each unknown key). */
export function shapeFindings(issues: readonly Issue[], input: unknown): RawFinding[] {
  return issues.flatMap((issue) => fromIssue(issue, [], input));
}

function fromIssue(issue: Issue, base: Pointer, input: unknown): RawFinding[] {
  const pointer: Pointer = [...base, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))];
  const found = (code: FindingCode, facts: Record<string, string | number> = {}) => [{ code, pointer, facts }];
  const value = valueAt(input, pointer);
  if (value === undefined && issue.code !== 'unrecognized_keys')
    return found('MISSING', { what: whatIsMissing(pointer) });
  switch (issue.code) {
    case 'invalid_type':
      return found('WRONG_TYPE', { expected: TYPE_WORDS[issue.expected] ?? issue.expected });
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, pointer));
    case 'too_big':
      if (issue.origin === 'string') return found('TOO_LONG', { max: Number(issue.maximum) });
      if (issue.origin === 'array') return found('TOO_MANY', { max: Number(issue.maximum) });
      return found('OUT_OF_RANGE', { bound: `không quá ${issue.maximum}` });
    case 'too_small':
      if (issue.origin === 'string') return found('MISSING', { what: whatIsMissing(pointer) });
      if (issue.origin === 'array') return found('TOO_FEW', { min: Number(issue.minimum) });
      return found('OUT_OF_RANGE', { bound: `từ ${issue.minimum} trở lên` });
    case 'invalid_value':
      return isSecret(value)
        ? found('SECRET')
        : found('INVALID_VALUE', { allowed: issue.values.map(String).join(', ') });
    case 'invalid_format':
      return found(issue.format === 'date' ? 'INVALID_DATE' : 'INVALID_FORMAT', { value: shorten(value) });
    case 'invalid_key':
      return found('INVALID_FORMAT', { value: String(pointer.at(-1)) });
    case 'invalid_union':
      return closestBranch(issue, pointer, input) ?? found('WRONG_TYPE', { expected: 'chữ' });
    case 'custom':
      if (issue.params?.finding === FORBIDDEN_CHARACTER) {
        return found('FORBIDDEN_CHARACTER', {
          codePoint: String(issue.params.codePoint),
          position: Number(issue.params.position),
        });
      }
      return found('WRONG_TYPE', { expected: 'giá trị hợp lệ' });
    default:
      return found('WRONG_TYPE', { expected: 'giá trị hợp lệ' });
  }
}

/** Of a union's branches the one that the value fits best: the one that complains deepest, not at the value's own type. */
function closestBranch(issue: Issue & { code: 'invalid_union' }, base: Pointer, input: unknown): RawFinding[] | null {
  const fitting = issue.errors.find((branch) => branch.every((i) => i.path.length > 0 || i.code !== 'invalid_type'));
  return fitting && fitting.length > 0 ? fitting.flatMap((i) => fromIssue(i, base, input)) : null;
}

function unknownKey(key: string, pointer: Pointer): RawFinding {
  if (SECRET_KEYS.has(key)) return { code: 'SECRET', pointer: [...pointer, key] };
  const code = pointer.length === 0 && SERVER_KEYS.has(key) ? 'SERVER_FIELD' : 'UNKNOWN_KEY';
  return { code, pointer, facts: { key: shorten(key) } };
}

function isSecret(value: unknown): boolean {
  return typeof value === 'string' && /^\s*(tuyệt\s+|tối\s+)?mật\s*$/iu.test(value.normalize('NFC'));
}

function whatIsMissing(pointer: Pointer): string {
  const last = pointer.findLast((step) => typeof step === 'string');
  return last === undefined ? 'dữ liệu' : fieldWord(last);
}

function shorten(value: unknown): string {
  const text = String(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
