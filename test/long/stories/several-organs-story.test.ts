import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityFindings } from '../../support/browser.ts';
import { describeSite } from '../../web/support/describe-site.ts';
import { signInAs } from '../../web/support/sample-site.ts';
import { expectToFit } from '../../web/support/widths.ts';

const CITY = 'Ủy ban nhân dân thành phố Đồng Nai';
const WARD = 'Ủy ban nhân dân phường Bình Long';

describeSite('somebody who works for two organs', (on) => {
  async function asPerson(username: string, size?: { readonly width: number; readonly height: number }) {
    const opened = await on.browser.open(size);
    await signInAs(opened.page, on.site, username);
    return opened;
  }
  const choice = (page: Page) => page.getByRole('combobox', { name: 'Làm việc cho cơ quan' });

  test('is invited on the page, takes it, and acts for the one that the address names', async () => {
    const { page: admin } = await asPerson('quan-tri-phuong');
    await admin.goto(`${on.site.url}/quan-tri`);
    await admin.getByLabel('Tên đăng nhập của người ấy').fill('van-thu-thanh-phố');
    await admin.getByRole('group', { name: 'Vai trò ở cơ quan này' }).getByText('Văn thư').click();
    const invite = admin.getByRole('button', { name: 'Mời', exact: true });
    await invite.click();
    await admin.getByRole('alert').waitFor();
    await admin.getByLabel('Tên đăng nhập của người ấy').fill('khong-co-ai');
    await invite.click();
    await admin.getByText('Không có ai đang làm việc đăng nhập bằng tên “khong-co-ai”', { exact: false }).waitFor();
    await admin.getByLabel('Tên đăng nhập của người ấy').fill('van-thu-thanh-pho');
    await invite.click();
    await admin.getByText('Chưa nhận lời', { exact: true }).waitFor();
    expect(await accessibilityFindings(admin)).toEqual([]);
    await admin.close();

    const { page, violations } = await asPerson('van-thu-thanh-pho', { width: 360, height: 740 });
    await page.getByText(`${WARD} mời bạn cùng làm việc: Văn thư.`).waitFor();
    expect(await choice(page).count()).toBe(0);
    await page.getByRole('button', { name: 'Nhận lời' }).click();
    await choice(page).selectOption({ label: WARD });
    await page.getByRole('link', { name: /Chờ cấp số/ }).click();
    await page.getByText('Số tiếp theo (dự kiến)').waitFor();
    expect(page.url()).toBe(`${on.site.url}/co-quan/phuong-binh-long/cho-cap-so`);
    await expect.poll(() => page.title()).toContain(WARD);
    expect(await accessibilityFindings(page)).toEqual([]);
    await expectToFit(page, 360, 'several organs');
    await page.getByRole('checkbox', { name: /^Đã đối chiếu bản giấy: .*chuyển đổi số/ }).check();
    await page.getByRole('button', { name: /^Cấp số 1 văn bản, ngày/ }).click();
    await page.locator('.given-number', { hasText: '02/KH-UBND' }).waitFor();

    // A new tab, and the link of a colleague, who belongs to that organ alone.
    await page.reload();
    await expect.poll(() => choice(page).inputValue()).toBe('phuong-binh-long');
    await page.goto(`${on.site.url}/van-ban/phuong-binh-long/mau-chuyen-doi-so`);
    await page.waitForURL(`${on.site.url}/co-quan/phuong-binh-long/van-ban/phuong-binh-long/mau-chuyen-doi-so`);
    await page.getByRole('button', { name: 'Gửi đi' }).waitFor();
    await choice(page).selectOption({ label: CITY });
    await page.waitForURL(`${on.site.url}/viec-cua-toi`);
    expect(violations).toEqual([]);
    await page.close();

    const ended = await asPerson('quan-tri-phuong');
    await ended.page.goto(`${on.site.url}/quan-tri`);
    await ended.page.getByRole('button', { name: /^Cho thôi/ }).click();
    await ended.page.getByText(/Đã thôi từ/).waitFor();
    await ended.page.close();
    const again = await asPerson('van-thu-thanh-pho');
    await again.page.goto(`${on.site.url}/co-quan/phuong-binh-long/cho-cap-so`);
    await again.page.waitForURL(`${on.site.url}/`);
    await again.page.getByText(CITY).first().waitFor();
    expect(await choice(again.page).count()).toBe(0);
    await again.page.close();
  });

  test('is nobody in the address of an organ that did not invite them', async () => {
    const { page } = await asPerson('soan-phuong');
    await page.goto(`${on.site.url}/co-quan/dong-nai/cho-ky`);
    await page.waitForURL(`${on.site.url}/`);
    await page.getByText(WARD).first().waitFor();
    await page.close();
  });
});
