import type { Line } from '#read/elements/line.ts';
import type { Fix } from '../fix/fix.ts';
import { at, type CheckContext, onPage, type Rule, rule, type Violation } from '../rule.ts';

/** Result of a rule whose element is absent. */
export const NOT_HERE = { notAssessed: 'Văn bản không có yếu tố này.' } as const;

/** Judges one line of the head, where it is there. */
export function ofLine(
  line: (context: CheckContext) => Line | null | undefined,
  judge: (line: Line, context: CheckContext) => Violation[],
) {
  return (context: CheckContext) => {
    const found = line(context);
    return found ? judge(found, context) : NOT_HERE;
  };
}

/** Makes the rule that an element is there. */
export const present = (id: string, clause: string, name: string, has: (context: CheckContext) => boolean): Rule =>
  rule(id, clause, `Có ${name}`, (context) => {
    if (context.elements.kind !== 'administrative') return { notAssessed: 'Không phải văn bản hành chính.' };
    return has(context) ? [] : [onPage(1, `không thấy ${name}`, `có ${name}`)];
  });

/** Makes the rule that a line has a rule below it. */
export const ruled = (
  id: string,
  clause: string,
  name: string,
  line: (context: CheckContext) => Line | null | undefined,
  has: (context: CheckContext) => Line | null,
): Rule =>
  rule(
    id,
    clause,
    `Có đường kẻ dưới ${name}`,
    ofLine(line, (found, context) =>
      has(context) ? [] : [at(found, 'không có đường kẻ', `đường kẻ nét liền dưới ${name}`)],
    ),
  );

/** Marks of shortened words and of a sentence left open: what stands before them is not known to end. */
const OPEN_END = /\.\.\s*$|…|\p{L}\.\p{L}\.$|[([{“"]$/u;

/** Makes the fix that ends a line with another mark; none where the line may go on. */
export function ending(line: Line, mark: string): Fix | undefined {
  const signs = /[.;:,/]*$/.exec(line.text)?.[0] ?? '';
  return OPEN_END.test(line.text) || line.text === signs || signs.length > 2
    ? undefined
    : { kind: 'end', from: signs, to: mark };
}

/** Makes the fix that types a text anew. */
export const retype = (from: string, to: string): Fix => ({ kind: 'retype', from, to });
