import type { Page } from 'playwright-core';
import type { Hands } from './hands.ts';

/** An account of the sample offices, as `npm start` prints it. */
interface Account {
  readonly username: string;
  readonly password: string;
}

/** Starts the product by its command and opens its address: the keys at the terminal and the click on the printed address. */
export async function openByCommand(page: Page, hands: Hands, url: string): Promise<void> {
  hands.count('npm start\n'.length);
  await page.goto(url);
  await hands.click(page.getByRole('heading', { level: 1, name: 'Ban Hành' }));
}

/** A clerk signs in, compares what waits with its paper and gives it its number. */
export async function giveFirstNumber(page: Page, hands: Hands, { username, password }: Account): Promise<void> {
  await hands.click(page.getByLabel('Tên đăng nhập'));
  await hands.type(page, username);
  await hands.press(page, 'Tab');
  await hands.type(page, password);
  await hands.press(page, 'Enter');
  await hands.click(page.getByRole('navigation').getByRole('link', { name: /Chờ cấp số/ }));
  await hands.click(page.getByRole('checkbox', { name: /^Đã đối chiếu bản giấy:/ }).first());
  await hands.click(page.getByRole('button', { name: /^Cấp số 1 văn bản/ }));
  await page.locator('.given-number').waitFor();
}
