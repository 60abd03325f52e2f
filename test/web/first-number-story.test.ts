import { expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { describeWith } from '../support/ci-tools.ts';
import { giveFirstNumber, openByCommand } from './support/first-number.ts';
import { createHands, effortLine } from './support/hands.ts';
import { npmStart } from './support/npm-start.ts';

describeWith('chromium', 'somebody who runs npm start', () => {
  test('gives the first example its number within two minutes by the keystroke-level model', async () => {
    const [product, browser] = await Promise.all([npmStart(), openBrowser()]);
    const { page, violations } = await browser.open();
    const hands = createHands();
    await openByCommand(page, hands, product.url);
    const username = 'van-thu-phuong';
    await giveFirstNumber(page, hands, { username, password: product.passwordOf(username) });
    expect(await page.locator('.given-number').innerText()).toMatch(/^02\/KH-UBND ngày /);
    expect(hands.effort().seconds, effortLine(hands.effort())).toBeLessThan(120);
    expect(violations).toEqual([]);
    await browser.close();
    await product.close();
  });
});
