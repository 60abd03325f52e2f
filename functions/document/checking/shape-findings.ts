import type { z } from 'zod';
import { FORBIDDEN_CHARACTER, STABLE_ID, VISIBLE } from '../schemas/text.schema.ts';
import { nameOfForbidden } from '../text/forbidden-characters.ts';
import { fold } from '../text/vietnamese.ts';
import type { FindingCode } from './finding-texts.ts';
import type { Pointer, RawFinding } from './findings.ts';
import { fieldWord } from './path-labels.ts';
import { isSecretKey, isSecretWord } from './secrecy.ts';

type Issue = z.core.$ZodIssue;

const TYPE_WORDS = new Map([
  ['string', 'chữ, đặt trong ngoặc kép'],
  ['number', 'số'],
  ['int', 'số nguyên'],
  ['boolean', 'true hoặc false'],
  ['array', 'danh sách [ ]'],
  ['object', 'đối tượng { }'],
  ['record', 'đối tượng { }'],
  ['null', 'trống (null)'],
]);

/** Keys by which people say what is out of scope for now (README), and what to do instead. */
const UNSUPPORTED_KEYS = new Map<string, { readonly what: string; readonly instead: string }>([
  [
    'footnote',
    { what: 'chú thích cuối trang', instead: 'ghi trong ngoặc, hoặc thành một ghi chú (level "note") ngay sau' },
  ],
  ['attachedTo', { what: 'kế hoạch ban hành kèm theo quyết định', instead: 'soạn thành kế hoạch có số riêng' }],
  ['organs', { what: 'văn bản liên tịch', instead: 'để một cơ quan ban hành (organ)' }],
  ['signers', { what: 'văn bản có hai người ký', instead: 'để một người ký (signer)' }],
  ['image', { what: 'hình ảnh', instead: 'kèm hình thành tệp riêng' }],
]);

/** Examples of an abbreviation, by its field. */
const UNIT_HINTS = new Map<string, Readonly<Record<string, string>>>([
  ['draftingUnit', { example: 'HCC', more: '; nhiều đơn vị lưu thì ghi archive.units' }],
  ['abbreviation', { example: 'UBND' }],
]);

/** Fields that only the register writes. */
const SERVER_KEYS = new Set(
  'number codeNumber codeNotation date issuedDate signedAt state status version docId contentHash'.split(' '),
);

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
  // A value of the wrong type is told of once, not by its length too.
  const mistyped = new Set(issues.filter(({ code }) => code === 'invalid_type').map(({ path }) => path.join('/')));
  return issues
    .filter(({ code, path }) => (code !== 'too_big' && code !== 'too_small') || !mistyped.has(path.join('/')))
    .flatMap((issue) => fromIssue(issue, [], input));
}

function fromIssue(issue: Issue, base: Pointer, input: unknown): RawFinding[] {
  const pointer: Pointer = [...base, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))];
  const found = (code: FindingCode, params: Record<string, string | number> = {}) => [{ code, pointer, params }];
  const value = valueAt(input, pointer);
  if (value === undefined && issue.code !== 'unrecognized_keys')
    return found('MISSING', { what: whatIsMissing(pointer) });
  switch (issue.code) {
    case 'invalid_type':
      return found('WRONG_TYPE', { expected: typeWord(issue.expected), actual: typeWord(typeOf(value)) });
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, pointer, valueAt(input, [...pointer, key])));
    case 'too_big':
      if (issue.origin === 'string') return found('TOO_LONG', { max: Number(issue.maximum) });
      if (issue.origin === 'array')
        return found('TOO_MANY', {
          max: Number(issue.maximum),
          ...(pointer.at(-1) === 'columns' ? { what: 'cột' } : {}),
        });
      return found('OUT_OF_RANGE', { bound: `không quá ${issue.maximum}` });
    case 'too_small':
      if (issue.origin === 'string' || (issue.origin === 'array' && Number(issue.minimum) === 1))
        return found('MISSING', { what: whatIsMissing(pointer) });
      if (issue.origin === 'array') return found('TOO_FEW', { min: Number(issue.minimum) });
      return found('OUT_OF_RANGE', { bound: `từ ${issue.minimum} trở lên` });
    case 'invalid_value':
      if (isSecretWord(value)) return found('SECRET');
      if (pointer.at(-1) === 'level' && isPicture(value)) return found('NOT_SUPPORTED', UNSUPPORTED_KEYS.get('image'));
      if (pointer[0] === 'bases' && pointer.at(-1) === 'verb') return found('BASIS_VERB', { value: shown(value) });
      return found('INVALID_VALUE', { value: shown(value), allowed: allowedWords(issue.values.map(String), value) });
    case 'invalid_format':
      return [badFormat(issue, value, pointer)];
    case 'invalid_key':
      return found('INVALID_ID', { value: String(pointer.at(-1)) });
    case 'invalid_union':
      return (
        closestBranch(issue, pointer, input) ??
        found('WRONG_TYPE', { expected: typeWord('string'), actual: typeWord(typeOf(value)) })
      );
    case 'custom':
      if (issue.params?.['finding'] === FORBIDDEN_CHARACTER)
        return found('FORBIDDEN_CHARACTER', forbidden(issue.params, pointer));
      return found('INVALID_VALUE', {
        value: shown(value),
        allowed: String(issue.params?.['allowed'] ?? 'giá trị đúng mẫu'),
      });
    default:
      return found('INVALID_VALUE', { value: shown(value), allowed: 'giá trị đúng mẫu' });
  }
}

function isPicture(value: unknown): boolean {
  return typeof value === 'string' && /^(?:image|picture|figure|hinh|hinh-anh)$/.test(value);
}

/** Advice on a line break, by the field that may have one. */
const LINE_ENDS = new Map([
  ['subject', 'muốn ngắt dòng trích yếu thì ghi subjectLines'],
  ['parentName', 'muốn ngắt dòng thì ghi parentLines'],
  ['name', 'trường này chỉ một dòng'],
]);

function forbidden(
  { codePoint, position, before }: Record<string, unknown>,
  pointer: Pointer,
): Record<string, string | number> {
  const point = Number(codePoint);
  return {
    name: nameOfForbidden(point),
    codePoint: `U+${point.toString(16).toUpperCase().padStart(4, '0')}`,
    position: Number(position),
    before: String(before),
    lineEnd: LINE_ENDS.get(String(pointer.at(-1))) ?? 'muốn xuống dòng thì tách thành đoạn khác',
  };
}

function badFormat(issue: Issue & { readonly code: 'invalid_format' }, value: unknown, pointer: Pointer): RawFinding {
  if (typeof value === 'string' && !VISIBLE.test(value))
    return { code: 'MISSING', pointer, params: { what: whatIsMissing(pointer) } };
  return {
    code: formatCode(issue, pointer),
    pointer,
    params: { value: shown(value), ...UNIT_HINTS.get(String(pointer.at(-1))) },
  };
}

function formatCode({ format, pattern }: Issue & { readonly code: 'invalid_format' }, pointer: Pointer): FindingCode {
  if (format === 'date') return 'INVALID_DATE';
  if (pattern === String(STABLE_ID)) return 'INVALID_ID';
  return UNIT_HINTS.has(String(pointer.at(-1))) ? 'INVALID_UNIT' : 'INVALID_FORMAT';
}

/** Of a union's branches the one that the value fits best: the one that complains deepest, not at the value's own type. */
function closestBranch(
  issue: Issue & { readonly code: 'invalid_union' },
  base: Pointer,
  input: unknown,
): RawFinding[] | null {
  const fitting = issue.errors.find((branch) => branch.every((i) => i.path.length > 0 || i.code !== 'invalid_type'));
  if (!fitting || fitting.length === 0) return null;
  const found = fitting.flatMap((i) => fromIssue(i, base, input));
  // What is out of scope is told of once, not by what else its object lacks.
  const unsupported = found.filter(({ code }) => code === 'NOT_SUPPORTED');
  return unsupported.length > 0 ? unsupported : found;
}

function unknownKey(key: string, pointer: Pointer, value: unknown): RawFinding {
  if (isSecretKey(key) || isSecretWord(value)) return { code: 'SECRET', pointer: [...pointer, key] };
  const unsupported = UNSUPPORTED_KEYS.get(key);
  if (unsupported) return { code: 'NOT_SUPPORTED', pointer, params: unsupported };
  const code = pointer.length === 0 && SERVER_KEYS.has(key) ? 'SERVER_FIELD' : 'UNKNOWN_KEY';
  return { code, pointer, params: { key } };
}

function whatIsMissing(pointer: Pointer): string {
  const last = pointer.findLast((step) => typeof step === 'string');
  // Only a công văn has to name it, and not every office has units (PL I, Mục II.3.b).
  if (last === 'draftingUnit') return 'chữ viết tắt đơn vị soạn thảo hoặc lĩnh vực, ví dụ VX (draftingUnit)';
  if (last === 'children') return 'nội dung bên trong (children)';
  return last === undefined ? 'dữ liệu' : fieldWord(last);
}

function typeWord(type: string): string {
  return TYPE_WORDS.get(type) ?? 'kiểu khác';
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** A value as a message may show it. */
function shown(value: unknown): string {
  return typeof value === 'object' ? typeWord(typeOf(value)) : String(value);
}

/** The allowed words; where one differs from the value by its marks or case alone, that one and how it is written. */
function allowedWords(values: readonly string[], value: unknown): string {
  const meant = typeof value === 'string' ? values.find((one) => fold(one) === fold(value)) : undefined;
  // “chỉ nhận: KT., TL.” would end in two full stops.
  const once = values.filter((one, i) => values.findIndex((other) => fold(other) === fold(one)) === i);
  const all = once.some((one) => one.endsWith('.')) ? once.map((one) => `“${one}”`) : once;
  return meant === undefined ? all.join(', ') : `“${meant}”, đúng từng dấu và chữ hoa như vậy`;
}
