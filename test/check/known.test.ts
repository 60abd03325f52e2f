import { expect, test } from 'vitest';
import { citedDocuments, inForceResult } from '#check/known/cited-documents.ts';
import { organNameResult } from '#check/known/organ-name.ts';
import { recognise } from '#read/elements/recognise.ts';
import { readDocx } from '#read/read-docx.ts';
import { organs } from '../document/scene.ts';
import { makeDocx } from '../read/support/make-docx.ts';
import { officePlan } from '../read/support/office-plan.ts';

/** The elements of the office's plan with some words in place of others. */
function elementsOf(...changes: readonly (readonly [from: string | RegExp, to: string])[]) {
  const plan = officePlan({});
  const body = changes.reduce((text, [from, to]) => text.replace(from, to), plan.body);
  return recognise(readDocx(makeDocx({ ...plan, body })));
}

const named = (name: string, day: string) =>
  elementsOf(['UBND TỈNH ĐỒNG NAI', 'ỦY BAN NHÂN DÂN'], ['SỞ NỘI VỤ', name], [/ngày {6}tháng 3 năm 2026/, day]);

test('an organ bears the name that was valid on the day', () => {
  const of = (name: string, day: string) => organNameResult(named(name, day), organs);
  expect(of('TỈNH ĐỒNG NAI', 'ngày 05 tháng 3 năm 2026')).toMatchObject({ verdict: 'pass' });
  expect(of('THÀNH PHỐ ĐỒNG NAI', 'ngày 05 tháng 5 năm 2026')).toMatchObject({ verdict: 'pass' });
  expect(of('TỈNH ĐỒNG NAI', 'ngày 05 tháng 5 năm 2026')).toMatchObject({
    id: 'organ.name-on-day',
    verdict: 'fail',
    violations: [{ expected: 'ỦY BAN NHÂN DÂN THÀNH PHỐ ĐỒNG NAI' }],
  });
  expect(of('XÃ LẠ', 'ngày 05 tháng 5 năm 2026').reason).toBe('Không có hồ sơ của cơ quan này.');
  expect(of('TỈNH ĐỒNG NAI', 'ngày      tháng 5 năm 2026').reason).toBe('Văn bản chưa ghi ngày.');
});

test('what a căn cứ cites by number and day is judged by what the register knows', () => {
  const cited = citedDocuments(elementsOf());
  expect(cited).toMatchObject([{ code: '12/KH-UBND', issuedDate: '2026-01-05' }]);
  expect(inForceResult(cited, [])).toMatchObject({ id: 'citation.in-force', verdict: 'pass' });
  const replaced = inForceResult(cited, [{ cited: cited[0]!, state: 'replaced', replacedBy: '20/KH-UBND' }]);
  expect(replaced).toMatchObject({
    verdict: 'fail',
    violations: [{ found: 'văn bản số 12/KH-UBND đã được thay thế', expected: 'văn bản thay thế, số 20/KH-UBND' }],
  });
  const voided = inForceResult(cited, [{ cited: cited[0]!, state: 'voided', replacedBy: null }]);
  expect(voided.violations[0]).toMatchObject({
    found: expect.stringContaining('đã hủy số'),
    expected: 'văn bản còn hiệu lực',
  });
  expect(inForceResult([], []).verdict).toBe('not-assessed');
});

test.each([
  ['Căn cứ Quyết định số 08/QĐ-UBND ngày 05 tháng 01 năm 2026 của UBND tỉnh;', ['08/QĐ-UBND 2026-01-05']],
  ['Căn cứ Công văn số 7 /SNV – CCHC ngày 5-3-2026 của Sở Nội vụ;', ['7/SNV-CCHC 2026-03-05']],
  [
    'Căn cứ Kế hoạch số 12/KH-UBND và Kế hoạch số 13/KH-UBND cùng ngày 05/01/2026 của UBND tỉnh;',
    ['12/KH-UBND 2026-01-05', '13/KH-UBND 2026-01-05'],
  ],
  [
    'Căn cứ Nghị quyết số 17/2021/NQ-HĐND ngày 09/12/2021 và Quyết định số 35a/QĐ-UBND ngày 01.02.2026;',
    ['17/2021/NQ-HĐND 2021-12-09', '35a/QĐ-UBND 2026-02-01'],
  ],
  ['Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;', []],
])('%s', (basis, cited) => {
  const found = citedDocuments(elementsOf([/Căn cứ Kế hoạch số 12[^<]*/, basis]));
  expect(found.map(({ code, issuedDate }) => `${code} ${issuedDate}`)).toEqual(cited);
});
