import { beforeAll, describe, expect, test } from 'vitest';
import { checkDocx } from '#check/check-docx.ts';
import { failed } from '#check/failed.ts';
import { fixDocx } from '#check/fix/fix-docx.ts';
import { readOwnZip } from '#package/read-zip.ts';
import { zipEntries } from '#package/zip-directory.ts';
import { paragraphsOf } from '#read/body/model.ts';
import { readDocx } from '#read/read-docx.ts';
import { makeDocx } from '../read/support/make-docx.ts';
import { bodies, type feet, heads, officePlan } from '../read/support/office-plan.ts';
import { type BaseName, changed, type Parts, renderBases, WAYS, zipped } from './support/mutants.ts';

let bases: Readonly<Record<BaseName, Parts>>;
beforeAll(async () => {
  bases = await renderBases();
});

const xmlOf = (bytes: Uint8Array) => readOwnZip(bytes).get('word/document.xml') ?? '';
const textsOf = (bytes: Uint8Array) => paragraphsOf(readDocx(bytes).blocks).map(({ text }) => text);
/** Letters and figures: marks may be mended. */
const lettersOf = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
const broken = (bytes: Uint8Array) =>
  failed(checkDocx(bytes))
    .map(({ id }) => id)
    .filter((id) => id !== 'language.tone-placement');
const replaced = (from: string | RegExp, to: string) => (parts: Parts) =>
  changed(parts, 'word/document.xml', (xml) => xml.replace(from, to));

const WRONG: [what: string, base: BaseName, make: (parts: Parts) => Parts][] = [
  ['a margin', 'plan', replaced(/w:left="1701"/g, 'w:left="1200"')],
  ['a size by a style', 'plan', (parts) => WAYS.style(parts, 'CanCu', 'size')],
  ['a size on runs', 'letter', (parts) => WAYS.direct(parts, 'Diem', 'size')],
  ['a size by the defaults', 'plan', (parts) => WAYS.defaults(parts, 'HoTen', 'size')],
  ['an alignment by a style', 'letter', (parts) => WAYS.style(parts, 'Diem', 'align')],
  ['an alignment above', 'plan', (parts) => WAYS['style above'](parts, 'TenLoai', 'align')],
  ['a number without its zero', 'letter', replaced('Số: 08/UBND-HCC', 'Số: 8/UBND-HCC')],
  ['a number away from its sign', 'letter', replaced('Số: 08/UBND-HCC', 'Số: 08 /UBND-HCC')],
  [
    'a day without its zero, over three runs',
    'letter',
    replaced('ngày 02 tháng', 'ngà</w:t></w:r><w:r><w:t>y </w:t></w:r><w:r><w:t>2 tháng'),
  ],
  ['a month with a zero too many', 'letter', replaced('02 tháng 6', '02 tháng 06')],
  ['dashes of the Tiêu ngữ', 'plan', replaced('Độc lập - Tự do - Hạnh phúc', 'Độc lập – Tự do–Hạnh phúc')],
  ['a trích yếu with a mark at its end', 'plan', replaced(/(TrichYeu.*?Long)(<)/su, '$1.$2')],
  ['a căn cứ with a comma', 'plan', replaced('Đồng Nai năm 2026;', 'Đồng Nai năm 2026,')],
  ['a last căn cứ with a semicolon', 'plan', replaced('phường Bình Long năm 2026.<', 'phường Bình Long năm 2026;<')],
  ['a place without its comma', 'letter', replaced('Đồng Nai, ngày', 'Đồng Nai ngày')],
  ['a place in small letters', 'letter', replaced('>Đồng Nai, ngày', '>đồng Nai, ngày')],
  ['a number without its colon', 'letter', replaced('Số: 08/', 'Số 08/')],
  ['a symbol with spaces', 'letter', replaced('08/UBND-HCC', '08/UBND - HCC')],
  ['a trích yếu of a letter in a capital', 'letter', replaced('V/v tăng', 'V/v Tăng')],
  ['V/v in capitals', 'letter', replaced('V/v tăng', 'V/V tăng')],
  ['Kính gửi without its colon', 'letter', replaced('Kính gửi:', 'Kính gửi')],
  ['an addressee without its mark', 'letter', replaced('Thành đoàn Đồng Nai;', 'Thành đoàn Đồng Nai')],
  ['a last addressee with a semicolon', 'letter', replaced('UBND các xã, phường.<', 'UBND các xã, phường;<')],
  ['Nơi nhận without its colon', 'letter', replaced('Nơi nhận:', 'Nơi nhận')],
  ['a recipient with a full stop', 'plan', replaced('- Sở Nội vụ tỉnh Đồng Nai;', '- Sở Nội vụ tỉnh Đồng Nai.')],
  ['Lưu without its space and mark', 'plan', replaced('- Lưu: VT.', '- Lưu:VT')],
  ['KT. without its space', 'letter', replaced('KT. CHỦ TỊCH', 'KT.CHỦ TỊCH')],
  ['TM without its mark', 'plan', replaced('TM. ỦY BAN', 'TM ỦY BAN')],
  ['PHỤ LỤC in capitals', 'plan', replaced('>Phụ lục<', '>PHỤ LỤC<')],
  ['an end without its mark', 'plan', replaced('./.<', '.<')],
  ['a space before a comma', 'plan', replaced('nhận thức, trách nhiệm', 'nhận thức , trách nhiệm')],
  ['a căn cứ that is upright', 'plan', (parts) => WAYS.style(parts, 'CanCu', 'italic')],
  ['a type that is not bold', 'plan', (parts) => WAYS.direct(parts, 'TenLoai', 'bold')],
  ['pages of an appendix that count on', 'plan', replaced(/<w:pgNumType[^>]*\/>/g, '')],
  ['a first page with its number', 'plan', replaced('<w:titlePg/>', '')],
  [
    'paper that Word took unasked',
    'letter',
    replaced(/<w:pgSz w:w="11906" w:h="16838"/g, '<w:pgSz w:w="12240" w:h="15840"'),
  ],
  ['a recipient without its dash', 'plan', replaced('- Sở Nội vụ tỉnh Đồng Nai;', 'Sở Nội vụ tỉnh Đồng Nai;')],
];

describe('what is safe is fixed, and nothing else', () => {
  test.each(WRONG)('%s', (_, base, make) => {
    const before = zipped(make(bases[base]));
    expect(broken(before)).not.toEqual([]);
    const { bytes, changes } = fixDocx(before);
    expect(broken(bytes)).toEqual([]);
    expect(changes.length).toBeGreaterThan(0);
    const [was, is] = [readOwnZip(before), readOwnZip(bytes)];
    for (const [name, part] of was) if (name !== 'word/document.xml') expect(is.get(name)).toBe(part);
    expect(zipEntries(bytes, 100).map(({ name }) => name)).toEqual(zipEntries(before, 100).map(({ name }) => name));
    expect(textsOf(bytes)).toEqual(textsOf(zipped(bases[base])));
  });
});

const LEFT: [what: string, base: BaseName, make: (parts: Parts) => Parts, rule: string][] = [
  ['a căn cứ without a mark may go on below', 'plan', replaced('Đồng Nai năm 2026;', 'Đồng Nai năm 2026'), 'basis.end'],
  ['a trích yếu that ends in a shortened word', 'plan', replaced(/(TrichYeu.*?)Long(<)/su, '$1v.v.$2'), 'subject.end'],
  ['a symbol with a space between letters', 'letter', replaced('08/UBND-HCC', '08/UBND HCC'), 'code.form'],
  ['a body that leads on', 'plan', replaced('./.<', ':<'), 'text.end'],
  ['a degree before a name', 'letter', replaced('Nguyễn Thị Hoàng', 'TS. Nguyễn Thị Hoàng'), 'signer.degree'],
  [
    'a first page whose header says more',
    'plan',
    (parts) =>
      changed(replaced('<w:titlePg/>', '')(parts), 'word/header1.xml', (xml) =>
        xml.replace('</w:hdr>', '<w:p><w:r><w:t>LƯU HÀNH NỘI BỘ</w:t></w:r></w:p></w:hdr>'),
      ),
    'page.first',
  ],
];

test.each(LEFT)('what would be a guess is left: %s', (_, base, make, rule) => {
  const before = zipped(make(bases[base]));
  expect(broken(before)).toContain(rule);
  expect(fixDocx(before).changes.filter((change) => change.rule.id === rule)).toEqual([]);
});

test('a file that breaks nothing keeps its very bytes', () => {
  const bytes = zipped(bases.letter);
  expect(fixDocx(bytes)).toEqual({ bytes, changes: [] });
});

test('a paragraph that breaks nothing keeps its XML byte for byte', () => {
  const before = zipped(WAYS.direct(bases.letter, 'Diem', 'size'));
  const untouched = (bytes: Uint8Array) =>
    xmlOf(bytes)
      .split(/(?=<w:p>)/)
      .filter((piece) => !piece.includes('"Diem"'));
  expect(untouched(fixDocx(before).bytes)).toEqual(untouched(before));
});

describe('a plan that an office typed keeps its words, and breaks fewer rules', () => {
  const ways = Object.keys(heads).flatMap((head) => Object.keys(bodies).map((body) => [head, body] as const));
  test.each(ways)('head as %s, body %s', (head, body) => {
    const foot: keyof typeof feet = 'table';
    const before = makeDocx(officePlan({ head: head as keyof typeof heads, body: body as keyof typeof bodies, foot }));
    const { bytes, changes } = fixDocx(before);
    expect(textsOf(bytes).map(lettersOf)).toEqual(textsOf(before).map(lettersOf));
    expect(changes.length).toBeGreaterThan(0);
    const after = broken(bytes);
    expect(after.length).toBeLessThan(broken(before).length);
    expect(after.filter((id) => !broken(before).includes(id))).toEqual([]);
    expect(fixDocx(bytes).changes).toEqual([]);
  });
});
