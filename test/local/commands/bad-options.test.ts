import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { banhanh } from '../run-banhanh.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'banhanh-options-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test.each(['26', '1944', '02026'])('a book of the year %s is refused in words', (year) => {
  const out = join(dir, 'so.docx');
  const { status, stderr } = banhanh(['book', '--organ', 'dong-nai', '--year', year, '--out', out, '--data', dir]);
  expect(status).toBe(2);
  expect(stderr).toContain(`--year phải là năm đủ bốn chữ số, từ 1945 đến 9999 (ví dụ 2026): “${year}”.`);
  expect(stderr).not.toContain('    at ');
});

test('a search names each wrong option as it was typed, with what is wrong', () => {
  const { status, stderr } = banhanh([
    'search',
    'x',
    '--type',
    'KH',
    '--from',
    '2026-13-01',
    '--year',
    '26',
    '--data',
    dir,
  ]);
  expect(status).toBe(2);
  expect(stderr).toContain('--type: Giá trị “KH” không hợp lệ; chỉ nhận: KeHoach.');
  expect(stderr).toContain('--from: “2026-13-01” không phải một ngày có thật');
  expect(stderr).toContain('--year: Giá trị phải từ 1945 trở lên');
});
