import { expect, test } from 'vitest';
import { deadBases } from '../../../../web/src/state/library/dead-bases.ts';

const OLD = {
  cites: {
    typeName: 'Nghị định',
    code: '110/2004/NĐ-CP',
    issuedDate: '2004-04-08',
    organName: 'Chính phủ',
    subject: 'về công tác văn thư',
  },
  inForceUntil: '2020-03-05',
  replacedBy: 'Nghị định số 30/2020/NĐ-CP',
};
const LAW = {
  cites: { typeName: 'Luật', issuedDate: '2014-06-23', subject: 'Bảo vệ môi trường' },
  inForceUntil: '2022-01-01',
};
const entries = [OLD, LAW];
const places = (sentences: readonly string[], on = '2026-03-16') =>
  deadBases({ bases: sentences.map((text) => ({ text })) }, entries, on).map(({ pointer }) => pointer[1]);

test('names the căn cứ that are out of force on the day, with what took their place', () => {
  const draft = { bases: [{ text: 'Theo đề nghị của Trưởng phòng' }, { verb: 'Căn cứ', cites: OLD.cites }] };
  expect(deadBases(draft, entries, '2026-03-16')).toEqual([
    {
      severity: 'warning',
      path: 'Căn cứ 2',
      pointer: ['bases', 1],
      message: 'Hết hiệu lực từ ngày 05/3/2020, thay bằng Nghị định số 30/2020/NĐ-CP; hãy thay hoặc bỏ căn cứ này.',
      struck: 'Căn cứ Nghị định số 110/2004/NĐ-CP ngày 08/4/2004 của Chính phủ về công tác văn thư',
    },
  ]);
  expect(deadBases(draft, entries, '2019-12-31')).toEqual([]);
});

test('knows them however the sentence is typed, and takes no other for them', () => {
  expect(
    places([
      'Thực hiện nghị định số 110/2004/NĐ-CP ngày 08 tháng 4 năm 2004 của Chính phủ',
      'Căn cứ Luật Bảo vệ môi trường ngày 23/06/2014',
      'Căn cứ Luật Bảo vệ môi trường ngày 17/11/2020',
      'Căn cứ Nghị định số 110/2004/NĐ-CP-SĐ ngày 08/4/2004',
      'Căn cứ Nghị định số 1110/2004/NĐ-CP ngày 08/4/2004',
    ]),
  ).toEqual([0, 1]);
  expect(deadBases(null, entries, '2026-03-16')).toEqual([]);
});
