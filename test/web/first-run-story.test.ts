import { mkdirSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildPage } from '../../local/page/build-page.ts';
import { type RunningServer, startServer } from '../../local/server/main.ts';
import { accessibilityFindings, openBrowser, type TestBrowser } from '../support/browser.ts';
import { describeWith } from '../support/ci-tools.ts';
import { createHands, type Hands } from './support/hands.ts';

const PASSWORD = 'mưa rào tháng sáu';
/** Pictures of every step for whoever looks. */
const pictures = process.env['PICTURES'];

describeWith('chromium', 'a new office', () => {
  let dir: string;
  let server: RunningServer;
  let browser: TestBrowser;
  let other: TestBrowser;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'banhanh-new-'));
    const pageDir = await buildPage(() => undefined);
    const quiet = { report: () => undefined, onRecovery: () => undefined };
    server = await startServer({ dir, port: 0, pageDir, isNew: true, ...quiet });
    browser = await openBrowser();
    other = await openBrowser();
    if (pictures) mkdirSync(pictures, { recursive: true });
  });
  afterAll(async () => {
    await browser.close();
    await other.close();
    await server.close();
    await rm(dir, { recursive: true });
  });

  /** No finding of axe, nothing wider than the window, at three widths. */
  async function look(page: Page, name: string) {
    expect(await accessibilityFindings(page), name).toEqual([]);
    for (const width of [360, 1920, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate('document.documentElement.scrollWidth'), `${name} ${width}`).toBeLessThanOrEqual(
        width,
      );
      if (pictures) await page.screenshot({ path: join(pictures, `bat-dau-${name}-${width}.png`), fullPage: true });
    }
  }

  async function enter(page: Page, hands: Hands, username: string, given: string) {
    await hands.type(page.getByLabel('Tên đăng nhập'), username);
    await hands.type(page.getByLabel('Mật khẩu', { exact: true }), given);
    await hands.click(page.getByRole('button', { name: 'Đăng nhập' }));
    await hands.type(page.getByLabel('Mật khẩu mới', { exact: true }), PASSWORD);
    await hands.type(page.getByLabel('Gõ lại mật khẩu mới'), PASSWORD);
    await hands.click(page.getByRole('button', { name: 'Đặt mật khẩu và vào' }));
    await page.getByRole('button', { name: /Đăng xuất/ }).waitFor();
  }

  test('is declared step by step, left and taken up again, and prints its first plan by three people within five minutes', async () => {
    const { page, violations } = await browser.open();
    const hands = createHands();
    await page.goto(server.url);
    await hands.type(page.getByLabel('Mã nhận quyền quản trị'), server.claimCode ?? '');
    await hands.type(page.getByLabel('Tên cơ quan'), 'Ủy ban nhân dân phường Phước Tân');
    await hands.type(page.getByLabel('Họ tên'), 'Lê Thị Cúc');
    await hands.type(page.getByLabel('Mật khẩu mới', { exact: true }), PASSWORD);
    await hands.type(page.getByLabel('Gõ lại mật khẩu mới'), PASSWORD);
    await look(page, 'nhan-quyen');
    await hands.click(page.getByRole('button', { name: 'Nhận quyền quản trị' }));

    // The office: head and symbol follow from its name; what is typed stays though the page is left.
    await page.locator('.page-preview').getByText('PHƯỜNG PHƯỚC TÂN').waitFor();
    expect(await page.getByLabel('Chữ viết tắt trong ký hiệu').inputValue()).toBe('UBND');
    await look(page, 'co-quan');
    await hands.type(page.getByLabel('Địa danh'), '');
    await hands.click(page.getByRole('button', { name: 'Lưu, sang bước sau' }));
    await page.locator('.field', { hasText: 'Địa danh' }).locator('.reason').waitFor();
    await page.reload();
    expect(await page.getByLabel('Địa danh').inputValue()).toBe('');
    await hands.type(page.getByLabel('Địa danh'), 'Phước Tân');
    await hands.click(page.getByRole('button', { name: 'Lưu, sang bước sau' }));

    await hands.type(page.getByLabel('Công văn', { exact: true }), '57');
    await look(page, 'so-van-ban');
    await hands.click(page.getByRole('button', { name: 'Lưu, sang bước sau' }));

    // Another day: the wizard goes on where it was, from the page that signs in.
    await page.getByLabel('Người ký').waitFor();
    await page.goto(server.url);
    expect(await page.getByText('Cơ quan chưa khai báo').count()).toBe(0);
    await page.goto(`${server.url}/bat-dau`);
    await hands.click(page.getByLabel('Soạn xong trình ký ngay'));
    await hands.type(page.getByLabel('Người ký'), 'Nguyễn Văn Kỳ');
    await hands.type(page.getByLabel('Văn thư'), 'Lê Thị Cúc');
    await hands.type(page.getByLabel('Người soạn'), 'Trần Văn Sơn');
    await look(page, 'nguoi');
    await hands.click(page.getByRole('button', { name: 'Lưu, sang bước sau' }));
    await page.getByText('Mật khẩu chỉ hiện lần này').waitFor();
    await look(page, 'mat-khau');
    const given = async (name: string) => page.getByRole('row').filter({ hasText: name }).locator('.given').innerText();
    const [signer, drafter] = [await given('Nguyễn Văn Kỳ'), await given('Trần Văn Sơn')];
    await hands.click(page.getByRole('button', { name: 'Đã ghi lại, sang bước sau' }));
    await page.getByText('Máy chủ chưa sao lưu hằng đêm').waitFor();
    await look(page, 'sao-luu');
    await hands.click(page.getByRole('button', { name: 'Để sau, sang bước sau' }));
    await page.getByText('Văn bản đầu tiên do người soạn làm').waitFor();
    await look(page, 'van-ban');

    const others = await other.open();
    await others.page.goto(server.url);
    await enter(others.page, hands, 'tran-van-son', drafter);
    await hands.click(others.page.getByRole('link', { name: 'Soạn văn bản mới' }));
    await hands.click(others.page.getByRole('button', { name: 'Kế hoạch mẫu' }));
    await others.page.getByText('Xem lại').or(others.page.locator('.page-preview')).first().waitFor();
    const docId = others.page.url().split('/').at(-1);
    await others.page.goto(`${server.url}/van-ban/phuong-phuoc-tan/${docId}`);
    await hands.click(others.page.getByRole('button', { name: 'Trình', exact: true }));
    await others.page.getByRole('button', { name: 'Trình', exact: true }).waitFor({ state: 'detached' });
    await hands.click(others.page.getByRole('button', { name: /Đăng xuất/ }));
    await enter(others.page, hands, 'nguyen-van-ky', signer);
    await hands.click(others.page.getByRole('button', { name: 'Duyệt để ký' }));
    await others.page.getByRole('button', { name: 'Duyệt để ký' }).waitFor({ state: 'detached' });

    // The admin is the clerk as well: their new role holds without signing in again.
    await hands.click(page.getByRole('link', { name: 'Chờ cấp số' }));
    const queue = page.getByRole('list', { name: 'Văn bản chờ cấp số' });
    await hands.click(queue.getByRole('button'));
    await hands.click(page.getByText('Đã đối chiếu bản giấy, đã ký'));
    await hands.click(page.getByRole('button', { name: 'Cấp số 1 văn bản' }));
    await page.locator('.given').getByText('01/KH-UBND').first().waitFor();
    await page.goto(`${server.url}/van-ban/phuong-phuoc-tan/${docId}`);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      hands.click(page.getByRole('button', { name: /^Tải / })),
    ]);
    expect(new Uint8Array(await readFile(await file.path())).subarray(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
    expect(hands.seconds(), `${hands.clicks} clicks, ${hands.keys} keys`).toBeLessThanOrEqual(300);
    expect([...violations, ...others.violations]).toEqual([]);
    await page.close();
    await others.page.close();
  });
});
