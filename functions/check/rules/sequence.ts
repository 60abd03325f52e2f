import { POINT_LETTERS, toRoman } from '#document/text/vietnamese.ts';
import type { BodyItem, BodyLine } from '#read/elements/body-lines.ts';
import type { BodyLevel } from '#read/elements/labels.ts';
import { at, type Rule, type Violation } from '../rule.ts';

/** From the widest level to the narrowest; a wider one begins the narrower anew. */
const ORDER: readonly BodyLevel[] = [
  'division',
  'chapter',
  'section',
  'subsection',
  'letter',
  'roman',
  'article',
  'clause',
  'subclause',
  'point',
  'itemLetter',
  'item',
  'itemRoman',
];
/** Numbers that run on through chapters. */
const RUNS_ON = new Set<BodyLevel>(['chapter', 'article']);

/** Numbers of a body that skip or repeat, level by level: đ comes after d. */
export function sequenceViolations(items: readonly BodyItem[]): Violation[] {
  const last = new Map<string, number>();
  const violations: Violation[] = [];
  for (const item of items) {
    if (item.kind === 'table' || !item.label) continue;
    const rank = ORDER.indexOf(item.level);
    const number = item.label.numbers.at(-1);
    if (rank < 0 || number === undefined || number === 0) continue;
    const key = keyOf(item);
    const before = last.get(key);
    for (const known of [...last.keys()]) {
      const level = ORDER.findIndex((one) => known.startsWith(`${one} `));
      const isBelow = level > rank && !RUNS_ON.has(ORDER[level] ?? 'paragraph');
      if (isBelow || (known !== key && level === rank && item.level === 'subclause' && known.length > key.length))
        last.delete(known);
    }
    last.set(key, number);
    const isRight = number === (before ?? 0) + 1 || (number === 1 && (before ?? 0) > 1);
    // The first number that a file shows of a level may be any: an extract begins where it begins.
    if (isRight || (before === undefined && item.level === 'article')) continue;
    violations.push(
      at(
        item.line,
        `“${item.label.text}”${before === undefined ? '' : ` sau “${labelFor(item, before)}”`}`,
        `“${labelFor(item, (before ?? 0) + 1)}”`,
      ),
    );
  }
  return violations;
}

/** Subclauses count under the numbers before their last: 2.1 is not after 1.3. */
function keyOf({ level, label }: BodyLine): string {
  const parents = label?.numbers.slice(0, -1).join('.') ?? '';
  return `${level} ${parents}`;
}

function labelFor({ level, label }: BodyLine, number: number): string {
  const sign = label?.text ?? '';
  if (level === 'subclause') return [...(label?.numbers.slice(0, -1) ?? []), number].join('.');
  const own =
    level === 'point' || level === 'itemLetter'
      ? (POINT_LETTERS[number - 1] ?? '?')
      : level === 'roman'
        ? toRoman(number)
        : String(number);
  return sign.replace(/[\p{Lu}IVXLC]+(?=[.)/]?$)|\d+|[a-zđ](?=[.)])/u, own);
}

/** Rule of numbers in the body and in appendices. */
export const sequenceRules: readonly Rule[] = [
  {
    id: 'number.sequence',
    clause: 'PL I, II.6.đ',
    severity: 'warning',
    title: 'Số thứ tự liên tục ở mọi cấp, điểm theo bảng chữ cái tiếng Việt',
    judge: ({ elements }) => [
      ...sequenceViolations(elements.items),
      ...elements.appendices.flatMap(({ items }) => sequenceViolations(items)),
    ],
  },
];
