import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildPage } from '../../local/page/build-page.ts';
import type { RunningServer } from '../../local/server/start-options.ts';
import { startServer } from '../../local/server/start-server.ts';
import { accessibilityFindings, openBrowser, type TestBrowser } from '../support/browser.ts';
import { describeWith } from '../support/ci-tools.ts';

const organsFile = join(import.meta.dirname, '../../examples/organs.json');
const PASSWORD = 'mưa rào tháng sáu';

describeWith('chromium', 'a directory without people', () => {
  let dir: string;
  let server: RunningServer;
  let browser: TestBrowser;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'banhanh-first-'));
    const pageDir = await buildPage(() => undefined);
    const quiet = { report: () => undefined, onRecovery: () => undefined };
    server = await startServer({ dir, port: 0, pageDir, organsFile, ...quiet });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
    await rm(dir, { recursive: true, maxRetries: 5 });
  });

  test('is claimed by the printed code; the second person sets the password they were given, and changes it', async () => {
    const { page, violations } = await browser.open();
    await page.goto(server.url);
    await page.getByLabel('Mã nhận quyền quản trị').fill('AAAA-BBBB-CCCC');
    await page.getByLabel('Cơ quan').selectOption({ label: 'Ủy ban nhân dân phường Bình Long' });
    await page.getByLabel('Họ tên').fill('Trần Thị Quản');
    await page.getByLabel('Mật khẩu mới', { exact: true }).fill(PASSWORD);
    await page.getByLabel('Gõ lại mật khẩu mới').fill(PASSWORD);
    await page.getByRole('button', { name: 'Nhận quyền quản trị' }).click();
    await page.getByRole('alert').getByText('Mã nhận quyền quản trị không đúng').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByLabel('Mã nhận quyền quản trị').fill(server.claimCode ?? '');
    await page.getByRole('button', { name: 'Nhận quyền quản trị' }).click();
    await page.getByRole('link', { name: 'Quản trị' }).click();
    await page.getByText('Chưa có văn thư').waitFor();

    await page.getByRole('button', { name: 'Thêm người' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Họ tên').fill('Lê Thị Cúc');
    await dialog.getByText('Văn thư:', { exact: false }).click();
    await dialog.getByRole('button', { name: 'Thêm người' }).click();
    const given = await page.locator('.one-time').innerText();
    await page.getByRole('button', { name: 'Đã đưa tận tay' }).click();
    await page.getByRole('button', { name: /Đăng xuất/ }).click();

    const signIn = async (password: string) => {
      // The page of before has a field of this name too.
      await page.getByRole('button', { name: 'Đăng nhập' }).waitFor();
      await page.getByLabel('Tên đăng nhập').fill('le-thi-cuc');
      await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
      await page.getByRole('button', { name: 'Đăng nhập' }).click();
    };
    await signIn(given);
    await page.getByRole('heading', { name: 'Đặt mật khẩu của mình' }).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByLabel('Mật khẩu mới', { exact: true }).fill('gió bấc đầu đông');
    await page.getByLabel('Gõ lại mật khẩu mới').fill('gió bấc');
    await page.getByRole('button', { name: 'Đặt mật khẩu và vào' }).click();
    await page.getByText('Hai lần gõ mật khẩu mới khác nhau').waitFor();
    await page.getByLabel('Gõ lại mật khẩu mới').fill('gió bấc đầu đông');
    await page.getByRole('button', { name: 'Đặt mật khẩu và vào' }).click();

    await page.getByRole('link', { name: 'Đổi mật khẩu' }).click();
    await page.getByLabel('Mật khẩu đang dùng').fill('gió bấc đầu đông');
    await page.getByLabel('Mật khẩu mới', { exact: true }).fill('12345678');
    await page.getByLabel('Gõ lại mật khẩu mới').fill('12345678');
    await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Mật khẩu mới', { exact: true }).fill(PASSWORD);
    await page.getByLabel('Gõ lại mật khẩu mới').fill(PASSWORD);
    await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
    await page.getByRole('button', { name: 'Đăng nhập bằng mật khẩu mới' }).click();
    await signIn(PASSWORD);
    await page.getByRole('heading', { level: 1, name: 'Việc của tôi' }).waitFor();
    expect(violations).toEqual([]);
    await page.close();
  });
});
