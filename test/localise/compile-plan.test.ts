import { describe, expect, test } from 'vitest';
import type { LocalisablePlan } from '#localise/localisable-plan.schema.ts';
import type { LocaliseCode } from '#localise/localise-finding.ts';
import { compilePlan } from '#localise/plan/compile-plan.ts';
import { smallPlan } from './support/small-plan.ts';

const findingsOf = (change: (plan: LocalisablePlan) => void) => compilePlan(smallPlan(change)).findings;

describe('a localisable plan', () => {
  test('without faults has no findings', () => {
    expect(findingsOf(() => {})).toEqual([]);
  });

  test.each<[string, LocaliseCode, (plan: LocalisablePlan) => void, string, RegExp]>([
    [
      'an unknown blank',
      'BLANK_UNKNOWN',
      (p) => p.marks.push({ id: 'chung', text: 'Trên [[donVi.tem]].' }),
      'Khoản 1 Mục I, lời cho đơn vị',
      /Không có chỗ trống “\[\[donVi\.tem\]\]”/,
    ],
    [
      'an unknown role',
      'ROLE_UNKNOWN',
      (p) => p.marks.push({ id: 'giu', cells: { 'chu-tri': '[[coQuan.thú y]]' } }),
      'Mục II, dòng 2, lời cho đơn vị, cột Chủ trì',
      /Không có vai trò cơ quan “\[\[coQuan\.thú y\]\]”; chỉ nhận: văn phòng/,
    ],
    [
      'an unknown blank in an addition',
      'BLANK_UNKNOWN',
      (p) => {
        p.additions = [{ in: 'muc-tieu', part: { id: 'x', level: 'clause', text: '[[ten]]' } }];
      },
      'Phần thêm thứ 1, mã “x”',
      /chỗ trống “\[\[ten\]\]”/,
    ],
    [
      'an unknown blank in the subject',
      'BLANK_UNKNOWN',
      (p) => {
        p.unit.subject = 'Của [[toString]]';
      },
      'Trích yếu cho đơn vị',
      /toString/,
    ],
    [
      'a mark on no part',
      'MARK_UNKNOWN_ID',
      (p) => p.marks.push({ id: 'la' }),
      'Dấu cho mã “la”',
      /Không có phần, dòng hay phụ lục/,
    ],
    [
      'a part that goes down without what contains it',
      'MARK_BELOW_STAYING',
      (p) => {
        p.marks = [{ id: 'muc-tieu', stays: true }, { id: 'chung' }, { id: 'giao-viec' }];
      },
      'Khoản 1 Mục I',
      /phần chứa nó \(mã “muc-tieu”\) không xuống/,
    ],
    [
      'a part without an id',
      'ID_MISSING',
      (p) => {
        p.plan.body.push({ level: 'clause', text: 'Báo cáo hằng quý.' });
      },
      'Khoản 1',
      /chưa có mã \(id\)/,
    ],
    [
      'a column that the table does not have',
      'COLUMN_UNKNOWN',
      (p) => p.marks.push({ id: 'giu', cells: { 'phoi-hop': 'x' } }),
      'Mục II, dòng 2, lời cho đơn vị',
      /không có cột “phoi-hop”/,
    ],
    [
      'an addition without a place',
      'ADDITION_PLACE',
      (p) => {
        p.additions = [{ after: 'khong-co', part: { id: 'x', level: 'clause', text: 'x' } }];
      },
      'Phần thêm thứ 1',
      /Không có phần nào mang mã “khong-co”/,
    ],
    [
      'a unit of another province',
      'AUDIENCE_UNIT',
      (p) => p.marks.push({ id: 'chung', for: { units: ['00004'] } }),
      'Dấu cho mã “chung”',
      /“00004” thuộc tỉnh, thành phố mã 75/,
    ],
    [
      'a căn cứ of two kinds',
      'BASIS_CONTENT',
      (p) => p.unit.bases.push({ superior: true, text: 'x' }),
      'Căn cứ thứ 2 cho đơn vị',
      /một trong “keep”/,
    ],
    [
      'a recipient of two kinds',
      'RECIPIENT_CONTENT',
      (p) => p.unit.recipients.push({}),
      'Nơi nhận thứ 2 cho đơn vị',
      /“text”, hoặc “own”/,
    ],
    [
      'a superior of no province',
      'PROVINCE_UNKNOWN',
      (p) => {
        p.superior = { ...p.superior, provinceCode: '99' };
      },
      'Cơ quan cấp trên (superior)',
      /mã “99”/,
    ],
    [
      'wording for what stays',
      'MARK_CONTENT',
      (p) => p.marks.push({ id: 'chung', stays: true, text: 'x' }),
      'Khoản 1 Mục I, lời cho đơn vị',
      /không có lời cho đơn vị/,
    ],
  ])('with %s is refused, with the place in words', (_, code, change, path, message) => {
    const findings = findingsOf(change).filter(({ severity }) => severity === 'error');
    expect(findings).toMatchObject([{ code, path, message: expect.stringMatching(message) }]);
    expect(compilePlan(smallPlan(change)).plan).toBeNull();
  });

  test('says all that is wrong at once', () => {
    const codes = findingsOf((p) => {
      p.marks.push({ id: 'la' }, { id: 'chung', text: '[[x]] [[coQuan.y]]' });
    }).map(({ code }) => code);
    expect(codes.sort()).toEqual(['BLANK_UNKNOWN', 'MARK_UNKNOWN_ID', 'ROLE_UNKNOWN']);
  });

  test('keeps other brackets and braces as text, and warns of half a blank', () => {
    const findings = findingsOf((p) => p.marks.push({ id: 'chung', text: '[a] {{b}} [[donVi.ten] c]]' }));
    expect(findings).toMatchObject([{ code: 'BLANK_HALF', severity: 'warning' }]);
    expect(findingsOf((p) => p.marks.push({ id: 'chung', text: '[a] {{b}} [c [d]]' }))).toMatchObject([
      { severity: 'warning' },
    ]);
    expect(findingsOf((p) => p.marks.push({ id: 'chung', text: '[a] {{b}} {c}' }))).toEqual([]);
  });

  test('of the wrong shape is refused with the field', () => {
    expect(compilePlan({ ...smallPlan(), marks: 'x', la: 1 }).findings).toMatchObject([
      { path: 'marks', code: 'PLAN_SHAPE' },
      { path: 'tệp', message: expect.stringContaining('“la”') },
    ]);
  });
});
