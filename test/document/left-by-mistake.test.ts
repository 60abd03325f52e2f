import { expect, test } from 'vitest';
import { legacyEncodingOf } from '#document/text/legacy-encoding.ts';
import { said } from '../render/scene.ts';
import { check, codes, letter, only, plan, planWithText, ward } from './scene.ts';

const codesOf = (text: string) => codes(planWithText(text));

test.each(['Thực hiện {{ten_ke_hoach}}', 'Năm [[nam]] này', `Tại ${'$'}{x} đây`])(
  'warns of the empty place in “%s”',
  (text) => {
    expect(codesOf(text)).toEqual(['PLACEHOLDER_LEFT']);
  },
);

test.each(['Chữ <b>đậm</b>', 'Dòng<br/>mới', '![sơ đồ](so-do.png)'])('warns of the markup in “%s”', (text) => {
  expect(codesOf(text)).toEqual(['MARKUP_TYPED']);
});

test.each(['a < b và c > d', 'giảm [1] và {2}', 'giá $5', 'x!'])('takes “%s” for text', (text) => {
  expect(codesOf(text)).toEqual([]);
});

test.each([
  ['KÕ ho¹ch c¶i c¸ch hµnh chÝnh n¨m 2026', 'TCVN3 (ABC)'],
  ['Keá hoaïch caûi caùch haønh chính naêm 2026', 'VNI'],
  ['Káº¿ hoáº¡ch cáº£i cách', 'UTF-8 mở nhầm bằng mã khác'],
  ['K? ho?ch c?i cách hành chính n?m 2026', 'khác và đã mất chữ (dấu ?)'],
  ['Kế hoạch cải cách hành chính năm 2026 của Ủy ban nhân dân', null],
  ['Diện tích 5.000 m², 37°C, ±2, ½, café, naïve, façade', null],
  ['Hỏi: bao nhiêu? ai? ở đâu?', null],
  ['https://a.vn/x?a=b?c=d?e', null],
])('says of “%s” that its encoding is %s', (text, encoding) => {
  expect(legacyEncodingOf(text)).toBe(encoding);
});

test('hints at two ways of tone marks in one document, by a word of each', () => {
  const finding = only(planWithText('Văn hóa và hoà bình'));
  expect(finding).toMatchObject({ code: 'MIXED_TONES', severity: 'warning' });
  expect(finding.message).toContain('“hóa” và “hoà”');
  expect(codesOf('Văn hóa, quý, thủy lợi, quả, khoản, toàn')).toEqual([]);
});

test('refuses a plan with an empty Mục or nobody to go to, and shows both in a draft', () => {
  const empty = plan({
    body: [
      { level: 'roman', title: 'Mục đích' },
      { level: 'roman', title: 'Nội dung' },
      { level: 'paragraph', text: 'Đoạn.' },
    ],
    recipients: [],
  });
  expect(codes(empty)).toEqual(['MISSING', 'MISSING']);
  expect(only({ ...empty, recipients: ['A'] }).message).toContain('nội dung của mục lớn (I.) “Mục đích”');
  const { document } = check(empty, 'show');
  expect(document?.body[0]?.children?.[0]?.text).toBe('[THIẾU: nội dung của mục lớn (I.) “Mục đích”]');
  expect(document?.recipients).toEqual(['[THIẾU: nơi nhận]']);
  expect(codes(letter({ recipients: [] }))).toEqual([]);
});

test('says of one mistake one thing', () => {
  const { draftingUnit: _, ...without } = letter();
  expect(codes(without)).toEqual(['MISSING']);
  expect(codes(planWithText(['Theo Nghị quyết', { footnote: 'x' }, '.']))).toEqual(['NOT_SUPPORTED']);
  expect(codes(plan({ subjectLines: 'x' }))).toEqual(['WRONG_TYPE']);
  expect(codes(plan({ body: [{ level: 'roman', text: 'x' }] }))).toEqual(['PART_CONTENT']);
});

test.each([
  [{ organs: ['a'] }, 'văn bản liên tịch'],
  [{ signers: [] }, 'hai người ký'],
  [{ attachedTo: 'Quyết định' }, 'kèm theo quyết định'],
  [{ body: [{ level: 'image', text: 'x' }] }, 'hình ảnh'],
])('says of %o that it cannot be done yet', (about, what) => {
  expect(only(plan(about)).message).toContain(
    `chưa làm được ${what}`.replace('hai', 'văn bản có hai').replace('kèm', 'kế hoạch ban hành kèm'),
  );
});

test('names the people of one position, finds one however the position is capitalised', async () => {
  const signers = [
    { staffId: 'a', fullName: 'Trần A', position: 'Chủ tịch' },
    { staffId: 'b', fullName: 'Lê B', position: 'chủ tịch' },
  ];
  const signer = { authority: [{ position: 'CHỦ TỊCH' }] };
  const { fullName: __, ...unnamed } = { ...signer, fullName: undefined };
  const of = (...holders: typeof signers) =>
    check(plan({ signer: unnamed }), 'refuse', undefined, { ...ward, signers: holders });
  expect(of(...signers).findings.map(({ message }) => message)).toEqual([
    'Có 2 người giữ chức vụ “CHỦ TỊCH”: Trần A, Lê B; hãy ghi họ tên người ký (fullName).',
  ]);
  expect(of(signers[0]!).findings).toEqual([]);
  expect(of().findings).toMatchObject([{ code: 'MISSING' }]);
});

test('keeps units and formulas in capital headings, and prints no backslash', async () => {
  const title = 'Chỉ tiêu pH, CO₂, 5.000 m², 20 kWh, 10 ha và VNeID';
  expect(await said(plan({ body: [{ level: 'roman', title, children: [{ level: 'dash', text: '\\+ x' }] }] }))).toEqual(
    expect.arrayContaining(['I. CHỈ TIÊU pH, CO₂, 5.000 m², 20 kWh, 10 ha VÀ VNeID', '- + x./.']),
  );
});
