import { textWidthPt } from '#document/text/text-width.ts';
import type { Line } from '#read/elements/line.ts';
import { at, type CheckContext, type Rule, rule } from '../rule.ts';
import { NOT_HERE } from './rule-makers.ts';

const TWIPS_PER_POINT = 20;
/** A line that was drawn by hand is right where it is nearly right. */
const AS_LONG = { least: 0.8, most: 1.2 } as const;
const THIRD_TO_HALF = { least: 0.27, most: 0.58 } as const;

/** A drawn rule below a text. */
interface Ruled {
  readonly text: Line | null | undefined;
  readonly rule: Line | null;
}

function lengthRule(
  id: string,
  clause: string,
  title: string,
  { least, most }: { readonly least: number; readonly most: number },
  find: (context: CheckContext) => Ruled,
): Rule {
  return rule(
    id,
    clause,
    title,
    (context) => {
      const { text, rule: drawn } = find(context);
      if (!text || !drawn) return NOT_HERE;
      const [line, ...others] = drawn.paragraph.lines;
      // Borders and typed signs have no length of their own; of several shapes none is known to be this one.
      if (!line || line.lengthTwips === null || others.length > 0)
        return { notAssessed: 'Đường kẻ không phải nét vẽ có độ dài ghi trong tệp.' };
      const share = line.lengthTwips / (widthOf(text) * TWIPS_PER_POINT);
      return share >= least && share <= most
        ? []
        : [at(text, `đường kẻ dài ${Math.round(share * 100)}% dòng chữ`, title.replace(/^.*? dài /u, 'dài '))];
    },
    'warning',
  );
}

function widthOf({ text, runs }: Line): number {
  return Math.max(1, textWidthPt(text, 'bold', runs[0]?.format.props.sizePt ?? 13));
}

/** Rules of how long the lines below Tiêu ngữ, organ and trích yếu are, where a shape says it. */
export const ruleLengthRules: readonly Rule[] = [
  lengthRule(
    'motto.rule-length',
    'PL I, II.1.b',
    'Đường kẻ dưới Tiêu ngữ dài bằng dòng chữ',
    AS_LONG,
    ({ elements }) => ({
      text: elements.head.motto,
      rule: elements.head.mottoRule,
    }),
  ),
  lengthRule(
    'organ.rule-length',
    'PL I, II.2.b',
    'Đường kẻ dưới tên cơ quan dài từ 1/3 đến 1/2 dòng chữ',
    THIRD_TO_HALF,
    ({ elements }) => ({ text: elements.head.organ.at(-1), rule: elements.head.organRule }),
  ),
  lengthRule(
    'subject.rule-length',
    'PL I, II.5.b',
    'Đường kẻ dưới trích yếu dài từ 1/3 đến 1/2 dòng chữ',
    THIRD_TO_HALF,
    ({ elements }) => ({
      text: elements.typeLine ? elements.subject.at(-1) : null,
      rule: elements.subjectRule,
    }),
  ),
];
