import { expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { describeWith } from '../support/ci-tools.ts';
import { openSampleSite, signInAs } from './support/sample-site.ts';

const NAME = 'may-chu.lan';

describeWith('chromium', 'an office without a certificate', () => {
  test('works over plain HTTP, where browsers keep back what wants a secure context; two tabs share one session', async () => {
    const [site, browser] = await Promise.all([openSampleSite([NAME]), openBrowser(`MAP ${NAME} 127.0.0.1`)]);
    const { page, violations } = await browser.open();
    const at = { ...site, url: `http://${NAME}:${new URL(site.url).port}` };
    await signInAs(page, at, 'van-thu-phuong');
    expect(await page.evaluate('isSecureContext')).toBe(false);
    await page.goto(`${at.url}/cho-cap-so`);
    await page.getByRole('checkbox', { name: /^Đã đối chiếu bản giấy: .*chuyển đổi số/ }).check();
    await page.getByRole('button', { name: /^Cấp số 1 văn bản, ngày/ }).click();
    await page.locator('.given-number', { hasText: '02/KH-UBND' }).waitFor();

    const other = await browser.open();
    await other.page.goto(`${at.url}/so-van-ban-di`);
    await other.page.getByText('02/KH-UBND').waitFor();
    await other.page.getByRole('button', { name: 'Đổi người / Đăng xuất' }).click();
    await other.page.getByRole('button', { name: 'Đăng nhập' }).waitFor();
    await page.getByRole('dialog', { name: 'Đăng nhập lại' }).waitFor();
    expect([...violations, ...other.violations]).toEqual([]);
    await browser.close();
    await site.close();
  });
});
