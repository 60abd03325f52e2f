import { expect, test } from 'vitest';
import { compareTexts } from '#read/compare/compare-texts.ts';
import type { SaidLine } from '#read/compare/reading-order.ts';

const lines = (...texts: readonly string[]): SaidLine[] => texts.map((text) => ({ place: 'body', page: 1, text }));
const PLAN = [
  '1. Rà soát các thủ tục hành chính thuộc phạm vi quản lý, hoàn thành trước ngày 15/3/2026.',
  '2. Kinh phí thực hiện là 1.234.567 đồng, từ ngân sách phường năm 2026.',
  '3. Văn phòng theo dõi, đôn đốc và báo cáo kết quả thực hiện hằng quý.',
];
const differences = (file: readonly SaidLine[]) =>
  compareTexts(lines(...PLAN), file).differences.map(({ was, now, after }) => ({ was, now, after }));

test('line ends, spaces, kinds of dashes and drawn signs make no difference', () => {
  const broken = PLAN.join(' ').split(' ').join('  ').replace('15/3', '15 / 3');
  expect(compareTexts(lines(...PLAN), lines(`${broken} ________ ……`))).toEqual({ verdict: 'same', differences: [] });
});

test('a figure changed inside a number is told with the words before it', () => {
  expect(differences(lines(...PLAN.map((line) => line.replace('1.234.567', '1.324.567'))))).toEqual([
    { was: '1.234.567', now: '1.324.567', after: '. 2. Kinh phí thực hiện là' },
  ]);
});

test('changes with hardly a word between them are one', () => {
  const file = PLAN.map((line) => line.replace('theo dõi, đôn đốc', 'kiểm tra, giám sát'));
  expect(differences(lines(...file))).toMatchObject([{ was: 'theo dõi, đôn đốc', now: 'kiểm tra, giám sát' }]);
});

test('a line that a layout reads elsewhere is no difference, one that is gone is', () => {
  const [first = '', second = '', third = ''] = PLAN;
  expect(compareTexts(lines(...PLAN), lines(first, third, second)).verdict).toBe('same');
  expect(differences(lines(first, third))).toMatchObject([{ was: second.slice(0), now: '' }]);
});

test('two figures that changed places are told: they are too short to have moved', () => {
  const file = [...PLAN].map((line) => line.replace('15/3', '3/15'));
  expect(compareTexts(lines(...PLAN), lines(...file)).verdict).toBe('differs');
});

test('a text that has little in common is another document', () => {
  expect(compareTexts(lines(...PLAN), lines('Giấy mời họp tổ dân phố.')).verdict).toBe('another');
});
