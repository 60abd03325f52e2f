import { linesIn } from '#read/elements/line.ts';
import { CIRCULATION } from '#read/elements/patterns.ts';
import type { Fix } from '../fix/fix.ts';
import { at, type CheckContext, type Rule, rule } from '../rule.ts';
import { NOT_HERE, ofLine } from './rule-makers.ts';

/** Lines of the headers and footers of the first page. */
export function firstPageLines({ document }: CheckContext, side: 'headers' | 'footers') {
  const [first] = document.sections;
  if (!first) return [];
  return linesIn(first[side].get(first.hasTitlePage ? 'first' : 'default') ?? []);
}

/** The line of chỉ dẫn phạm vi lưu hành: in the head, or above it in the margin (PL I, Mục III.2.c). */
export function circulationLines(context: CheckContext) {
  const { circulation } = context.elements.head;
  if (circulation) return [circulation];
  return firstPageLines(context, 'headers').filter(({ text }) => CIRCULATION.test(text));
}

/** Address of an organ at the foot of page 1 (PL I, Mục III.4). */
export function addressLines(context: CheckContext) {
  const lines = firstPageLines(context, 'footers').filter(({ text }) => text !== '');
  const isAddress = lines.some(({ text }) => /(?:ĐT|Điện thoại|Fax|E-?mail|Website)\s*:/iu.test(text));
  return isAddress ? lines : [];
}

/** A red that a stamp is printed in. */
function isRed(color: string): boolean {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return red >= 0xc0 && green <= 0x50 && blue <= 0x50;
}

const RED: Fix = { kind: 'color', rgb: 'FF0000' };

const urgencyColor = rule(
  'urgency.color',
  'PL I, III.2.b',
  'Dấu chỉ mức độ khẩn màu đỏ tươi',
  ofLine(
    ({ elements }) => elements.head.urgency,
    (line) => {
      const wrong = line.runs.find(({ text, format }) => text.trim() !== '' && !isRed(format.props.color));
      return wrong ? [at(line, `màu ${colorName(wrong.format.props.color)}`, 'màu đỏ tươi', undefined, RED)] : [];
    },
  ),
);

function colorName(color: string): string {
  return color === 'auto' ? 'đen' : `#${color}`;
}

/** Secret papers are neither drafted nor kept on a machine in a network. */
const secrecy = rule('secrecy.none', 'PL I, III.2.a', 'Không soạn, kiểm tra tài liệu mật ở đây', ({ elements }) => {
  const line = elements.head.secrecy;
  return line
    ? [at(line, `dấu “${line.text}”`, 'tài liệu mật chỉ soạn, lưu trên máy độc lập (Luật Bảo vệ bí mật nhà nước)')]
    : [];
});

const typedLetter = rule('type.letter', 'PL I, II.5', 'Công văn không ghi tên loại “CÔNG VĂN”', ({ elements }) => {
  if (elements.typeName !== 'Công văn') return NOT_HERE;
  const line = elements.typeLine;
  return line ? [at(line, line.text, 'bỏ dòng tên loại; trích yếu ghi dưới số, ký hiệu (V/v …)')] : [];
});

/** Rules of stamps, and of what a head must not have. */
export const stampRules: readonly Rule[] = [urgencyColor, secrecy, typedLetter];
