import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeDocx, p } from '../../read/support/make-docx.ts';
import { officePlan } from '../../read/support/office-plan.ts';
import { banhanh } from '../run-banhanh.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'banhanh-check-'));
  writeFileSync(join(folder, 'ke-hoach.docx'), makeDocx(officePlan({})));
  writeFileSync(join(folder, 'trang-web.doc'), '<html><body>Công văn</body></html>');
  writeFileSync(join(folder, '~$ke-hoach.docx'), 'x');
  writeFileSync(join(folder, 'ghi-chu.docx'), makeDocx({ body: p('Việc tuần này') }));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('says of one file what is wrong, where, and what is needed', () => {
  const { status: code, stdout } = banhanh(['check', join(folder, 'ke-hoach.docx')]);
  expect(code).toBe(1);
  expect(stdout).toContain('không đạt: Từ “Nơi nhận”: cỡ 12 (PL I, II.9.d) [recipients-label.size]');
  expect(stdout).toMatch(/khoảng trang 1, “Nơi nhận:”: cỡ 14 \(mặc định của tệp\); cần cỡ 12/);
  expect(stdout).toMatch(/Kế hoạch: \d+ đạt, \d+ không đạt/);
});

test('says of a folder which files are how, and fails with 2 where one cannot be read', () => {
  const { status: code, stdout } = banhanh(['check', folder]);
  expect(code).toBe(2);
  expect(stdout).toContain('trang-web.doc: Tệp này là trang web (HTML)');
  expect(stdout.trim().split('\n')).toHaveLength(4);
});

test('gives machines all of it, and 0 for a file in which nothing is to be assessed', () => {
  const { status: code, stdout } = banhanh(['check', '--json', join(folder, 'ghi-chu.docx')]);
  const [report] = JSON.parse(stdout) as {
    readonly kind: string;
    readonly results: readonly { readonly verdict: string }[];
  }[];
  expect([code, report?.kind]).toEqual([0, 'unknown']);
  expect(report?.results.some(({ verdict }) => verdict === 'fail')).toBe(false);
});
