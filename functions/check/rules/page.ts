import type { Section } from '#read/body/model.ts';
import { isEmpty, type Line, linesIn } from '#read/elements/line.ts';
import { type Fix, nearest } from '../fix/fix.ts';
import { lettered, points, sourceWords } from '../looks.ts';
import { at, type CheckContext, onPage, type Rule } from '../rule.ts';
import { pageNumberRules } from './page-number.ts';

const TWIPS_PER_MM = 1440 / 25.4;
/** Word rounds millimetres; so much is no difference. */
const SLACK_MM = 0.6;
const A4_MM = [210, 297] as const;
const LETTER_MM = [215.9, 279.4] as const;

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
    sections(context).flatMap((section) => {
      const { width, height, firstPage } = section;
      const sides = [mm(width), mm(height)].sort((a, b) => a - b);
      const isA4 = sides.every((side, i) => Math.abs(side - (A4_MM[i] ?? 0)) <= 1);
      // Letter is what Word takes unless told; a larger sheet is chosen for its table.
      const isLetter = sides.every((side, i) => Math.abs(side - (LETTER_MM[i] ?? 0)) <= 1);
      const index = context.document.sections.indexOf(section);
      const fix: Fix | undefined = isLetter ? { kind: 'paper', section: index } : undefined;
      return isA4 ? [] : [onPage(firstPage, `khổ ${sides.map(shown).join(' x ')}`, 'A4 (210 mm x 297 mm)', fix)];
    }),
};

/** A page may be turned for its tables alone (PL I, Mục I.2); appendices are turned as practice has it. */
const orientation: Rule = {
  id: 'page.orientation',
  clause: 'PL I, I.2',
  severity: 'error',
  title: 'Trình bày theo chiều dài của khổ A4; chỉ quay ngang khi có bảng, biểu',
  judge: (context) =>
    sections(context).flatMap((section) => {
      const index = context.document.sections.indexOf(section);
      const own = context.document.blocks.filter((block) => block.section === index);
      const hasTable = own.some((block) => block.kind === 'table' && block.hasBorders);
      const isAppendix = context.elements.appendices.some((one) => one.section === index);
      return section.isLandscape && !hasTable && !isAppendix
        ? [onPage(section.firstPage, 'trang nằm ngang', 'trang đứng, theo chiều dài khổ A4')]
        : [];
    }),
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
        const { urgency, secrecy } = context.elements.head;
        if ([urgency, secrecy].some((stamp) => stamp?.paragraph === line.paragraph)) return [];
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
  orientation,
  ...pageNumberRules,
  font,
  color,
];
