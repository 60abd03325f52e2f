import { expect, test } from 'vitest';
import { citationIn, matching, outOfForce, withLine } from '../../../../web/src/state/library/bases.ts';
import { groupSaid, namesForType } from '../../../../web/src/state/library/groups.ts';

const ON = '2026-03-16';

test('a căn cứ is out of force from its day on, or once something replaced it', () => {
  expect(outOfForce({}, ON)).toBeNull();
  expect(outOfForce({ inForceUntil: '2026-03-17' }, ON)).toBeNull();
  expect(outOfForce({ inForceUntil: ON }, ON)).toBe('Hết hiệu lực từ ngày 16/3/2026');
  expect(outOfForce({ replacedBy: 'Luật X' }, ON)).toBe('Hết hiệu lực, thay bằng Luật X');
  expect(outOfForce({ inForceUntil: '2026-03-17', replacedBy: 'Luật X' }, ON)).toBeNull();
});

test('entries are found by words without marks, in any order', () => {
  const entries = ['Căn cứ Luật Tổ chức chính quyền địa phương', 'Căn cứ Nghị định số 30/2020/NĐ-CP'];
  expect(matching(entries, (text) => text, 'chinh quyen luat')).toEqual([entries[0]]);
  expect(matching(entries, (text) => text, '30/2020')).toEqual([entries[1]]);
  expect(matching(entries, (text) => text, '')).toEqual(entries);
});

test('a line is added once, whatever mark ends it', () => {
  expect(withLine('', 'Sở Nội vụ')).toBe('Sở Nội vụ');
  expect(withLine('Sở Y tế', 'Sở Nội vụ')).toBe('Sở Y tế\nSở Nội vụ');
  expect(withLine('Sở Nội vụ;', 'Sở Nội vụ')).toBe('Sở Nội vụ;');
});

test('a sentence is a citation or none', () => {
  expect(citationIn('Căn cứ Luật Phổ biến, giáo dục pháp luật ngày 20 tháng 6 năm 2012')).toEqual({
    typeName: 'Luật',
    issuedDate: '2012-06-20',
    subject: 'Phổ biến, giáo dục pháp luật',
  });
  expect(citationIn('Theo đề nghị của Trưởng phòng')).toBeNull();
});

test('a group leaves out what is empty, and stands in new documents of its types', () => {
  const form = { name: ' Các phòng ', members: 'Phòng A\n\n Phòng B ', copies: '', way: '', types: ['KeHoach'] };
  expect(groupSaid(form)).toEqual({ name: 'Các phòng', members: ['Phòng A', 'Phòng B'], types: ['KeHoach'] });
  expect(groupSaid({ ...form, members: '', copies: '3', way: 'post', types: [] })).toEqual({
    name: 'Các phòng',
    copies: 3,
    way: 'post',
  });
  const all = [{ name: 'Các phòng', types: ['KeHoach'] }, { name: 'Như trên' }].map((group, i) => ({
    ...group,
    groupId: String(i),
    rev: 1,
    updatedBy: 'a',
    updatedAt: '2026-03-16T00:00:00Z',
  }));
  expect(namesForType(all, 'KeHoach')).toEqual(['Các phòng']);
  expect(namesForType(all, 'CongVan')).toEqual([]);
});
