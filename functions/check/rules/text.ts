import type { Paragraph } from '#read/body/model.ts';
import { isEmpty, type Line } from '#read/elements/line.ts';
import { bodyLines, linesOf } from '../elements.ts';
import type { Fix } from '../fix/fix.ts';
import { points, sourceWords } from '../looks.ts';
import { at, type CheckContext, type Rule } from '../rule.ts';
import { ending } from './rule-makers.ts';

const TWIPS_PER_CM = 1440 / 2.54;
/** Indents that the decree names, and how near is near enough. */
const FIRST_LINES_CM = [1, 1.27] as const;
const SLACK_CM = 0.035;
const LEAST_SPACE_TWIPS = 120;
/** A line of Times New Roman is so many times as high as its size. */
const LINE_HEIGHT = 1.149;
const TWIPS_PER_POINT = 20;

/** Longest text that surely is a line alone and may be set as one. */
const SHORT = 60;

function running(context: CheckContext): Line[] {
  return linesOf
    .text(context)
    .filter(({ text, paragraph }) => text.length > SHORT && paragraph.format.props.align !== 'center');
}

function ofText(
  id: string,
  title: string,
  judge: (
    line: Line,
  ) => { readonly found: string; readonly expected: string; readonly source?: string; readonly fix?: Fix } | null,
): Rule {
  return {
    id,
    clause: 'PL I, II.6.e',
    severity: 'error',
    title,
    judge(context) {
      const lines = running(context);
      if (lines.length === 0) return { notAssessed: 'Văn bản không có đoạn lời văn nào.' };
      return lines.flatMap((line) => {
        const wrong = judge(line);
        return wrong ? [at(line, wrong.found, wrong.expected, wrong.source, wrong.fix)] : [];
      });
    },
  };
}

const firstLine = ofText('text.first-line', 'Chữ đầu dòng lùi vào 1 cm hoặc 1,27 cm', ({ paragraph }) => {
  const { props, source } = paragraph.format;
  // Tabs and spaces at the head of a paragraph move its first line too; how far is the tab stops' affair.
  if (/^\t/.test(paragraph.text)) return null;
  const cm = (props.left + props.firstLine) / TWIPS_PER_CM;
  if (FIRST_LINES_CM.some((wanted) => Math.abs(cm - wanted) <= SLACK_CM)) return null;
  return {
    found: `lùi ${points(Math.round(cm * 100) / 100)} cm`,
    expected: '1 cm hoặc 1,27 cm',
    source: sourceWords(source('firstLine')),
  };
});

/** Space between two paragraphs is what the first has below and the second above, whichever is larger. */
const between: Rule = {
  id: 'text.spacing',
  clause: 'PL I, II.6.e',
  severity: 'error',
  title: 'Khoảng cách giữa các đoạn ít nhất 6pt',
  judge(context) {
    const paragraphs = context.document.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block] : []));
    const lines = running(context);
    if (lines.length < 2) return { notAssessed: 'Văn bản không có hai đoạn lời văn liền nhau.' };
    return lines.flatMap((line) => {
      const next = paragraphs[paragraphs.indexOf(line.paragraph) + 1];
      if (!next || next.text.trim() === '' || !lines.some(({ paragraph }) => paragraph === next)) return [];
      const space = spaceBetween(line.paragraph, next);
      return space >= LEAST_SPACE_TWIPS
        ? []
        : [
            at(
              line,
              `${points(space / TWIPS_PER_POINT)} pt`,
              'ít nhất 6 pt',
              sourceWords(line.paragraph.format.source('after')),
              line.paragraph.format.props.contextual ? undefined : { kind: 'space-after', twips: LEAST_SPACE_TWIPS },
            ),
          ];
    });
  },
};

function spaceBetween(first: Paragraph, second: Paragraph): number {
  const [above, below] = [first.format.props, second.format.props];
  if (first.styleName === second.styleName && above.contextual && below.contextual) return 0;
  return Math.max(above.after, below.before);
}

const lineSpacing = ofText('text.line-spacing', 'Khoảng cách dòng từ dòng đơn đến 1,5 lines', ({ paragraph, runs }) => {
  const { line } = paragraph.format.props;
  const size = runs[0]?.format.props.sizePt ?? 14;
  const single = size * LINE_HEIGHT * TWIPS_PER_POINT;
  const lines =
    line.rule === 'auto'
      ? line.value / 240
      : line.rule === 'atLeast'
        ? Math.max(1, line.value / single)
        : line.value / single;
  if (lines >= 0.97 && lines <= 1.51) return null;
  return {
    found: `${points(Math.round(lines * 100) / 100)} lines`,
    expected: 'từ dòng đơn đến 1,5 lines',
    source: sourceWords(paragraph.format.source('line')),
    fix: { kind: 'line', lines240: lines < 1 ? 240 : 360 },
  };
});

const endMark: Rule = {
  id: 'text.end',
  clause: 'PL III, II',
  severity: 'error',
  title: 'Nội dung kết thúc bằng “./.”',
  judge(context) {
    if (context.elements.kind !== 'administrative') return { notAssessed: 'Không phải văn bản hành chính.' };
    const last = bodyLines(context).at(-1)?.line;
    if (!last || isEmpty(last) || !context.elements.foot) return { notAssessed: 'Không thấy cuối nội dung.' };
    if (/\.\/\.$/.test(last.text)) return [];
    // A table after the last line, or a line that leads on: the end is elsewhere.
    const isEnd = context.elements.items.at(-1)?.kind === 'line' && /[\p{L}\p{N})./]$/u.test(last.text);
    const fix = isEnd ? ending(last, './.') : undefined;
    return [at(last, `kết thúc “${last.text.slice(-8)}”`, 'kết thúc bằng ./.', undefined, fix)];
  },
};

/** Rules of running text. */
export const textRules: readonly Rule[] = [firstLine, between, lineSpacing, endMark];
