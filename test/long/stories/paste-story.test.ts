import { expect, test } from 'vitest';
import { describeSite } from '../../web/support/describe-site.ts';
import { pastePlan } from '../../web/support/paste-plan.ts';
import { signInAs } from '../../web/support/sample-site.ts';

describeSite('a drafter with a plan written in Word', (on) => {
  test('pastes it, names the signer and submits it in some presses', async () => {
    const { page, violations } = await on.browser.open({ width: 1500, height: 1000 });
    await signInAs(page, on.site, 'soan-phuong');
    const { clicks, keys } = await pastePlan(page, on.site);
    expect({ clicks, keys }).toEqual({ clicks: 6, keys: 2 });
    const printed = await page.locator('main').innerText();
    expect(printed).toContain('Thông tin, tuyên truyền cải cách hành chính năm 2026 trên địa bàn phường Bình Long');
    expect(violations).toEqual([]);
  });
});
