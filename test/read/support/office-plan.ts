import { A4, p, r, tbl } from './make-docx.ts';

const B = '<w:b/>';
const I = '<w:i/>';
const centre = '<w:jc w:val="center"/>';
const both = '<w:jc w:val="both"/><w:ind w:firstLine="720"/><w:spacing w:after="120"/>';
const nil = '<w:tblBorders><w:top w:val="nil"/></w:tblBorders>';

/** Ways in which offices lay out a head. */
export const heads = {
  table: tbl(
    [
      [
        p('UBND TỈNH ĐỒNG NAI', centre) + p('SỞ NỘI VỤ', centre, B),
        p('CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM', centre, B) + p('Độc lập - Tự do - Hạnh phúc', centre, B),
      ],
      [p('Số:          /KH-SNV', centre), p('Đồng Nai, ngày      tháng 3 năm 2026', centre, I)],
    ],
    nil,
  ),
  breaks: tbl(
    [
      [
        p(r('UBND TỈNH ĐỒNG NAI\n') + r('SỞ NỘI VỤ\n', B) + r('Số:          /KH-SNV'), centre),
        p(
          r('CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n', B) +
            r('Đồng Nai, ngày      tháng 3 năm 2026', I),
          centre,
        ),
      ],
    ],
    nil,
  ),
  tabs:
    p(r('UBND TỈNH ĐỒNG NAI\t') + r('CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM', B)) +
    p(r('SỞ NỘI VỤ\tĐộc lập - Tự do - Hạnh phúc', B)) +
    p(r('Số:          /KH-SNV\t') + r('Đồng Nai, ngày      tháng 3 năm 2026', I)),
} as const;

/** Ways in which offices lay out the foot. */
export const feet = {
  table: tbl(
    [
      [
        p('Nơi nhận:', '', B + I) + p('- Như trên;') + p('- UBND các xã, phường;') + p('- Lưu: VT, CCHC.'),
        p('KT. GIÁM ĐỐC', centre, B) + p('PHÓ GIÁM ĐỐC', centre, B) + p('') + p('') + p('Lê Thị C', centre, B),
      ],
    ],
    nil,
  ),
  tabs:
    p(r('Nơi nhận:\t', B + I) + r('KT. GIÁM ĐỐC', B)) +
    p(r('- Như trên;\t') + r('PHÓ GIÁM ĐỐC', B)) +
    p('- UBND các xã, phường;') +
    p('- Lưu: VT, CCHC.') +
    p('') +
    p(r('\tLê Thị C', B)),
} as const;

const title = p('KẾ HOẠCH', centre, B) + p('Cải cách hành chính năm 2026', centre, B) + p('_______', centre);
const recitals =
  p('Căn cứ Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND tỉnh;', both, I) +
  p('Sở Nội vụ ban hành Kế hoạch cải cách hành chính năm 2026 như sau:', both);

const list = (level: number) => `${both}<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`;

/** Ways in which offices number a body. */
export const bodies = {
  typed:
    p('I. MỤC TIÊU', both, B) +
    p('1. Nâng cao chất lượng.', both) +
    p('1.1. Rà soát thủ tục.', both) +
    p('a) Cấp tỉnh.', both) +
    p('- Lần một;', both) +
    p('+ Lần hai.', both) +
    p('II. TỔ CHỨC THỰC HIỆN', both, B) +
    p('Các phòng thực hiện (Phụ lục kèm theo)./.', both),
  listed:
    p('MỤC TIÊU', list(0), B) +
    p('Nâng cao chất lượng.', list(1)) +
    p('Rà soát thủ tục.', list(2)) +
    p('Cấp tỉnh.', list(3)) +
    p('Lần một;', list(4)) +
    p('+ Lần hai.', both) +
    p('TỔ CHỨC THỰC HIỆN', list(0), B) +
    p('Các phòng thực hiện (Phụ lục kèm theo)./.', both),
  split:
    'I. MỤC TIÊU|1. Nâng cao chất lượng.|1.1. Rà soát thủ tục.|a) Cấp tỉnh.|- Lần một;|+ Lần hai.|II. TỔ CHỨC THỰC HIỆN|Các phòng thực hiện (Phụ lục kèm theo)./.'
      .split('|')
      .map((text) => p([...text].map((char) => r(char)).join(''), both))
      .join(''),
} as const;

const level = (ilvl: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${ilvl}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;

/** Word's lists of `bodies.listed`. */
export const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'upperRoman', '%1.')}${level(1, 'decimal', '%2.')}${level(2, 'decimal', '%2.%3.')}${level(3, 'lowerLetter', '%4)')}${level(4, 'bullet', '-')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;

const grid =
  '<w:tblBorders><w:top w:val="single"/><w:insideH w:val="single"/><w:insideV w:val="single"/></w:tblBorders>';
const appendix =
  p('Phụ lục', `<w:pageBreakBefore/>${centre}`, B) +
  p('PHÂN CÔNG NHIỆM VỤ', centre, B) +
  p('(Kèm theo Kế hoạch số      /KH-SNV ngày      tháng 3 năm 2026 của Sở Nội vụ)', centre, I) +
  tbl(
    [
      ['TT', 'Nội dung', 'Chủ trì'],
      ['1', 'Rà soát thủ tục', 'Phòng CCHC'],
    ],
    grid,
  );

/** A plan of an office, typed by hand: the parts are the ways that a test chooses. */
export function officePlan(ways: {
  readonly head?: keyof typeof heads;
  readonly body?: keyof typeof bodies;
  readonly foot?: keyof typeof feet;
}): {
  readonly body: string;
  readonly numbering: string;
  readonly styles: string;
} {
  const { head = 'table', body = 'typed', foot = 'table' } = ways;
  const styles =
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman"/><w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>';
  return { body: heads[head] + title + recitals + bodies[body] + feet[foot] + appendix + A4, numbering, styles };
}
