import { expect, test } from 'vitest';
import type { Issuance } from '#render/render.ts';
import { letter, plan } from '../document/scene.ts';
import { ISSUED, paragraphs, partsOf, rendered, said } from './scene.ts';

const appendix = (id: string, about: object = {}) => ({
  id,
  body: [{ id: `${id}-doan`, level: 'paragraph', text: 'Nội dung phụ lục.' }],
  ...about,
});
const withAppendices = (...appendices: Array<{ readonly id: string }>) =>
  plan({ closing: appendices.flatMap(({ id }) => [{ ref: id }, ', ']), appendices });
const attachedTo = (texts: readonly string[]) => texts.filter((text) => text.startsWith('(Kèm theo'));

test('leaves number, day and month of a draft blank', async () => {
  const texts = await said(plan(), null);
  expect(texts).toContain('Số:         /KH-UBND');
  expect(texts).toContain('Bình Long, ngày      tháng      năm 2026');
});

test('prints number and day of an issued document', async () => {
  const texts = await said(plan(), { number: 5, issuedDate: '2026-01-05' });
  expect(texts).toContain('Số: 05/KH-UBND');
  expect(texts).toContain('Bình Long, ngày 05 tháng 01 năm 2026');
});

test('says the same in draft and in issue but for number and day', async () => {
  const data = withAppendices(appendix('mot'), appendix('hai'));
  const [draft, issued] = [await said(data, null), await said(data)];
  const blank = (texts: readonly string[]) =>
    texts.map((text) => text.replace(/ngày .*? năm/, 'ngày năm').replace(/35|\s{8}/, '')).map((text) => text.trim());
  expect(blank(issued)).toEqual(blank(draft));
});

test('fills in the Kèm theo line on paper, in draft form with blanks', async () => {
  const data = withAppendices(appendix('mot'), appendix('hai'));
  const line = '(Kèm theo Kế hoạch số 35/KH-UBND ngày 16 tháng 3 năm 2026 của UBND phường Bình Long)';
  expect(attachedTo(await said(data))).toEqual([line, line]);
  expect(attachedTo(await said(data, null))).toEqual(
    Array(2).fill('(Kèm theo Kế hoạch số         /KH-UBND ngày      tháng      năm 2026 của UBND phường Bình Long)'),
  );
});

test('leaves number and day of the Kèm theo line open in the electronic form, type and organ said', async () => {
  const data = { ...withAppendices(appendix('mot')), medium: 'electronic', issuer: 'head' };
  const [line] = attachedTo(await said(data));
  expect(line).toMatch(/^\(Kèm theo Kế hoạch số … ngày … tháng … năm … của Chủ tịch UBND phường Bình Long\)$/);
});

test('calls the only appendix Phụ lục, and two by their numbers', async () => {
  const labels = (texts: readonly string[]) => texts.filter((text) => /^Phụ lục(?: [IVX]+)?$/.test(text));
  expect(labels(await said(withAppendices(appendix('mot'))))).toEqual(['Phụ lục']);
  expect(labels(await said(withAppendices(appendix('mot'), appendix('hai'))))).toEqual(['Phụ lục I', 'Phụ lục II']);
});

test('puts an appendix of its own file there, with its number among all, and not into the document', async () => {
  const files = await rendered(withAppendices(appendix('mot'), appendix('hai', { ownFile: true, title: 'Danh mục' })));
  expect(files.map(({ role }) => role)).toEqual(['rendered', 'appendix']);
  const [main, own] = files.map((file) => paragraphs(partsOf(file)['word/document.xml']!));
  expect(main).toContain('Phụ lục I');
  expect(main).not.toContain('Phụ lục II');
  expect(own?.slice(0, 2)).toEqual(['Phụ lục II', 'DANH MỤC']);
  expect(own?.join()).not.toContain('CỘNG HÒA');
});

test('prints the signing time on an appendix of its own file, once there is one', async () => {
  const own = async (issuance: Issuance | null) => {
    const files = await rendered(withAppendices(appendix('mot', { ownFile: true })), issuance);
    return paragraphs(partsOf(files[1]!)['word/document.xml']!)[0];
  };
  const signed = { ...ISSUED, signedAt: new Date('2026-03-16T01:30:15Z') };
  expect(await own(signed)).toBe('Số: 35/KH-UBND; 16/03/2026; 08:30:15+07:00');
  expect(await own(ISSUED)).toBe('Phụ lục');
  expect(await own(null)).toBe('Phụ lục');
});

test('prints no signing time where the appendix is in the document’s file', async () => {
  const texts = await said(withAppendices(appendix('mot')), { ...ISSUED, signedAt: new Date('2026-03-16T01:30:15Z') });
  expect(texts.join()).not.toContain('+07:00');
});

test('numbers the pages of each appendix from 1, and lays each as it says', async () => {
  const data = withAppendices(appendix('mot', { orientation: 'landscape' }), appendix('hai'));
  const xml = partsOf((await rendered(data))[0]!)['word/document.xml']!;
  const sections = [...xml.matchAll(/<w:sectPr>.*?<\/w:sectPr>/gs)].map(([section]) => section);
  expect(sections).toHaveLength(3);
  expect(sections.map((section) => section.includes('w:orient="landscape"'))).toEqual([false, true, false]);
  expect(sections.map((section) => /w:pgNumType[^>]*w:start="1"/.test(section))).toEqual([true, true, true]);
  expect(sections.every((section) => section.includes('<w:titlePg/>'))).toBe(true);
});

test('lays a document with a table of its own on its side', async () => {
  const table = { columns: [{ title: 'Việc', id: 'viec' }], rows: [{ cells: { viec: 'x' } }] };
  const data = plan({ orientation: 'landscape', body: [{ id: 'b', level: 'table', table }] });
  expect(partsOf((await rendered(data))[0]!)['word/document.xml']).toContain('w:orient="landscape"');
});

test('does without everything that may be left out', async () => {
  const { bases: _, draftingUnit: __, ...bare } = plan();
  const texts = await said(bare);
  expect(texts).toEqual([
    ...['ỦY BAN NHÂN DÂN', 'PHƯỜNG BÌNH LONG', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'],
    ...['Số: 35/KH-UBND', 'Bình Long, ngày 16 tháng 3 năm 2026', 'KẾ HOẠCH', 'Cải cách hành chính năm 2026'],
    'UBND phường ban hành Kế hoạch cải cách hành chính năm 2026 như sau:',
    ...['I. MỤC TIÊU', '1. Nâng cao kỷ cương.', '2. Cụ thể', 'a) Đúng người.', 'Các đơn vị tổ chức thực hiện./.'],
    ...['Nơi nhận:', '- Sở Nội vụ;', '- Lưu: VT.', 'TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'Trần Thị Ngọc Ánh'],
  ]);
});

test('prints "V/v" and "Kính gửi" of a công văn and never its type', async () => {
  const texts = await said(letter({ addressees: ['Sở Nội vụ', 'Sở Tài chính'] }));
  expect(texts).toContain('Số: 35/UBND-HCC');
  expect(texts).toContain('V/v tăng cường cải cách hành chính');
  expect(texts.filter((text) => /^(Kính gửi|- Sở|- Như trên)/.test(text))).toEqual([
    ...['Kính gửi:', '- Sở Nội vụ;', '- Sở Tài chính.', '- Như trên;', '- Sở Nội vụ;'],
  ]);
  expect(texts.join()).not.toMatch(/CÔNG VĂN/i);
  expect(await said(letter())).toContain('Kính gửi: Sở Nội vụ');
});

test('prints references by the numbers of their places, also after a change of order', async () => {
  const closing = ['Theo ', { ref: 'diem' }, ' Kế hoạch này'];
  const data = plan({ closing });
  expect(await said(data)).toContain('Theo điểm a khoản 2 Mục I Kế hoạch này./.');
  const first = { id: 'dau', level: 'roman', title: 'Đầu', children: [{ level: 'dash', text: 'x' }] };
  const moved = plan({ closing, body: [first, ...(plan()['body'] as object[])] });
  expect(await said(moved)).toContain('Theo điểm a khoản 2 Mục II Kế hoạch này./.');
});

test.each([
  ['issued', { number: 5, issuedDate: '2026-01-05' }, plan(), '05-KH-UBND.docx'],
  ['a công văn', ISSUED, letter(), '35-UBND-HCC.docx'],
  ['of an abbreviation with đ', ISSUED, letter({ draftingUnit: 'BCĐ.CCHC' }), '35-UBND-BCD-CCHC.docx'],
  ['a draft', null, plan(), 'Du-thao-KH-UBND.docx'],
])('names the file of %s in ASCII', async (_, issuance, data, name) => {
  const [file] = await rendered(data, issuance);
  expect(file).toMatchObject({ fileName: name, fileId: 'van-ban', role: 'rendered' });
});

test('names the file of each appendix apart, in ASCII, without what a path would obey', async () => {
  const appendices = Array.from({ length: 12 }, (_, i) => appendix(`pl-${i}`, { ownFile: true }));
  const files = await rendered(withAppendices(...appendices), ISSUED, { abbreviation: 'UBĐ..-X' });
  expect(new Set(files.map(({ fileName }) => fileName)).size).toBe(13);
  expect(new Set(files.map(({ fileId }) => fileId)).size).toBe(13);
  for (const { fileName, fileId } of files) {
    expect(fileName).toMatch(/^35-KH-[A-Z-]+(-Phu-luc-\w+)?\.docx$/);
    expect(fileId).toMatch(/^[a-z0-9-]+$/);
  }
});

test.each([
  ['Các đơn vị tổ chức thực hiện.', 'Các đơn vị tổ chức thực hiện./.'],
  ['Các đơn vị tổ chức thực hiện;', 'Các đơn vị tổ chức thực hiện./.'],
  ['Các đơn vị tổ chức thực hiện ./. ', 'Các đơn vị tổ chức thực hiện./.'],
  ['Các đơn vị tổ chức thực hiện', 'Các đơn vị tổ chức thực hiện./.'],
  ['Các đơn vị “tổ chức thực hiện”…', 'Các đơn vị “tổ chức thực hiện”…./.'],
])('ends "%s" with one "./."', async (closing, printed) => expect(await said(plan({ closing }))).toContain(printed));

test('ends a text of twenty thousand spaces as any', async () => {
  const paragraphs = await said(plan({ closing: `x${' '.repeat(19_990)}y` }));
  expect(paragraphs.some((paragraph) => paragraph.endsWith('y./.'))).toBe(true);
});

test('gives a reference that begins a sentence a capital, and no other', async () => {
  const ref = { ref: 'diem' };
  const data = plan({ closing: [ref, ' và ', ref, ' được thực hiện. ', ref, ' cũng vậy'] });
  expect(await said(data)).toContain(
    'Điểm a khoản 2 Mục I và điểm a khoản 2 Mục I được thực hiện. Điểm a khoản 2 Mục I cũng vậy./.',
  );
});

test('reads marks over a reference', async () => {
  const data = plan({ closing: ['Xem **nội dung tại ', { ref: 'diem' }, '** và *', { ref: 'diem' }, '*'] });
  const [file] = await rendered(data);
  const xml = partsOf(file!)['word/document.xml']!;
  expect(xml).toContain('<w:b/><w:bCs/></w:rPr><w:t xml:space="preserve">nội dung tại điểm a khoản 2 Mục I</w:t>');
  expect(xml).toContain('<w:i/><w:iCs/></w:rPr><w:t xml:space="preserve">điểm a khoản 2 Mục I./.</w:t>');
});

test.each([
  ['v.v...', 'v.v.../.'],
  ['còn nữa…', 'còn nữa…./.'],
])('ends “%s” with one end mark', async (closing, end) => {
  expect(await said(plan({ closing }))).toContain(end);
});

test('prints the address at the foot of page 1, and no empty foot where the profile has none', async () => {
  const parts = async (address: string[]) =>
    Object.entries(partsOf((await rendered(plan({ footAddress: true }), ISSUED, { address }))[0]!));
  const lines = ['Số 02 Nguyễn Huệ', 'ĐT: 0251.3822501'];
  const printed = (await parts(lines)).flatMap(([name, xml]) => (/footer\d/.test(name) ? paragraphs(xml) : []));
  expect([...new Set(printed)]).toEqual(lines);
  expect((await parts([])).filter(([name]) => /footer\d\.xml$/.test(name))).toEqual([]);
});
