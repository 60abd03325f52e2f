import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFindings, openBrowser, type TestBrowser } from '../support/browser.ts';
import { describeWith } from '../support/ci-tools.ts';
import { openSampleSite, type SampleSite, signInAs } from './support/sample-site.ts';

describeWith('chromium', 'a drafter at the editor', () => {
  let site: SampleSite;
  let browser: TestBrowser;
  beforeAll(async () => {
    site = await openSampleSite();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  test('writes, is saved, loses nothing while the server is away, and finds all of it again', async () => {
    const { page, violations } = await browser.open({ width: 1600, height: 900 });
    await signInAs(page, site, 'soan-phuong');
    await page
      .getByRole('navigation')
      .getByRole('link', { name: /Dự thảo/ })
      .click();
    await page.locator('main a[href^="/van-ban/"]').first().click();
    await page.getByRole('button', { name: 'Soạn tiếp' }).click();
    const text = page.getByRole('textbox', { name: 'Nội dung văn bản' });
    await text.locator('.line[data-level="roman"]').first().click();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Noi dung moi');
    await page.locator('.page-preview').getByText('Noi dung moi').waitFor();
    await page.keyboard.press('Control+s');
    await page.getByText(/Đã lưu lúc/).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);

    await site.restart(async () => {
      await text.getByText('Noi dung moi').click();
      await page.keyboard.press('End');
      await page.keyboard.type(' va them');
      await page.keyboard.press('Control+s');
      await page.getByText('Bản đang gõ được giữ trên máy này.').waitFor();
    });
    await page.keyboard.press('Control+s');
    await page.getByText(/Đã lưu lúc/).waitFor();
    await page.reload();
    await page.locator('.page-preview').getByText('Noi dung moi va them').waitFor();
    expect(violations).toEqual([]);
  });
});
