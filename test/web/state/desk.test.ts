import { expect, test } from 'vitest';
import { deadlineOf } from '../../../web/src/state/labels.ts';
import { mayClose } from '../../../web/src/state/lists/closing.ts';
import { isNarrowed } from '../../../web/src/state/lists/find.ts';
import { someone } from '../support/office-document.ts';

test('a clerk closes a series of a year that is over, once, and nobody else does', () => {
  const series = { year: 2025, series: 'ke-hoach', types: ['KeHoach'], start: 1, open: true, last: 35 };
  const clerk = someone('cuc', 'clerk');
  expect(mayClose(series, clerk, 2026)).toBe(true);
  expect(mayClose(series, clerk, 2025)).toBe(false);
  expect(mayClose(series, someone('an', 'drafter'), 2026)).toBe(false);
  const closing = {
    year: 2025,
    series: 'ke-hoach',
    hash: '',
    count: 1,
    broughtIn: 0,
    byType: {},
    closedBy: 'cuc',
    closedAt: '',
  };
  expect(mayClose({ ...series, closing }, clerk, 2026)).toBe(false);
});

test('a draft is due for submitting, all else for its answer', () => {
  const both = { submitBy: '2026-03-20', replyBy: '2026-04-15' };
  expect(deadlineOf({ state: 'draft', ...both })).toEqual({ label: 'trình', day: '2026-03-20' });
  expect(deadlineOf({ state: 'issued', ...both })).toEqual({ label: 'trả lời', day: '2026-04-15' });
  expect(deadlineOf({ state: 'submitted' })).toBeNull();
});

test('a number is looked for by itself; any filter but the year narrows a search', () => {
  expect(isNarrowed({ year: 2026, signer: '', from: '' })).toBe(false);
  expect(isNarrowed({ signer: 'An' })).toBe(true);
});
