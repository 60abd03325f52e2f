import { expect, test } from 'vitest';
import { accessibilityFindings } from '../../support/browser.ts';
import { describeSite } from '../../web/support/describe-site.ts';
import { signInAs } from '../../web/support/sample-site.ts';

describeSite('a drafter who begins with an old document', (on) => {
  test('is walked through what may be left of it, and is warned of the rest when submitting', async () => {
    const { page, violations } = await on.browser.open({ width: 1400, height: 1000 });
    await signInAs(page, on.site, 'soan-phuong');
    await page.goto(`${on.site.url}/van-ban/phuong-binh-long/mau-tuyen-truyen-cchc`);
    await page.getByRole('button', { name: 'Soạn từ văn bản này' }).click();
    const walk = page.locator('details.walk');
    await walk.waitFor();
    const count = async () => Number((await walk.locator('summary').textContent())?.split(' ')[0]);
    const all = await count();
    expect(all).toBeGreaterThan(10);
    expect(await accessibilityFindings(page)).toEqual([]);
    await walk.getByRole('button', { name: 'Đã xem cả Nơi nhận' }).click();
    await expect.poll(count).toBe(all - 7);
    await page.getByText('Phần đầu và phần cuối').click();
    await page.getByLabel('Trích yếu').fill('Thông tin, tuyên truyền cải cách hành chính năm 2027');
    await page.getByLabel('Trích yếu').blur();
    await expect.poll(() => walk.getByText('Năm: ', { exact: false }).count()).toBeGreaterThan(0);
    await walk
      .getByRole('button', { name: /^Căn cứ: / })
      .first()
      .waitFor();
    // In another browser of the same person what was looked at is known, and so is what came from the old document.
    const elsewhere = await page.context().browser()!.newContext();
    const other = await elsewhere.newPage();
    await signInAs(other, on.site, 'soan-phuong');
    await other.goto(page.url());
    await other
      .locator('details.walk')
      .getByRole('button', { name: /^Căn cứ: / })
      .first()
      .waitFor();
    expect(
      await other
        .locator('details.walk')
        .getByRole('button', { name: /^Nơi nhận: / })
        .count(),
    ).toBe(0);
    await elsewhere.close();
    await page.getByRole('button', { name: 'Xong, xem để trình' }).click();
    await page.getByRole('button', { name: 'Trình', exact: true }).click();
    await page.getByText(/Còn \d+ chỗ của văn bản cũ chưa xem lại/).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Vẫn trình' }).click();
    await page.getByText('Chờ ký').first().waitFor();
    expect(violations).toEqual([]);
  });
});
