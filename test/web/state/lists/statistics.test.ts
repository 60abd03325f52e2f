import { expect, test } from 'vitest';
import { countsOf, monthCounts, peopleCounts } from '../../../../web/src/state/lists/statistics.ts';

test('orders counts by size, and names what has no name', () => {
  expect(countsOf({ HCC: 2, '': 5, VP: 2 }, 'Không ghi đơn vị')).toEqual([
    { label: 'Không ghi đơn vị', count: 5 },
    { label: 'HCC', count: 2 },
    { label: 'VP', count: 2 },
  ]);
  expect(monthCounts([3, 0]).map(({ label }) => label)).toEqual(['Tháng 1', 'Tháng 2']);
});

test('counts by people’s names; ids that nobody knows any more are no names', () => {
  const names = new Map([['an', 'Trần Văn An']]);
  expect(peopleCounts({ an: 2, 'nguoi-cu': 1, '': 4 }, names)).toEqual([
    { label: 'Không rõ người soạn', count: 5 },
    { label: 'Trần Văn An', count: 2 },
  ]);
});
