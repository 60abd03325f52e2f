import { expect, test } from 'vitest';
import { keyOf, notLookedAt, oldPlaces, otherYears } from '../../../../web/src/state/walk/old-places.ts';
import { stillToSee } from '../../../../web/src/state/walk/walk-record.ts';
import { examples } from '../../../document/scene.ts';

const plan = {
  schema: 'KeHoach@1',
  subject: 'Cải cách hành chính năm 2026',
  bases: [{ text: 'Theo đề nghị của Trưởng phòng' }],
  signer: { authority: [{ position: 'Chủ tịch' }] },
  recipients: ['Sở Nội vụ'],
  body: [
    { level: 'clause', text: 'Thực hiện trong năm 2025 tại các khu phố' },
    { level: 'clause', text: 'Đồng chí Nguyễn Văn A chủ trì' },
    { level: 'clause', text: 'Phát huy kết quả năm 2025' },
    { level: 'clause', text: 'Theo Chương trình giai đoạn 2021 - 2030' },
    {
      level: 'table',
      table: { columns: [{ title: 'Hạn', id: 'c1' }], rows: [{ cells: { c1: 'Quý II' } }, { cells: { c1: 'Xong' } }] },
    },
  ],
};

test('names căn cứ, years, names, deadlines in tables, recipients and the signer', () => {
  expect(oldPlaces(plan).map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
    'basis: Theo đề nghị của Trưởng phòng',
    'year: Cải cách hành chính năm 2026',
    'year: Thực hiện trong năm 2025 tại các khu phố',
    'name: Đồng chí Nguyễn Văn A chủ trì',
    'year: Phát huy kết quả năm 2025',
    'year: Theo Chương trình giai đoạn 2021 - 2030',
    'deadline: Quý II',
    'recipient: Sở Nội vụ',
    'signer: Chủ tịch',
  ]);
});

test('a place that was changed or looked at is no question any more', () => {
  const came = oldPlaces(plan).map(keyOf);
  expect(notLookedAt(plan, { came, looked: [] })).toHaveLength(came.length);
  const changed = { ...plan, subject: 'Cải cách hành chính năm 2027' };
  const looked = [keyOf({ kind: 'recipient', text: 'Sở Nội vụ' })];
  expect(notLookedAt(changed, { came, looked })).toHaveLength(came.length - 2);
});

test('a plan for 2026 that says 2025 is found, a look back and a span are not', () => {
  expect(otherYears(plan)).toEqual([
    { kind: 'year', pointer: ['body', 0, 'text'], text: 'Thực hiện trong năm 2025 tại các khu phố' },
  ]);
  expect(stillToSee(plan, { came: null, looked: [] })).toEqual(otherYears(plan));
  expect(stillToSee(plan, { came: [], looked: otherYears(plan).map(keyOf) })).toEqual([]);
});

test.each(examples)('the real document $name says no other year', ({ data }) => {
  expect(otherYears(data)).toEqual([]);
});
