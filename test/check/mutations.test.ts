import { beforeAll, describe, expect, test } from 'vitest';
import { checkDocx, RULES } from '#check/check-docx.ts';
import { failed } from '#check/failed.ts';
import { type BaseName, changed, type Parts, removed, renderBases, retyped, WAYS, zipped } from './support/mutants.ts';

let bases: Readonly<Record<BaseName, Parts>>;
beforeAll(async () => {
  bases = await renderBases();
});

const broken = (parts: Parts) => failed(checkDocx(zipped(parts))).map(({ id }) => id);
/** Faults of a base itself: "văn hoá" beside "hóa" in the ward's plan, as it was published. */
const known = (base: BaseName) => (base === 'plan' ? ['language.tone-placement'] : []);

/** Our style of each element, and the looks that its rules fix. */
const LOOKS: [id: string, style: string, base: BaseName, fixed: string][] = [
  ['national-name', 'QuocHieu', 'plan', 'size bold italic'],
  ['motto', 'TieuNgu', 'plan', 'size bold italic'],
  ['parent', 'CoQuanChuQuan', 'parent', 'size italic'],
  ['organ', 'CoQuanBanHanh', 'plan', 'size bold italic'],
  ['code', 'SoKyHieu', 'plan', 'size italic bold'],
  ['date', 'DiaDanhThoiGian', 'plan', 'size italic bold'],
  ['type', 'TenLoai', 'plan', 'size bold italic align'],
  ['subject', 'TrichYeu', 'plan', 'size bold italic align'],
  ['letter-subject', 'TrichYeuCongVan', 'letter', 'size bold italic'],
  ['addressed', 'KinhGui', 'letter', 'size bold italic'],
  ['addressed', 'KinhGuiNoi', 'letter', 'size bold italic'],
  ['basis', 'CanCu', 'plan', 'size italic bold'],
  ['text', 'Diem', 'letter', 'size italic align'],
  ['chapter', 'TieuDePhanChuong', 'levels', 'size bold italic align'],
  ['chapter', 'TieuDeMuc', 'levels', 'size bold italic align'],
  ['article', 'Dieu', 'levels', 'size italic'],
  ['roman', 'MucLaMa', 'plan', 'size bold italic'],
  ['authority', 'QuyenHanChucVu', 'plan', 'size bold italic'],
  ['signer', 'HoTen', 'plan', 'size bold italic'],
  ['recipients-label', 'NoiNhan', 'plan', 'size bold italic'],
  ['recipients', 'NoiNhanTen', 'plan', 'size italic bold'],
  ['appendix-label', 'PhuLuc', 'plan', 'size bold italic align'],
  ['appendix-title', 'TieuDePhuLuc', 'plan', 'size bold italic align'],
  ['attached', 'KemTheo', 'plan', 'size italic align bold'],
  ['urgency', 'MucDoKhan', 'urgent', 'size bold italic'],
  ['circulation', 'ChiDanLuuHanh', 'urgent', 'size bold italic'],
  ['address', 'DiaChi', 'address', 'size italic'],
];
/** Bold and italic of the defaults reach every style: no document is wrong in one of them alone. */
const isAlone = (way: string, aspect: string) => way !== 'defaults' || aspect === 'size' || aspect === 'align';
/** Elements in headers and footers: the ways set runs of the body alone. */
const IN_MARGINS = ['circulation', 'address'];
const looks = LOOKS.flatMap(([id, style, base, fixed]) =>
  fixed.split(' ').flatMap((aspect) =>
    (Object.keys(WAYS) as (keyof typeof WAYS)[])
      .filter((way) => isAlone(way, aspect) && (way !== 'direct' || !IN_MARGINS.includes(id)))
      .map((way) => ({
        rule: `${id}.${aspect}`,
        what: `${style} by ${way}`,
        base,
        make: (parts: Parts) => WAYS[way](parts, style, aspect),
      })),
  ),
);

const lower = (text: string) => text.slice(0, 1) + text.slice(1).toLocaleLowerCase('vi');
const upper = (text: string) => text.toLocaleUpperCase('vi');
const CAPITALS: [id: string, style: string, base: BaseName, change: (text: string) => string][] = [
  ['national-name', 'QuocHieu', 'plan', lower],
  ['parent', 'CoQuanChuQuan', 'parent', lower],
  ['organ', 'CoQuanBanHanh', 'plan', lower],
  ['date', 'DiaDanhThoiGian', 'plan', upper],
  ['type', 'TenLoai', 'plan', lower],
  ['subject', 'TrichYeu', 'plan', upper],
  ['basis', 'CanCu', 'plan', upper],
  [
    'roman',
    'MucLaMa',
    'plan',
    (text) => text.replace(/^([IVX]+\. )(.*)$/, (_, label: string, title: string) => label + lower(title)),
  ],
  ['authority', 'QuyenHanChucVu', 'plan', lower],
  ['signer', 'HoTen', 'plan', upper],
  ['appendix-title', 'TieuDePhuLuc', 'plan', lower],
];

/** A line of its own length, drawn below an element as Word draws it. */
const drawn = (style: string, twips: number) => (parts: Parts) =>
  changed(parts, DOCUMENT, (xml) =>
    xml.replace(
      new RegExp(
        `(w:val="${style}"/>(?:(?!w:val="KeNgang").)*?</w:p>)<w:p><w:pPr><w:pStyle w:val="KeNgang"/>.*?</w:p>`,
      ),
      (_, before: string) =>
        `${before}<w:p><w:r><w:pict><v:line from="0,0" to="${twips / 20}pt,0" xmlns:v="urn:schemas-microsoft-com:vml"/></w:pict></w:r></w:p>`,
    ),
  );

const DOCUMENT = 'word/document.xml';
const replaced =
  (from: string | RegExp, to: string, part = DOCUMENT) =>
  (parts: Parts) =>
    changed(parts, part, (xml) => xml.replace(from, to));

const centred = (text: string) =>
  `<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>${text}</w:t></w:r></w:p>`;
/** Page numbers as many templates have them: "Trang 2". */
function wordedNumbers(parts: Parts): Parts {
  const headers = [...parts.keys()].filter((name) => /header\d+\.xml$/.test(name) && parts.get(name)?.includes('PAGE'));
  return headers.reduce(
    (all, name) =>
      changed(all, name, (xml) => xml.replace('<w:r>', '<w:r><w:t xml:space="preserve">Trang </w:t></w:r><w:r>')),
    parts,
  );
}
/** The document's own head, above its appendix. */
const withOwnHead = (parts: Parts) =>
  changed(parts, DOCUMENT, (xml) => {
    const head = /<w:tbl>.*?<\/w:tbl>/s.exec(xml)?.[0] ?? '';
    return xml.replace('<w:p><w:pPr><w:pStyle w:val="PhuLuc"/>', (label) => head + label);
  });

/** One change of text or page a rule. */
const OTHERS: [rule: string, base: BaseName, make: (parts: Parts) => Parts, also?: string[]][] = [
  ['page.left', 'plan', replaced(/w:left="1701"/g, 'w:left="1200"')],
  ['page.right', 'plan', replaced(/w:right="850"/g, 'w:right="400"')],
  ['page.top', 'plan', replaced(/w:top="1134"/g, 'w:top="700"')],
  ['page.bottom', 'plan', replaced(/w:bottom="1134"/g, 'w:bottom="300"')],
  ['page.paper', 'letter', replaced('w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"')],
  ['page.first', 'letter', replaced('<w:titlePg/>', '')],
  ['page.number', 'plan', replaced(/<w:headerReference w:type="default"[^>]*\/>/g, ''), []],
  [
    'page.number-size',
    'plan',
    replaced(/(<w:style [^>]*w:styleId="SoTrang"[\s\S]*?<w:sz w:val=")\d+/, '$120', 'word/styles.xml'),
  ],
  ['font.name', 'plan', replaced(/Times New Roman/g, 'Arial', 'word/styles.xml')],
  ['font.name', 'letter', replaced(/<w:rFonts [^>]*\/>/, '<w:rFonts w:asciiTheme="minorHAnsi"/>', 'word/styles.xml')],
  [
    'font.color',
    'letter',
    replaced(/(<w:pStyle w:val="NoiDung"\/>.*?<w:r>)/, '$1<w:rPr><w:color w:val="0070C0"/></w:rPr>'),
  ],
  ['national-name.present', 'plan', (parts) => removed(parts, 'QuocHieu')],
  ['national-name.text', 'plan', replaced('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM.')],
  ['motto.present', 'plan', (parts) => removed(parts, 'TieuNgu')],
  ['motto.text', 'plan', replaced('Độc lập - Tự do - Hạnh phúc', 'Độc lập-Tự do-Hạnh phúc')],
  ['motto.capitals', 'plan', replaced('Độc lập - Tự do - Hạnh phúc', 'ĐỘC LẬP - TỰ DO - HẠNH PHÚC'), ['motto.text']],
  ['organ.present', 'plan', (parts) => removed(parts, 'CoQuanBanHanh')],
  ['parent.bold', 'parent', (parts) => WAYS.direct(parts, 'CoQuanChuQuan', 'bold')],
  ['code.present', 'plan', (parts) => removed(parts, 'SoKyHieu')],
  ['code.form', 'letter', replaced('Số: 08/UBND-HCC', 'Số: 08 /UBND-HCC')],
  ['code.form', 'letter', replaced('Số: 08/UBND-HCC', 'Số: 8/UBND-HCC')],
  ['code.type', 'letter', replaced('Số: 08/UBND-HCC', 'Số: 08/CV-UBND')],
  ['date.present', 'plan', (parts) => removed(parts, 'DiaDanhThoiGian')],
  ['date.form', 'letter', replaced('ngày 02 tháng 6', 'ngày 2 tháng 6')],
  ['date.form', 'letter', replaced('ngày 02 tháng 6', 'ngày 02 tháng 06')],
  ['motto.rule', 'letter', replaced(/(w:val="TieuNgu".*?)<w:p><w:pPr><w:pStyle w:val="KeNgang"\/>.*?<\/w:p>/, '$1')],
  [
    'organ.rule',
    'letter',
    replaced(/(w:val="CoQuanBanHanh".*?)<w:p><w:pPr><w:pStyle w:val="KeNgang"\/>.*?<\/w:p>/, '$1'),
  ],
  ['subject.rule', 'plan', replaced(/(w:val="TrichYeu".*?)<w:p><w:pPr><w:pStyle w:val="KeNgang"\/>.*?<\/w:p>/, '$1')],
  ['subject.end', 'plan', replaced(/(năm 2026 trên địa bàn phường Bình Long)<\/w:t>/, '$1.</w:t>')],
  ['letter-subject.form', 'letter', replaced('V/v tăng', 'V/v Tăng')],
  ['letter-subject.capitals', 'letter', (parts) => retyped(parts, 'TrichYeuCongVan', upper), ['letter-subject.form']],
  ['addressed.form', 'letter', replaced('- Thành đoàn Đồng Nai;', '- Thành đoàn Đồng Nai,')],
  ['basis.end', 'plan', replaced(/;(<\/w:t><\/w:r><\/w:p><w:p><w:pPr><w:pStyle w:val="CanCu")/, '.$1')],
  ['text.first-line', 'letter', replaced(/(w:styleId="NoiDung"[\s\S]*?w:firstLine=")\d+/, '$1300', 'word/styles.xml')],
  ['text.spacing', 'letter', replaced(/(w:styleId="Diem"[\s\S]*?)w:after="\d+"/, '$1w:after="20"', 'word/styles.xml')],
  [
    'text.line-spacing',
    'letter',
    replaced(/(w:styleId="NoiDung"[\s\S]*?)w:line="\d+"/, '$1w:line="480"', 'word/styles.xml'),
  ],
  ['text.end', 'plan', replaced('./.', '.')],
  ['number.sequence', 'letter', replaced('>đ) ', '>e) ')],
  ['recipients.form', 'plan', replaced('- Sở Nội vụ tỉnh Đồng Nai;', '- Sở Nội vụ tỉnh Đồng Nai,')],
  ['recipients.label', 'plan', replaced('Nơi nhận:', 'Nơi nhận')],
  ['recipients.as-above', 'letter', replaced('- Như trên;', '- Văn phòng;')],
  ['recipients.archive', 'plan', replaced('- Lưu: VT.', '- Lưu VP;')],
  ['signer.present', 'plan', (parts) => removed(parts, 'HoTen')],
  ['signer.stack', 'parent', replaced('GIÁM ĐỐC', 'KT. GIÁM ĐỐC')],
  ['signer.degree', 'plan', replaced('Nguyễn Văn A', 'TS. Nguyễn Văn A')],
  [
    'page.orientation',
    'letter',
    replaced('w:w="11906" w:h="16838" w:orient="portrait"', 'w:w="16838" w:h="11906" w:orient="landscape"'),
  ],
  ['page.number-alone', 'letter', wordedNumbers],
  ['motto.rule-length', 'letter', drawn('TieuNgu', 900)],
  ['organ.rule-length', 'letter', drawn('CoQuanBanHanh', 4000)],
  ['subject.rule-length', 'plan', drawn('TrichYeu', 9000)],
  ['type.present', 'plan', (parts) => removed(parts, 'TenLoai'), ['text.italic']],
  ['type.letter', 'letter', replaced(/(<\/w:tbl>)(<w:p>)/, `$1${centred('CÔNG VĂN')}$2`)],
  ['organ.full-name', 'plan', replaced('ỦY BAN NHÂN DÂN<', 'UBND<')],
  ['basis.cited', 'plan', replaced('Kế hoạch số 51/KH-UBND ngày 30/01/2026', 'Kế hoạch ngày 30/01/2026')],
  ['basis.cited', 'plan', replaced('số 51/KH-UBND ngày 30/01/2026', 'số 51/KH-UBND')],
  ['signer.stack', 'urgent', replaced('TM. ỦY BAN NHÂN DÂN', 'TM. ỦY BAN NHÂN DÂN THÀNH PHỐ')],
  ['urgency.color', 'urgent', replaced(/<w:color w:val="FF0000"\/>/gi, '', 'word/styles.xml')],
  ['secrecy.none', 'urgent', replaced('THƯỢNG KHẨN', 'MẬT')],
  ['appendix.own-head', 'plan', withOwnHead],
  ['appendix.end', 'two', replaced('từng khu phố./.', 'từng khu phố.')],
  ['appendix.number', 'plan', replaced('>Phụ lục<', '>Phụ lục I<')],
  ['appendix.label-case', 'plan', replaced('>Phụ lục<', '>PHỤ LỤC<')],
  ['appendix.mentioned', 'two', replaced(/Phụ lục I và Phụ lục II/, 'Phụ lục I')],
  ['attached.matches', 'plan', replaced('(Kèm theo Kế hoạch số 36/KH-UBND', '(Kèm theo Kế hoạch số 37/KH-UBND')],
  ['attached.present', 'plan', (parts) => removed(parts, 'KemTheo')],
  ['appendix.pages', 'plan', replaced(/<w:pgNumType w:start="1"\/>/g, '')],
  ['appendix.missing', 'letter', replaced('>đ) ', '>đ) Theo Phụ lục kèm theo: ')],
  ['content.years', 'plan', replaced('TRỌNG TÂM NĂM 2026', 'TRỌNG TÂM NĂM 2025')],
  ['content.dates', 'plan', replaced('ngày 25/12/2025', 'ngày 31/11/2025')],
  ['content.deadline', 'letter', replaced('>a) ', '>a) Xong trước ngày 15/9/2025: ')],
  ['content.districts', 'letter', replaced('Chủ tịch UBND các xã, phường.', 'Chủ tịch UBND cấp huyện.')],
  ['citation.code', 'letter', replaced('>a) ', '>a) Theo Kế hoạch số 35 /KH-UBND, ')],
  ['capitals.special', 'letter', replaced(' thông tin', ' thành phố Hồ Chí Minh')],
  ['language.syllable', 'plan', replaced('người', 'nguời')],
  ['language.telex', 'letter', replaced(' thông tin', ' ddoongs')],
  ['language.terms', 'letter', replaced(' thông tin', ' qui định')],
  ['language.spaces', 'letter', replaced('a) ', 'a) Một , hai ')],
  ['language.tone-placement', 'letter', replaced('a) ', 'a) Hài hoà, hài hòa: ')],
];

const cases = [
  ...looks.map((one) => ({ ...one, also: [] as string[] })),
  ...CAPITALS.map(([id, style, base, change]) => ({
    rule: `${id}.capitals`,
    what: style,
    base,
    make: (parts: Parts) => retyped(parts, style, change),
    also: [] as string[],
  })),
  ...OTHERS.map(([rule, base, make, also = []]) => ({ rule, what: 'as typed', base, make, also })),
];

describe('one thing made wrong is found by its rule, and by no other', () => {
  test.each(cases)('$rule: $what', ({ rule, base, make, also }) => {
    expect(
      broken(make(bases[base]))
        .filter((id) => !known(base).includes(id))
        .sort(),
    ).toEqual([rule, ...also].sort());
  });

  test('every rule has a document that breaks it', () => {
    const tried = new Set(cases.map(({ rule }) => rule));
    expect(RULES.map(({ id }) => id).filter((id) => !tried.has(id))).toEqual([]);
  });
});
