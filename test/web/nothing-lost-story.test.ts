import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityFindings } from '../support/browser.ts';
import { apiAs } from './support/api-as.ts';
import { describeSite, type Stage } from './support/describe-site.ts';
import { signInAs } from './support/sample-site.ts';

const DRAFT = '/soan/mau-ve-sinh-moi-truong';
const TEXT = 'Nội dung văn bản';

/** A drafter with a draft open in a window of their own. */
async function openDraft(on: Stage): Promise<Page> {
  const { page } = await on.browser.open({ width: 1500, height: 900 });
  await signInAs(page, on.site, 'soan-phuong');
  await page.goto(on.site.url + DRAFT);
  await page.locator('.page-preview').getByText('KẾ HOẠCH', { exact: true }).first().waitFor();
  return page;
}

/** Types at the end of a line that begins with a text. */
async function typeAt(page: Page, line: RegExp, typed: string) {
  await page.getByRole('textbox', { name: TEXT }).locator('.line').filter({ hasText: line }).first().click();
  await page.keyboard.press('End');
  await page.keyboard.type(typed);
}

const inText = (page: Page, line: RegExp) =>
  page.getByRole('textbox', { name: TEXT }).locator('.line').filter({ hasText: line }).first().waitFor();
const saved = (page: Page) => page.getByText(/Đã lưu lúc/).waitFor();

describeSite('what is typed', (on) => {
  test('by two people into one draft is put together part by part, and both texts stay in its saves', async () => {
    const [mine, theirs] = [await openDraft(on), await openDraft(on)];
    await typeAt(theirs, /^MỤC TIÊU/, ' chung');
    await typeAt(theirs, /^ĐỐI TƯỢNG, NỘI DUNG/, ' cua ban');
    await theirs.keyboard.press('Control+s');
    await saved(theirs);
    await typeAt(mine, /^MỤC TIÊU/, ' rieng');
    await typeAt(mine, /^KINH PHÍ/, ' cua toi');
    await mine.keyboard.press('Control+s');
    await mine.getByRole('heading', { name: 'Có người đã lưu bản khác của dự thảo này' }).waitFor();
    await mine.getByText('1 chỗ cả hai cùng sửa, hãy chọn:').waitFor();
    expect(await accessibilityFindings(mine)).toEqual([]);
    await mine.getByRole('radio', { name: /Của đồng nghiệp: .* chung/ }).check();
    await mine.getByRole('button', { name: 'Ghép lại, soạn tiếp' }).click();
    await saved(mine);
    const [request] = await Promise.all([mine.waitForRequest(/\/api\/documents\//), mine.reload()]);
    for (const line of [/MỤC TIÊU.* chung$/, /ĐỐI TƯỢNG, NỘI DUNG.* cua ban$/, /KINH PHÍ.* cua toi$/])
      await inText(mine, line);
    expect(await mine.getByText(/ rieng$/).count()).toBe(0);
    const headers = { Authorization: (await request.allHeaders())['authorization'] ?? '' };
    const path = `${on.site.url}/api/documents/mau-ve-sinh-moi-truong/saves`;
    const { items } = (await (await fetch(path, { headers })).json()) as {
      readonly items: readonly { readonly rev: number }[];
    };
    const kept = await Promise.all(
      items.slice(0, 3).map(async ({ rev }) => (await fetch(`${path}/${rev}`, { headers })).text()),
    );
    expect(kept.map((one) => [/ rieng/.test(one), / cua ban/.test(one)])).toEqual([
      [false, true],
      [true, false],
      [false, true],
    ]);
  });

  test('while a session ends stays under the dialog, and is saved after signing in again', async () => {
    const page = await openDraft(on);
    await page.context().clearCookies();
    await page.route('**/api/documents/**', (route) =>
      route.request().method() === 'PUT'
        ? route.fulfill({ status: 401, json: { code: 'not-signed-in' } })
        : route.continue(),
    );
    await typeAt(page, /^TỔ CHỨC THỰC HIỆN/, ' het phien');
    await page.keyboard.press('Control+s');
    const dialog = page.getByRole('dialog', { name: 'Đăng nhập lại' });
    await dialog.getByText('Những gì đang nhập vẫn còn').waitFor();
    await page.unroute('**/api/documents/**');
    await dialog.getByLabel('Tên đăng nhập').fill('soan-phuong');
    await dialog.getByLabel('Mật khẩu', { exact: true }).fill(on.site.person('soan-phuong').password);
    await dialog.getByRole('button', { name: 'Đăng nhập' }).click();
    await dialog.waitFor({ state: 'detached' });
    await typeAt(page, /het phien/, ' roi');
    await page.keyboard.press('Control+s');
    await saved(page);
    await page.reload();
    await inText(page, /het phien roi$/);
  });

  test('in a tab that is closed while the server is away is there when it is opened again', async () => {
    const page = await openDraft(on);
    const context = page.context();
    await on.site.restart(async () => {
      await typeAt(page, /^TỔ CHỨC THỰC HIỆN/, ' dong trang');
      await page.getByText('Bản đang gõ được giữ trên máy này.').waitFor({ timeout: 15_000 });
      await page.close({ runBeforeUnload: false });
    });
    const again = await context.newPage();
    await again.goto(on.site.url + DRAFT);
    await again.getByText('Đã lấy lại những gì gõ lần trước mà chưa lưu được.').waitFor();
    await inText(again, /dong trang$/);
    await saved(again);
  });

  test('is out of sight on a machine of several people when their session ends, and there again after it', async () => {
    const { page } = await on.browser.open();
    await page.context().clearCookies();
    await page.goto(on.site.url);
    await page.getByLabel('Tên đăng nhập').fill('van-thu-phuong');
    await page.getByLabel('Mật khẩu', { exact: true }).fill(on.site.person('van-thu-phuong').password);
    await page.getByText('Máy dùng chung', { exact: false }).click();
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.getByRole('heading', { level: 1, name: 'Việc của tôi' }).waitFor();
    await page.goto(`${on.site.url}/dang-ky`);
    await page.getByLabel('Trích yếu').fill('Bí mật gõ dở');
    await page.evaluate(() => new BroadcastChannel('banhanh-session').postMessage({ kind: 'out' }));
    const again = page.getByRole('dialog', { name: 'Đăng nhập lại' });
    await again.waitFor();
    const backdrop = () => page.evaluate("getComputedStyle(document.querySelector('.again')).backgroundColor");
    await expect.poll(backdrop).toBe('rgb(18, 50, 79)');
    expect(await accessibilityFindings(page)).toEqual([]);
    await again.getByRole('button', { name: 'van-thu-phuong' }).click();
    await page.locator('input[type=password]:focus').waitFor();
    await page.keyboard.type(on.site.person('van-thu-phuong').password);
    await page.keyboard.press('Enter');
    await again.waitFor({ state: 'detached' });
    expect(await page.getByLabel('Trích yếu').inputValue()).toBe('Bí mật gõ dở');
    await page.close();
  });

  test('and not saved is named at sign-out, kept on this machine, and found again', async () => {
    const page = await openDraft(on);
    await on.site.restart(async () => {
      await typeAt(page, /^TỔ CHỨC THỰC HIỆN/, ' truoc khi ra');
      await page.getByRole('button', { name: /Đăng xuất/ }).click();
      const dialog = page.getByRole('dialog', { name: 'Có chữ đã gõ mà máy chủ chưa có' });
      await dialog.getByText('Ra quân vệ sinh môi trường phường Bình Long').waitFor();
      expect(await accessibilityFindings(page)).toEqual([]);
      await dialog.getByRole('button', { name: 'Ở lại' }).click();
      await inText(page, /truoc khi ra$/);
      await page.getByRole('button', { name: /Đăng xuất/ }).click();
      await dialog.getByRole('button', { name: 'Vẫn đăng xuất' }).click();
      await page.getByRole('button', { name: 'Đăng nhập' }).waitFor();
    });
    await signInAs(page, on.site, 'soan-phuong');
    await page.getByRole('note').getByRole('link', { name: 'Ra quân vệ sinh môi trường phường Bình Long' }).click();
    await inText(page, /truoc khi ra$/);
    await saved(page);
    await page.getByRole('button', { name: /Đăng xuất/ }).click();
    await page.getByRole('button', { name: 'Đăng nhập' }).waitFor();
    await page.close();
  });

  test('stays where the right to draft is taken away while typing, and is said not to be saved', async () => {
    const page = await openDraft(on);
    const admin = await apiAs(on.site, 'quan-tri-phuong');
    const give = (roles: readonly string[], rev: number) => {
      const member = { username: 'soan-phuong', name: 'Trần Thị Bình', roles, active: true };
      return admin('PUT', '/api/members/soan-phuong', member, { 'if-match': `"r${rev}"` });
    };
    expect((await give(['reader'], 1)).status).toBe(200);
    await typeAt(page, /^KINH PHÍ/, ' khi mat quyen');
    await page.getByText(/^Chưa lưu:/).waitFor();
    expect((await give(['drafter'], 2)).status).toBe(200);
    await page.reload();
    await page.getByText('Đã lấy lại những gì gõ lần trước mà chưa lưu được.').waitFor();
    await inText(page, /khi mat quyen$/);
    await saved(page);
    await page.close();
  });
});
