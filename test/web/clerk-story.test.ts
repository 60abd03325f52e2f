import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityFindings } from '../support/browser.ts';
import { smallPdf } from '../support/pdf.ts';
import { describeSite } from './support/describe-site.ts';
import { signInAs } from './support/sample-site.ts';
import { keepPicture } from './support/widths.ts';

const HOSTILE = '<img src=x onerror=alert(1)> "\'&{{x}}';

describeSite('a clerk at the desk', (on) => {
  async function asPerson(username: string): Promise<{ readonly page: Page; readonly violations: string[] }> {
    const opened = await on.browser.open();
    await signInAs(opened.page, on.site, username);
    return opened;
  }

  test('numbers with the pages compared, on a screen without scrolling, and sees what to write by hand', async () => {
    const { page, violations } = await asPerson('van-thu-phuong');
    await page.goto(`${on.site.url}/cho-cap-so?van-ban=mau-chuyen-doi-so`);
    await page.getByText('Số tiếp theo (dự kiến)').waitFor();
    await page.getByRole('checkbox', { name: /^Đã đối chiếu bản giấy: .*chuyển đổi số/ }).check();
    await page.getByLabel('Số trang').fill('7');
    await page.getByRole('button', { name: /^Cấp số 1 văn bản, ngày/ }).waitFor();
    await keepPicture(page, 'cap-so-mot');
    await expect.poll(() => page.evaluate('document.documentElement.scrollHeight')).toBeLessThanOrEqual(720);
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByRole('button', { name: /^Cấp số 1 văn bản, ngày/ }).click();
    await page.locator('.given-number', { hasText: '02/KH-UBND' }).waitFor();
    await page.getByText('Đầu văn bản, dòng Số: 02/KH-UBND').waitFor();
    await keepPicture(page, 'vua-cap-so');
    await page
      .getByRole('row', { name: /chuyển đổi số/ })
      .getByRole('link')
      .click();

    await page.getByRole('button', { name: 'Ghi nơi để bản gốc giấy' }).click();
    await page.getByLabel('Tủ, hộp, cặp').fill(HOSTILE);
    await page.getByRole('dialog').getByRole('button', { name: 'Ghi', exact: true }).click();
    await page.getByText(HOSTILE).waitFor();
    await page.getByText('Dữ liệu đặc tả, sao chép sang phần mềm khác').click();
    await page.getByRole('button', { name: 'Chép Số của văn bản' }).click();
    await page.getByRole('button', { name: 'Chép Số của văn bản' }).getByText('Đã chép').waitFor();
    expect(await page.getByRole('row', { name: /PageAmount/ }).innerText()).toContain('7');
    await page.getByRole('button', { name: 'Ghi hạn' }).click();
    await page.getByRole('dialog').getByLabel('Hạn trả lời').fill('2026-01-05');
    await page.getByRole('dialog').getByRole('button', { name: 'Ghi hạn' }).click();
    await page.getByText('Hạn trả lời').waitFor();
    await page.getByRole('button', { name: 'Đổi phạm vi người xem' }).click();
    await page.getByRole('dialog').getByLabel('Lý do').fill(HOSTILE);
    await page.getByRole('dialog').getByRole('button', { name: 'Hạn chế' }).click();
    await page
      .getByRole('listitem')
      .filter({ hasText: /người xem/ })
      .waitFor();
    // The sample office has no code for exchange; the request reaches the act and says so.
    await page.getByRole('button', { name: 'Gói edXML' }).click();
    await page.getByText('Chưa có thiết lập trao đổi', { exact: false }).waitFor();
    await page.getByRole('navigation').getByRole('link', { name: 'Chờ trả lời' }).click();
    await page.getByRole('row', { name: /02\/KH-UBND.*quá hạn/ }).waitFor();
    await page.getByRole('navigation').getByRole('link', { name: 'Chờ trả lời 1 việc chờ' }).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Đã trả lời: 02/KH-UBND' }).click();
    await page.getByText('Không có văn bản nào chờ trả lời.').waitFor();
    expect(violations).toEqual([]);
    await page.close();
  });

  test('replaces a wrong scan with a reason; the wrong one stays in sight', async () => {
    const [wrong, right] = ['sai.pdf', 'dung.pdf'].map((name) => join(on.dir, name));
    await writeFile(wrong!, smallPdf('ban quet thieu trang'));
    await writeFile(right!, smallPdf('ban quet du trang'));
    const { page, violations } = await asPerson('van-thu-phuong');
    await page.goto(`${on.site.url}/van-ban/phuong-binh-long/mau-tuyen-truyen-cchc`);
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: 'Thêm bản đã ký' }).click();
    await dialog.locator('input[type=file]').setInputFiles(wrong!);
    await dialog.getByRole('button', { name: 'Thêm tệp' }).click();
    const row = page.getByRole('listitem').filter({ hasText: 'Bản quét từ bản gốc giấy' });
    await row.getByRole('button', { name: 'Thay tệp sai' }).click();
    await dialog.locator('input[type=file]').setInputFiles(right!);
    await dialog.getByLabel('Lý do thay').fill('Quét thiếu trang 3.');
    expect(await accessibilityFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Thay tệp', exact: true }).click();
    await page.getByText('Đã thay: Quét thiếu trang 3.').waitFor();
    await expect.poll(() => row.count()).toBe(2);
    expect(violations).toEqual([]);
    await page.close();
  });

  test('records the number of another system, strikes it where it was typed wrong, and records it again', async () => {
    const admin = await asPerson('quan-tri-phuong');
    await admin.page.goto(`${on.site.url}/thong-tin-co-quan`);
    await admin.page.getByRole('region', { name: 'Các sổ' }).getByRole('combobox').nth(2).selectOption('recorded');
    await admin.page.getByRole('button', { name: 'Lưu Thông tin cơ quan' }).click();
    await admin.page.getByRole('button', { name: 'Lưu Thông tin cơ quan', disabled: true }).waitFor();
    await admin.page.close();

    const { page, violations } = await asPerson('van-thu-phuong');
    await page.goto(`${on.site.url}/dang-ky`);
    await page.getByLabel('Loại văn bản').selectOption({ label: 'Quyết định' });
    await page.getByLabel('Trích yếu').fill(HOSTILE);
    await page.getByLabel('Người ký').selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Đăng ký và ghi số' }).click();
    await page.getByText('Ghi số và ngày mà hệ thống khác đã cấp.', { exact: false }).waitFor();
    await page.getByLabel('Số đã được cấp').fill('241');
    const today = await page.getByLabel('Ngày đã được cấp').getAttribute('max');
    await page.getByLabel('Ngày đã được cấp').fill(today!);
    await page.getByRole('button', { name: 'Đăng ký và ghi số' }).click();
    await page.getByRole('link', { name: HOSTILE }).click();

    await page.getByRole('button', { name: 'Xử lý sai sót' }).click();
    await page.getByLabel('Lý do').fill('Gõ nhầm 214 thành 241.');
    await page.getByRole('dialog').getByRole('button', { name: 'Gạch số ghi nhầm' }).click();
    await page.getByRole('button', { name: 'Cấp số', exact: true }).click();
    await page.getByLabel('Số đã cấp').fill('214');
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Ghi số đã cấp' }).click();
    await page.locator('.given-number', { hasText: '214/QĐ-UBND' }).waitFor();

    await page.goto(`${on.site.url}/so-van-ban-di`);
    await page.getByRole('button', { name: /^Ghi số của văn bản mật/ }).click();
    const dialog = page.getByRole('dialog', { name: /^Ghi số của văn bản mật/ });
    const note = dialog.getByRole('button', { name: 'Ghi vào sổ' });
    await dialog.getByLabel('Số', { exact: true }).fill('214');
    await note.click();
    const taken = dialog.getByText('Số này đã có trong sổ');
    await taken.waitFor();
    await dialog.getByLabel('Số', { exact: true }).fill('214a');
    // What was wrong with the other number is no longer told.
    await taken.waitFor({ state: 'detached' });
    await keepPicture(page, 'so-van-ban-mat');
    expect(await accessibilityFindings(page)).toEqual([]);
    await note.click();
    await page.getByRole('row', { name: /214a.*Số của văn bản mật/ }).waitFor();
    await expect.poll(() => dialog.count()).toBe(0);
    await keepPicture(page, 'so-van-ban-mat-da-ghi');
    expect(violations).toEqual([]);
    await page.close();
  });
});
