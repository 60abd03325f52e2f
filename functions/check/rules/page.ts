import { paragraphsOf, type Section } from '#read/body/model.ts';
import { isEmpty, type Line, linesIn } from '#read/elements/line.ts';
import { nearest } from '../fix/fix.ts';
import { lettered, points, sourceWords } from '../looks.ts';
import { at, type CheckContext, onPage, type Rule, type Violation } from '../rule.ts';

const TWIPS_PER_MM = 1440 / 25.4;
/** Word rounds millimetres; so much is no difference. */
const SLACK_MM = 0.6;
const A4_MM = [210, 297] as const;

const mm = (twips: number) => twips / TWIPS_PER_MM;
const shown = (millimetres: number) => `${points(millimetres)} mm`;

/** Sections that hold something; an empty last one prints nothing. */
function sections({ document }: CheckContext): readonly Section[] {
  return document.sections.filter((_, i) =>
    document.blocks.some((block) => block.section === i && (block.kind === 'table' || !isEmpty(block))),
  );
}

function marginRule(
  id: string,
  side: 'top' | 'bottom' | 'left' | 'right',
  name: string,
  [least, most]: readonly [number, number],
): Rule {
  const expected = `${least} đến ${most} mm`;
  return {
    id,
    clause: 'PL I, I.3',
    severity: 'error',
    title: `Lề ${name} ${expected}`,
    judge: (context) =>
      sections(context).flatMap((section) => {
        const found = mm(section[side]);
        const isRight = found >= least - SLACK_MM && found <= most + SLACK_MM;
        return isRight || (section.isLandscape && isTurned(section))
          ? []
          : [
              onPage(section.firstPage, `lề ${name} ${shown(found)}`, expected, {
                kind: 'margin',
                section: context.document.sections.indexOf(section),
                side,
                twips: Math.round(nearest(found, [least, most]) * TWIPS_PER_MM),
              }),
            ];
      }),
  };
}

/** Margins that were turned with the page: right as the paper is held upright. */
function isTurned({ top, bottom, left, right }: Section): boolean {
  const inRange = (twips: number, least: number, most: number) =>
    mm(twips) >= least - SLACK_MM && mm(twips) <= most + SLACK_MM;
  const sides = [left, right].every((twips) => inRange(twips, 20, 25));
  return (
    sides && ((inRange(top, 30, 35) && inRange(bottom, 15, 20)) || (inRange(bottom, 30, 35) && inRange(top, 15, 20)))
  );
}

const paper: Rule = {
  id: 'page.paper',
  clause: 'PL I, I.1',
  severity: 'error',
  title: 'Khổ giấy A4',
  judge: (context) =>
    sections(context).flatMap(({ width, height, firstPage }) => {
      const sides = [mm(width), mm(height)].sort((a, b) => a - b);
      const isA4 = sides.every((side, i) => Math.abs(side - (A4_MM[i] ?? 0)) <= 1);
      return isA4 ? [] : [onPage(firstPage, `khổ ${sides.map(shown).join(' x ')}`, 'A4 (210 mm x 297 mm)')];
    }),
};

/** Page numbers: in the header, in the middle, hidden on page 1 (PL I, Mục I.7). */
function numberLines(section: Section): Line[] {
  return [...section.headers]
    .flatMap(([kind, blocks]) => (kind === 'first' && section.hasTitlePage ? [] : linesIn(blocks)))
    .filter(({ paragraph }) => paragraph.fields.includes('PAGE'));
}

const pageNumber: Rule = {
  id: 'page.number',
  clause: 'PL I, I.7',
  severity: 'error',
  title: 'Số trang canh giữa trong lề trên',
  judge(context) {
    const { document } = context;
    if (document.pageCount < 2) return { notAssessed: 'Văn bản chỉ có một trang.' };
    const [first] = document.sections;
    if (!first) return [];
    const lines = numberLines(first);
    const [line] = lines;
    if (!line) {
      const inFooter = [...first.footers.values()].some((blocks) =>
        paragraphsOf(blocks).some(({ fields }) => fields.includes('PAGE')),
      );
      return [onPage(2, inFooter ? 'số trang ở lề dưới' : 'không có số trang', 'số trang canh giữa trong lề trên')];
    }
    const { align } = line.paragraph.format.props;
    return align === 'center' || /\t/.test(line.paragraph.text)
      ? []
      : [onPage(2, 'số trang không canh giữa', 'canh giữa theo chiều ngang')];
  },
};

const pageNumberSize: Rule = {
  id: 'page.number-size',
  clause: 'PL I, I.7',
  severity: 'error',
  title: 'Số trang cỡ 13 đến 14',
  judge({ document }) {
    const [first] = document.sections;
    const lines = first && document.pageCount > 1 ? numberLines(first) : [];
    if (lines.length === 0) return { notAssessed: 'Không thấy số trang.' };
    return lines.flatMap((line): Violation[] => {
      const { props } = line.runs[0]?.format ?? line.paragraph.mark;
      return props.sizePt >= 13 && props.sizePt <= 14 ? [] : [onPage(2, `cỡ ${points(props.sizePt)}`, 'cỡ 13 đến 14')];
    });
  },
};

const firstPage: Rule = {
  id: 'page.first',
  clause: 'PL I, I.7',
  severity: 'error',
  title: 'Không hiển thị số trang thứ nhất',
  judge({ document }) {
    const [first] = document.sections;
    if (!first || document.pageCount < 2 || numberLines(first).length === 0)
      return { notAssessed: 'Không thấy số trang.' };
    const own = first.hasTitlePage ? paragraphsOf(first.headers.get('first') ?? []) : null;
    const isHidden = own !== null && !own.some(({ fields }) => fields.includes('PAGE'));
    return isHidden ? [] : [onPage(1, 'trang 1 hiện số trang', 'không hiển thị số trang thứ nhất')];
  },
};

/** Names under which Word knows Times New Roman. */
const TIMES = /^(?:times new roman|timesnewroman|times)(?:ps)?(?:mt)?(?:[ ,;-].*)?$/i;
/** Fonts of the encodings before Unicode. */
const LEGACY = /^\.?vn|^vni[- ]|^\.vn/i;

const MAX_FONT_FINDINGS = 20;

function textLines({ document }: CheckContext): Line[] {
  return linesIn(document.blocks).filter((line) => !isEmpty(line));
}

const font: Rule = {
  id: 'font.name',
  clause: 'PL I, I.4',
  severity: 'error',
  title: 'Phông chữ Times New Roman, Unicode',
  judge: (context) =>
    textLines(context)
      .flatMap((line) => {
        const wrong = lettered(line).find(({ format }) => !TIMES.test(format.props.font.trim()));
        if (!wrong) return [];
        const { props, source } = wrong.format;
        const old = LEGACY.test(props.font) ? ' (bộ mã cũ, không phải Unicode)' : '';
        return [
          at(
            line,
            `phông ${props.font}${old}`,
            'Times New Roman',
            props.themed ? `phông theo chủ đề, ${sourceWords(source('font'))}` : sourceWords(source('font')),
          ),
        ];
      })
      .slice(0, MAX_FONT_FINDINGS),
};

const color: Rule = {
  id: 'font.color',
  clause: 'PL I, I.4',
  severity: 'error',
  title: 'Chữ màu đen',
  judge: (context) =>
    textLines(context)
      .flatMap((line) => {
        if (context.elements.head.urgency?.paragraph === line.paragraph) return [];
        const wrong = lettered(line).find(({ format }) => !isBlack(format.props.color));
        return wrong
          ? [at(line, `chữ màu #${wrong.format.props.color}`, 'chữ màu đen', sourceWords(wrong.format.source('color')))]
          : [];
      })
      .slice(0, MAX_FONT_FINDINGS),
};

function isBlack(value: string): boolean {
  return value === 'auto' || /^0[0-9A-F]0[0-9A-F]0[0-9A-F]$/.test(value);
}

/** Rules of page and font. */
export const pageRules: readonly Rule[] = [
  paper,
  marginRule('page.top', 'top', 'trên', [20, 25]),
  marginRule('page.bottom', 'bottom', 'dưới', [20, 25]),
  marginRule('page.left', 'left', 'trái', [30, 35]),
  marginRule('page.right', 'right', 'phải', [15, 20]),
  pageNumber,
  pageNumberSize,
  firstPage,
  font,
  color,
];
