import { expect, test } from 'vitest';
import {
  dateParts,
  formatLongDate,
  formatShortDate,
  formatSigningTime,
  msToVietnamMidnight,
  vietnamDate,
} from '#document/dates.ts';

test.each([
  ['2020-03-05', 'ngày 05 tháng 3 năm 2020', 'ngày 05/3/2020'],
  ['2025-01-24', 'ngày 24 tháng 01 năm 2025', 'ngày 24/01/2025'],
  ['2021-09-09', 'ngày 09 tháng 9 năm 2021', 'ngày 09/9/2021'],
  ['2026-02-10', 'ngày 10 tháng 02 năm 2026', 'ngày 10/02/2026'],
  ['2026-12-31', 'ngày 31 tháng 12 năm 2026', 'ngày 31/12/2026'],
  ['2026-10-01', 'ngày 01 tháng 10 năm 2026', 'ngày 01/10/2026'],
])('writes %s as %s and %s', (date, long, short) => {
  expect(formatLongDate(date)).toBe(long);
  expect(formatShortDate(date)).toBe(short);
});

test.each(['', '2026', '24/01/2025', '2026-1-5', '2026-01-05T00:00:00Z'])('reads no date in "%s"', (text) => {
  expect(() => dateParts(text)).toThrow(RangeError);
});

test.each([
  ['2026-12-31T16:59:59Z', '2026-12-31', '31/12/2026; 23:59:59+07:00', 1000],
  ['2026-12-31T16:59:59.999Z', '2026-12-31', '31/12/2026; 23:59:59+07:00', 1],
  ['2026-12-31T17:00:00Z', '2027-01-01', '01/01/2027; 00:00:00+07:00', 86_400_000],
  ['2025-01-24T01:30:15Z', '2025-01-24', '24/01/2025; 08:30:15+07:00', 55_785_000],
])('sees %s on %s in Việt Nam', (instant, date, signed, msLeft) => {
  const at = new Date(instant);
  expect(vietnamDate(at)).toBe(date);
  expect(formatSigningTime(at)).toBe(signed);
  expect(msToVietnamMidnight(at)).toBe(msLeft);
});
