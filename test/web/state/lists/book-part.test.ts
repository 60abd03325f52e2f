import { expect, test } from 'vitest';
import { withField } from '../../../../web/src/state/address-fields.ts';
import { yearChoices } from '../../../../web/src/state/format.ts';
import { bookPart, bookPath } from '../../../../web/src/state/lists/book.ts';
import { toFilters } from '../../../../web/src/state/lists/find.ts';

test('the book of an address is that of its year, its days within that year, and its series', () => {
  expect(bookPart({}, 2026)).toEqual({ year: 2026, from: '', to: '', series: '' });
  const by = { year: '2025', from: '2025-02-01', to: '2026-03-01', series: 'ke-hoach' };
  expect(bookPart(by, 2026)).toEqual({ year: 2025, from: '2025-02-01', to: '', series: 'ke-hoach' });
  expect(bookPart({ year: 'hai nghìn' }, 2026).year).toBe(2026);
});

test('a file of the book has the days that are shown, though only one of them is set', () => {
  const path = (by: object) => bookPath(bookPart(by, 2026), 'docx');
  expect(path({})).toBe('/book?year=2026&format=docx');
  expect(path({ from: '2026-03-01' })).toBe('/book?from=2026-03-01&to=2026-12-31&format=docx');
  expect(path({ to: '2026-03-01', series: 'ke-hoach' })).toBe(
    '/book?from=2026-01-01&to=2026-03-01&series=ke-hoach&format=docx',
  );
});

test('a filter that is emptied leaves the address', () => {
  expect(withField({ year: '2025' }, 'signer', 'an')).toEqual({ by: { year: '2025', signer: 'an' } });
  expect(withField({ year: '2025', signer: 'an' }, 'signer', '')).toEqual({ by: { year: '2025' } });
  expect(withField({ signer: 'an' }, 'signer', '')).toEqual({});
});

test('filters of an address are trimmed, and a year that is none asks for nothing', () => {
  expect(toFilters({ signer: ' an ', year: '2025' })).toMatchObject({ signer: 'an', year: 2025 });
  expect(toFilters({ year: '99999' }).year).toBeUndefined();
});

test('years to choose from go fifteen back, and hold the one that is chosen', () => {
  expect(yearChoices(2026, 2020)).toEqual(yearChoices(2026, null));
  expect(yearChoices(2026, null)).toHaveLength(15);
  expect(yearChoices(2026, 1999).at(-1)).toBe(1999);
});
