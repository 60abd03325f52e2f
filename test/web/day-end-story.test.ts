import { expect, test } from 'vitest';
import { vietnamDate } from '#document/dates.ts';
import { describeSite } from './support/describe-site.ts';
import { signInAs } from './support/sample-site.ts';

const DAY_MS = 86_400_000;

// A story of its own: the clock is that of the whole browser.
describeSite('a clerk at the end of a day', (on) => {
  test('is told on top, in the last hours of a year, what has no number; a day that is over gets none', async () => {
    const { page, violations } = await on.browser.open();
    await signInAs(page, on.site, 'van-thu-phuong');
    await page.clock.setFixedTime(new Date('2026-12-31T16:30:00+07:00'));
    await page.goto(on.site.url);
    await page.getByRole('heading', { name: 'Hết năm: 1 văn bản đã duyệt chưa cấp số.', exact: false }).waitFor();
    const headings = await page.getByRole('main').getByRole('heading').allInnerTexts();
    expect(headings[1]).toContain('Hết năm');

    // The screen was opened yesterday and stayed open.
    const yesterday = new Date(Date.now() - DAY_MS);
    await page.clock.setFixedTime(yesterday);
    await page.goto(`${on.site.url}/cho-cap-so`);
    await page.getByRole('checkbox', { name: /^Đã đối chiếu bản giấy: .*chuyển đổi số/ }).check();
    const shown = vietnamDate(yesterday).split('-').reverse().join('/');
    await page.getByRole('button', { name: `Cấp số 1 văn bản, ngày ${shown}` }).click();
    await page.getByRole('alert').getByText('không cấp số lùi ngày (Điều 15, khoản 1)', { exact: false }).waitFor();
    expect(await page.locator('.given-number').count()).toBe(0);
    expect(violations).toEqual([]);
    await page.close();
  });
});
