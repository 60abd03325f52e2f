import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityFindings } from '../support/browser.ts';
import { describeSite, type Stage } from './support/describe-site.ts';
import { signInAs } from './support/sample-site.ts';

const DRAFT = '/soan/mau-ve-sinh-moi-truong';

/** The drafter in a browser of their own, with the draft open. */
async function openDraft(on: Stage): Promise<Page> {
  const { page } = await on.browser.open({ width: 1500, height: 900 });
  await signInAs(page, on.site, 'soan-phuong');
  await page.goto(on.site.url + DRAFT);
  await page.locator('.page-preview').getByText('Nơi nhận').first().waitFor();
  return page;
}

const text = (page: Page) => page.getByRole('textbox', { name: 'Nội dung văn bản' });
const printed = (page: Page, words: string) => page.locator('.page-preview').getByText(words).first().waitFor();

async function typeAt(page: Page, line: RegExp, typed: string) {
  await text(page).locator('.line').filter({ hasText: line }).first().click();
  await page.keyboard.press('End');
  await page.keyboard.type(typed);
}

describeSite('a draft with errors', (on) => {
  test('is saved and drawn as it is typed, goes on in another browser, and is submitted once it is mended', async () => {
    const here = await openDraft(on);
    await here.getByText('Phần đầu và phần cuối').click();
    await here.getByLabel('Loại văn bản').selectOption('Công văn');
    await here.getByLabel('Kính gửi', { exact: false }).fill('Sở Nội vụ');
    await here.getByLabel('Đơn vị soạn').fill('');
    await typeAt(here, /^MỤC TIÊU/, ' go khi con loi');
    await printed(here, 'GO KHI CON LOI');
    await printed(here, '/UBND-[THIẾU: đơn vị soạn thảo]');
    await here.getByText(/^Đã lưu lúc .*, còn 1 lỗi: sửa hết mới trình được\.$/).waitFor();
    expect(await accessibilityFindings(here)).toEqual([]);

    const there = await openDraft(on);
    await text(there)
      .locator('.line')
      .filter({ hasText: /^MỤC TIÊU.* go khi con loi$/ })
      .first()
      .waitFor();
    await printed(there, 'GO KHI CON LOI');
    await there.getByText(/^1 lỗi/).click();
    const missing = /^Đơn vị soạn thảo .*Còn thiếu chữ viết tắt đơn vị soạn thảo/;
    await there.getByRole('button', { name: missing }).waitFor();
    expect(await there.getByText(/Đã lấy lại/).count()).toBe(0);
    await there.getByRole('button', { name: 'Xong, xem để trình' }).click();
    await printed(there, 'GO KHI CON LOI');
    await there.getByRole('button', { name: 'Trình', exact: true }).click();
    await there.getByRole('alert').getByText(missing).waitFor();

    await there.getByRole('button', { name: 'Soạn tiếp' }).click();
    await there.getByText('Phần đầu và phần cuối').click();
    await there.getByRole('textbox', { name: 'Đơn vị soạn' }).fill('VP');
    await there.getByText(/^Đã lưu lúc [\d:]+$/).waitFor();
    await there.getByRole('button', { name: 'Xong, xem để trình' }).click();
    await there.getByRole('button', { name: 'Trình', exact: true }).click();
    await there.getByText('Chờ người ký Nguyễn Văn A duyệt.').waitFor();
  });
});
