import { expect, test } from 'vitest';
import { issuingProfile } from '#document/issuing-profile.ts';
import { codes, letter, plan, ward } from '../document/scene.ts';
import { ISSUED, paragraphs, partOf, rendered, said } from './scene.ts';

const headOf = async (about: Parameters<typeof rendered>[2]) =>
  paragraphs(partOf(await rendered(plan(), ISSUED, about))).slice(0, 6);

test('breaks the upper line after “Ủy ban nhân dân”, where the office says, or not at all', async () => {
  const parentName = 'Ủy ban nhân dân thành phố Đồng Nai';
  const office = { headerLines: ['Sở Nội vụ'] };
  expect(await headOf({ ...office, parentName })).toEqual(
    expect.arrayContaining(['ỦY BAN NHÂN DÂN', 'THÀNH PHỐ ĐỒNG NAI', 'SỞ NỘI VỤ']),
  );
  const parentLines = ['UBND thành phố', 'Đồng Nai'];
  expect(await headOf({ ...office, parentName, parentLines })).toContain('UBND THÀNH PHỐ');
  expect(await headOf({ ...office, parentName: 'UBND thành phố Đồng Nai' })).toContain('UBND THÀNH PHỐ ĐỒNG NAI');
});

test.each([
  ['Phòng Giáo dục và Đào tạo', ['PHÒNG GIÁO DỤC', 'VÀ ĐÀO TẠO']],
  ['Trung học cơ sở Nguyễn Trãi', ['TRUNG HỌC CƠ SỞ', 'NGUYỄN TRÃI']],
  ['Sở Văn hóa, Thể thao và Du lịch', ['SỞ VĂN HÓA,', 'THỂ THAO VÀ DU LỊCH']],
  [
    'Ban Quản lý dự án đầu tư xây dựng các công trình giao thông',
    ['BAN QUẢN LÝ DỰ ÁN ĐẦU TƯ', 'XÂY DỰNG CÁC CÔNG TRÌNH', 'GIAO THÔNG'],
  ],
])('ends no line of %s inside a word', async (name, lines) => {
  const parentName = 'UBND huyện Thanh Chương';
  expect((await headOf({ headerLines: [name], parentName })).slice(1, 1 + lines.length)).toEqual(lines);
});

test('leaves no word alone on the last line of a long name', async () => {
  const headerLines = ['Trường Nguyễn Thị Minh Khai, Bạch Đằng, Phú Riềng Đỏ'];
  const xml = partOf(await rendered(plan(), ISSUED, { headerLines }));
  expect(xml).toMatch(/<w:pStyle w:val="CoQuanBanHanh"\/><w:ind w:left="\d+" w:right="\d+" w:firstLine="0"\/>/);
});

test('abbreviates the organ above its advisory body', () => {
  const body = {
    ...{ name: 'Ban Chỉ đạo', headerLines: ['Ban Chỉ đạo'], abbreviation: 'BCĐ', collectiveName: null },
    ...{ headPosition: 'Trưởng ban', positions: ['Trưởng ban'] },
    namesInOpening: { organ: 'Ban Chỉ đạo', head: 'Trưởng ban' },
    namesInAttachment: { organ: 'Ban Chỉ đạo', head: 'Trưởng ban' },
  };
  const withBody = { ...ward, series: [{ name: 'bcd', types: ['KeHoach' as const], body }] };
  expect(issuingProfile(withBody, 'bcd')?.parentName).toBe('UBND phường Bình Long');
  const named = {
    ...withBody,
    series: [{ ...withBody.series[0]!, body: { ...body, parentName: 'UBND P. Bình Long' } }],
  };
  expect(issuingProfile(named, 'bcd')?.parentName).toBe('UBND P. Bình Long');
});

test('marks a draft that goes out for comment, and never an issued document', async () => {
  const draft = plan({ draftMark: 'DỰ THẢO LẦN 2', draftMonth: '2026-03' });
  const shown = await said(draft, null);
  expect(shown).toContain('DỰ THẢO LẦN 2');
  expect(shown.join('\n')).toMatch(/ngày {6}tháng 3 năm 2026/);
  expect(await said(draft)).not.toContain('DỰ THẢO LẦN 2');
  expect(codes(plan({ draftMark: 'NHÁP' }))).toEqual(['INVALID_FORMAT']);
});

test('names several units and their copies on the Lưu line', async () => {
  const archive = { units: [{ name: 'HC' }, { name: 'Sở Nội vụ', copies: 2 }] };
  expect(await said(plan({ archive }))).toContain('- Lưu: VT, HCC, HC, Sở Nội vụ (02 bản).');
  expect(await said(plan({ archive: { drafterMark: 'Châu' } }))).toContain('- Lưu: VT, HCC. Châu.');
});

test('breaks the trích yếu where the office wants it', async () => {
  const subject = 'Cải cách hành chính năm 2026';
  const lines = { subject, subjectLines: ['Cải cách hành chính', 'năm 2026'] };
  const xml = partOf(await rendered(plan(lines)));
  expect(xml).toContain('Cải cách hành chính</w:t></w:r><w:r><w:br/><w:t xml:space="preserve">năm 2026</w:t></w:r>');
  expect(partOf(await rendered(letter({ subject: 'cải cách', subjectLines: ['cải', 'cách'] })))).toContain(
    'V/v cải</w:t>',
  );
  expect(codes(plan({ subject, subjectLines: ['Cải cách', 'năm 2026'] }))).toEqual(['SUBJECT_LINES']);
});

test('takes HỎA TỐC for HOẢ TỐC', async () => {
  expect(await said(letter({ urgency: 'HỎA TỐC' }))).toContain('HOẢ TỐC');
});

test('ends an appendix of text by "./." unless it says otherwise, one of a table never', async () => {
  const text = { level: 'paragraph', text: 'Nội dung phụ lục.' };
  const table = { level: 'table', table: { columns: [{ title: 'A', id: 'a' }], rows: [{ cells: { a: 'x' } }] } };
  const of = async (body: readonly unknown[], more = {}) =>
    (await said(plan({ closing: [{ ref: 'pl' }], appendices: [{ id: 'pl', body, ...more }] }))).at(-1);
  expect(await of([text])).toBe('Nội dung phụ lục./.');
  expect(await of([text], { endMark: false })).toBe('Nội dung phụ lục.');
  expect(await of([text, table])).toBe('x');
  expect(await of([table, { level: 'note', text: 'Ghi chú: x.' }])).toBe('Ghi chú: x.');
});
