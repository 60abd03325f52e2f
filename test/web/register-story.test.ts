import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFindings, openBrowser, type TestBrowser } from '../support/browser.ts';
import { describeWith } from '../support/ci-tools.ts';
import { smallPdf } from '../support/pdf.ts';
import { openSampleSite, type SampleSite, signInAs } from './support/sample-site.ts';

describeWith('chromium', 'a clerk', () => {
  let site: SampleSite;
  let browser: TestBrowser;
  let dir: string;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'banhanh-pdf-'));
    site = await openSampleSite();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
    await rm(dir, { recursive: true });
  });

  test('registers a decision that was drafted elsewhere, finds it by its number, sends it, and notes a receipt', async () => {
    const pdf = join(dir, 'quyet-dinh.pdf');
    await writeFile(pdf, smallPdf('quyet dinh'));
    const { page, violations } = await browser.open();
    await signInAs(page, site, 'van-thu-phuong');
    await page.getByRole('navigation').getByRole('link', { name: 'Đăng ký văn bản soạn ngoài' }).click();
    await page.getByRole('button', { name: 'Đăng ký và cấp số' }).click();
    await page.getByText('Ghi trích yếu.', { exact: false }).waitFor();
    await page.getByLabel('Loại văn bản').selectOption({ label: 'Quyết định' });
    await page.getByLabel('Trích yếu').fill('Kiện toàn Ban Chỉ đạo chuyển đổi số');
    await page.getByLabel('Người ký').selectOption({ index: 1 });
    await page.getByLabel('Nơi nhận (mỗi nơi một dòng)').fill('Như Điều 3\nLưu: VT');
    await page.locator('input[type=file]').setInputFiles(pdf);
    await page.getByRole('button', { name: 'Đăng ký và cấp số' }).click();
    await page.getByText(/^01\/QĐ-UBND/).waitFor();
    await page.getByLabel('Tìm văn bản').fill('01 qđ ubnd');
    await page.getByLabel('Tìm văn bản').press('Enter');
    await page.getByRole('link', { name: 'Kiện toàn Ban Chỉ đạo chuyển đổi số' }).click();
    await page.getByText('Tệp kèm theo').first().waitFor();

    await page.getByRole('button', { name: 'Gửi đi' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Nơi khác (mỗi nơi một dòng)').fill('Sở Nội vụ');
    await dialog.getByLabel('Cách gửi: Như Điều 3').selectOption('hand');
    expect(await accessibilityFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Ghi đã gửi 2 nơi' }).click();
    await page.getByText('Đã phát hành').first().waitFor();
    await page.getByRole('button', { name: 'Ghi đã nhận: Sở Nội vụ' }).click();
    await page.getByRole('button', { name: 'Ghi đã nhận: Sở Nội vụ' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Ghi đã nhận: Như Điều 3' }).waitFor();
    expect(violations).toEqual([]);
    expect(site.reports).toEqual([]);
  });
});
