import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityFindings } from '../support/browser.ts';
import { describeSite } from './support/describe-site.ts';
import { signInAs } from './support/sample-site.ts';

const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 720 };
const HOSTILE = '<img src=x onerror=alert(1)> "\'&{{x}} ‘đặc biệt’';

describeSite('people of an office', (on) => {
  /** A page of someone, in the one on.browser. */
  async function asPerson(
    username: string,
    size = DESK,
  ): Promise<{ readonly page: Page; readonly violations: string[] }> {
    const opened = await on.browser.open(size);
    await signInAs(opened.page, on.site, username);
    return opened;
  }

  test('return a draft on the phone, submit it again, approve it, and number two in one go', async () => {
    const signer = await asPerson('ky-phuong', PHONE);
    await signer.page.getByRole('link', { name: /bộ phận một cửa/ }).click();
    await signer.page.getByRole('button', { name: 'Trả lại' }).click();
    await signer.page.getByLabel('Lý do').fill(HOSTILE);
    expect(await accessibilityFindings(signer.page)).toEqual([]);
    await signer.page.getByRole('dialog').getByRole('button', { name: 'Trả lại' }).click();
    await signer.page.getByText('Bị trả lại').first().waitFor();
    expect(signer.violations).toEqual([]);
    await signer.page.close();

    const drafter = await asPerson('soan-phuong');
    await drafter.page.getByText(HOSTILE, { exact: false }).first().waitFor();
    await drafter.page.getByRole('link', { name: /bộ phận một cửa/ }).click();
    await drafter.page.getByRole('button', { name: 'Trình', exact: true }).click();
    await drafter.page.getByText('Chờ người ký Nguyễn Văn A duyệt.').waitFor();
    expect(drafter.violations).toEqual([]);
    await drafter.page.close();

    const again = await asPerson('ky-phuong', PHONE);
    await again.page.getByRole('link', { name: /bộ phận một cửa/ }).click();
    await again.page.getByRole('button', { name: 'Duyệt để ký' }).click();
    await again.page.getByText('Chờ văn thư cấp số.').waitFor();
    await again.page.close();

    const { page, violations } = await asPerson('van-thu-phuong');
    await page
      .getByRole('navigation')
      .getByRole('link', { name: /Chờ cấp số/ })
      .click();
    for (const subject of [/chuyển đổi số/, /bộ phận một cửa/]) {
      await page.getByRole('list', { name: 'Văn bản chờ cấp số' }).getByRole('button', { name: subject }).click();
      await page.getByText('Đã đối chiếu bản giấy, đã ký').click();
    }
    await page.getByRole('button', { name: /^Cấp số 2 văn bản/ }).click();
    await page.locator('.given-number', { hasText: '03/KH-UBND' }).waitFor();
    await expect
      .poll(() => page.locator('.given tbody tr').allTextContents())
      .toEqual([
        expect.stringMatching(/03\/KH-UBND.*bộ phận một cửa/s),
        expect.stringMatching(/02\/KH-UBND.*chuyển đổi số/s),
      ]);
    await page.getByText('Không có văn bản nào chờ cấp số.').waitFor();
    await page.getByLabel('Tìm văn bản').fill('3 kh ubnd');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: /bộ phận một cửa/ }).click();
    await page.getByRole('button', { name: 'Gửi đi' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Ghi đã gửi \d+ nơi/ })
      .click();
    await page.getByText('Đã phát hành').first().waitFor();
    await page.getByRole('button', { name: 'Xử lý sai sót' }).click();
    await page.getByText('Phải thu hồi').click();
    await page.getByLabel('Lý do').fill('Trùng với văn bản của thành phố.');
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Thu hồi', exact: true }).click();
    await page.getByText('Đã thu hồi').first().waitFor();
    await page
      .getByRole('navigation')
      .getByRole('link', { name: /Sổ văn bản đi/ })
      .click();
    const printed = page.waitForEvent('download');
    await page.getByRole('button', { name: 'In sổ (.docx)' }).click();
    expect((await printed).suggestedFilename()).toMatch(/\.docx$/);
    expect(violations).toEqual([]);
    await page.close();
  });

  test('see nothing of the other office that has no number', async () => {
    const { page } = await asPerson('soan-thanh-pho');
    for (const view of ['Dự thảo', 'Chờ ký', 'Chờ cấp số']) {
      await page
        .getByRole('navigation')
        .getByRole('link', { name: new RegExp(`^\\s*${view}`) })
        .click();
      await page.getByRole('heading', { level: 1, name: view }).waitFor();
      expect(await page.getByText('Bình Long').count(), view).toBe(0);
    }
    await page.goto(`${on.site.url}/van-ban/phuong-binh-long/mau-ve-sinh-moi-truong`);
    await page.getByRole('alert').waitFor();
    expect(await page.getByText('vệ sinh môi trường').count()).toBe(0);
    await page.close();
  });

  test('keep what they typed when their session ends and the server goes away', async () => {
    const { page } = await asPerson('ky-thanh-pho');
    await page
      .getByRole('navigation')
      .getByRole('link', { name: /Chờ ký/ })
      .click();
    await page.locator('table.list a').first().click();
    await page.getByRole('button', { name: 'Trả lại' }).click();
    await page.getByLabel('Lý do').fill('Gõ dở thì mất phiên');
    await on.site.restart(async () => {
      await page.getByRole('dialog').getByRole('button', { name: 'Trả lại' }).click();
      await page.getByText('Không kết nối được máy chủ').waitFor();
    });
    expect(await page.getByLabel('Lý do').inputValue()).toBe('Gõ dở thì mất phiên');
    // Another window of theirs still shows what could be done before.
    const { page: other } = await on.browser.open();
    await other.goto(page.url());
    await other.getByRole('button', { name: 'Duyệt để ký' }).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Trả lại' }).click();
    await page.getByText('Bị trả lại').first().waitFor();
    await other.getByRole('button', { name: 'Duyệt để ký' }).click();
    await other.getByRole('alert').waitFor();
    await other.getByText('Bị trả lại').first().waitFor();
    await other.getByRole('button', { name: 'Duyệt để ký' }).waitFor({ state: 'detached' });
    await other.close();
    await page.close();
  });
});
