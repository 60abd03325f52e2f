import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityFindings } from '../../support/browser.ts';
import { apiAs } from '../../web/support/api-as.ts';
import { describeSite } from '../../web/support/describe-site.ts';
import { signInAs } from '../../web/support/sample-site.ts';

const LETTER = '/van-ban/dong-nai/mau-cong-van-the-thuc';
const HOSTILE = '<img src=x onerror=alert(1)> "\'&{{x}}';

describeSite('a checker', (on) => {
  async function open(username: string) {
    const opened = await on.browser.open();
    await signInAs(opened.page, on.site, username);
    await opened.page.goto(on.site.url + LETTER);
    return opened;
  }
  const printed = (page: Page) => page.getByRole('document', { name: 'Các trang' });

  test('remarks at a line of the page as printed, mends the text, and the signer sees what changed since they looked', async () => {
    const early = await open('ky-thanh-pho');
    await early.page.getByText('Kiểm tra thể thức: chờ Vũ Thị Hạnh.').waitFor();
    await printed(early.page).waitFor();
    await early.page.waitForLoadState('networkidle');
    expect(await early.page.getByRole('region', { name: 'Điều đã đổi' }).count()).toBe(0);
    await early.page.close();

    const colleague = await apiAs(on.site, 'ky-thanh-pho');
    await colleague('POST', '/documents/mau-cong-van-the-thuc/presence', {});
    const { page, violations } = await open('kiem-tra-thanh-pho');
    await page.getByText(/^Nguyễn Thị Hoàng đang mở từ \d\d:\d\d$/).waitFor();
    await printed(page).getByText('đơn vị sự nghiệp công lập thuộc UBND').first().click();
    await page.getByLabel(/^Nhận xét tại: Khoản \d/).fill(HOSTILE);
    await page.getByRole('button', { name: 'Ghi nhận xét' }).click();
    await page.getByRole('region', { name: 'Nhận xét' }).getByText(HOSTILE).waitFor();

    await page.getByRole('button', { name: 'Sửa văn bản' }).click();
    const text = page.getByRole('textbox', { name: 'Nội dung văn bản' });
    await text.locator('.line').filter({ hasText: 'đơn vị sự nghiệp công lập thuộc UBND' }).first().click();
    await page.keyboard.press('End');
    await page.keyboard.type(' the thuc');
    await page.getByText('Chưa lưu bản sửa.').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Lưu bản sửa, xem lại' }).click();
    await page.getByRole('button', { name: 'Đồng ý, chuyển tiếp' }).click();
    await page.getByText('Chờ người ký Nguyễn Thị Hoàng duyệt.').waitFor();
    await page.getByText(/Vũ Thị Hạnh sửa văn bản/).waitFor();
    expect(violations).toEqual([]);
    await page.close();

    const signer = await open('ky-thanh-pho');
    await signer.page.getByRole('heading', { name: /^1 chỗ đã đổi từ lần bạn xem lúc / }).waitFor();
    await signer.page.getByText(/^Khoản \d+: đã sửa$/).waitFor();
    await signer.page.getByRole('region', { name: 'Nhận xét' }).getByText(HOSTILE).waitFor();
    expect(await accessibilityFindings(signer.page)).toEqual([]);
    await signer.page.getByRole('button', { name: 'Duyệt để ký' }).waitFor();
    await signer.page.reload();
    await printed(signer.page).waitFor();
    expect(await signer.page.getByText(/chỗ đã đổi từ lần bạn xem/).count()).toBe(0);
    expect(signer.violations).toEqual([]);
    await signer.page.close();
  });
});
