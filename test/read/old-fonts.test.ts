import { expect, test } from 'vitest';
import { paragraphsOf } from '#read/body/model.ts';
import { recognise } from '#read/elements/recognise.ts';
import { readDocx } from '#read/read-docx.ts';
import { makeDocx, p, r, tbl } from './support/make-docx.ts';

const font = (name: string, more = '') => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>${more}`;
const read = (body: string) => readDocx(makeDocx({ body }));
const textOf = (body: string) =>
  paragraphsOf(read(body).blocks)
    .map(({ text }) => text)
    .join('|');

test('TCVN3 becomes Unicode, capitals of .VnTimeH too, over runs and as soft hyphens', () => {
  expect(textOf(p('C¶i c¸ch hµnh chÝnh n¨m 2026; tr\u00adêng, quyÕt ®Þnh, §¶ng', '', font('.VnTime')))).toBe(
    'Cải cách hành chính năm 2026; trường, quyết định, Đảng',
  );
  expect(textOf(p('uû ban nh©n d©n tØnh ®ång nai', '', font('.VnTimeH')))).toBe('UỶ BAN NHÂN DÂN TỈNH ĐỒNG NAI');
  const split = [...'th'].map((char) => r(char, font('.VnTime'))).join('');
  const soft = `<w:r><w:rPr>${font('.VnTime')}</w:rPr><w:softHyphen/></w:r>${r('ëng', font('.VnTime'))}`;
  expect(textOf(p(split + soft))).toBe('thưởng');
});

test('TCVN3 by the codes of a symbol font becomes Unicode too', () => {
  const sign = `<w:r><w:rPr>${font('.VnTime')}</w:rPr><w:sym w:font=".VnTime" w:char="F0AE"/></w:r>`;
  expect(textOf(p(sign + r('\uf0c7u', font('.VnTime'))))).toBe('đầu');
});

test('VNI becomes Unicode: marks after their vowels, small marks after capitals', () => {
  expect(textOf(p('COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM', '', font('VNI-Times')))).toBe(
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  );
  expect(textOf(p('Ñoäc laäp - Töï do - Haïnh phuùc; öu tieân, ngöôøi, kyõ thuaät, naêm', '', font('VNI-Times')))).toBe(
    'Độc lập - Tự do - Hạnh phúc; ưu tiên, người, kỹ thuật, năm',
  );
});

test('the file says which fonts were read so; Unicode under such a font’s name stays as it is', () => {
  expect(read(p('C¶i c¸ch', '', font('.VnTime'))).notices).toEqual([
    { code: 'OLD_FONTS', params: { fonts: '.VnTime' } },
  ]);
  const unicode = read(p('Cải cách hành chính, các tổ', '', font('.VnTime')));
  expect([paragraphsOf(unicode.blocks)[0]?.text, unicode.notices]).toEqual(['Cải cách hành chính, các tổ', []]);
});

test('a head typed in TCVN3 is recognised', () => {
  const head = tbl([
    [
      p('uû ban nh©n d©n', '', font('.VnTimeH')) + p('Sè: 05/KH-UBND', '', font('.VnTime')),
      p('céng hoµ x· héi chñ nghÜa viÖt nam', '', font('.VnTimeH')) +
        p('§éc lËp - Tù do - H¹nh phóc', '', font('.VnTime')),
    ],
  ]);
  const { head: found, typeName } = recognise(read(head + p('kÕ ho¹ch', '<w:jc w:val="center"/>', font('.VnTimeH'))));
  expect([found.nationalName?.text, found.code?.printed?.notation, typeName]).toEqual([
    'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'KH-UBND',
    'Kế hoạch',
  ]);
});
