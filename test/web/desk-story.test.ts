import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { accessibilityFindings } from '../support/browser.ts';
import { describeSite } from './support/describe-site.ts';
import { signInAs } from './support/sample-site.ts';

const tokenAnswer = z.object({ access_token: z.string() });
const membersAnswer = z.object({
  items: z.array(
    z.object({
      staffId: z.string(),
      rev: z.number(),
      username: z.string(),
      name: z.string(),
      roles: z.array(z.string()),
    }),
  ),
});
const PHONE = { width: 360, height: 740 };

describeSite('an office at its desks', (on) => {
  async function asPerson(username: string, size?: { readonly width: number; readonly height: number }): Promise<Page> {
    const { page } = await on.browser.open(size);
    await signInAs(page, on.site, username);
    return page;
  }
  const openList = async (page: Page, name: RegExp) => {
    await page.getByRole('navigation').getByRole('link', { name }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
  };

  test('checker, signer on the phone and clerk take three letters to their sending', async () => {
    const drafter = await asPerson('soan-thanh-pho');
    for (const subject of ['Báo cáo thứ nhất', 'Báo cáo thứ hai']) {
      await drafter.goto(`${on.site.url}/van-ban/dong-nai/mau-cong-van-the-thuc`);
      await drafter.getByRole('button', { name: 'Soạn từ văn bản này' }).click();
      await drafter.locator('details.walk').waitFor();
      await drafter.getByText('Phần đầu và phần cuối').click();
      await drafter.getByLabel('Trích yếu').first().fill(subject);
      await drafter.getByRole('button', { name: 'Xong, xem để trình' }).click();
      await drafter.getByRole('heading', { level: 1, name: subject }).waitFor();
      await drafter.getByRole('button', { name: 'Trình', exact: true }).click();
      await drafter.getByRole('button', { name: 'Vẫn trình' }).click();
      await drafter.getByText('Kiểm tra thể thức: chờ Vũ Thị Hạnh.').waitFor();
    }
    await drafter.close();

    const checker = await asPerson('kiem-tra-thanh-pho');
    for (let left = 3; left > 0; left -= 1) {
      await openList(checker, /Chờ kiểm tra/);
      await checker.locator('table.list a').first().click();
      await checker.getByRole('button', { name: 'Đồng ý, chuyển tiếp' }).click();
      await checker.getByText('Chờ người ký Nguyễn Thị Hoàng duyệt.').waitFor();
    }
    await checker.close();

    const signer = await asPerson('ky-thanh-pho', PHONE);
    for (const subject of ['Báo cáo thứ nhất', 'Báo cáo thứ hai', 'rà soát thể thức']) {
      await signer.goto(`${on.site.url}/cho-ky`);
      await signer.getByRole('link', { name: subject }).click();
      await signer.getByRole('button', { name: 'Duyệt để ký' }).click();
      await signer.getByText('Chờ văn thư cấp số.').waitFor();
    }
    await signer.close();

    const clerk = await asPerson('van-thu-thanh-pho');
    await openList(clerk, /Chờ cấp số/);
    const boxes = clerk.getByRole('checkbox', { name: /^Đã đối chiếu bản giấy:/ });
    await boxes.nth(2).waitFor();
    for (const box of await boxes.all()) await box.check();
    await clerk.getByRole('button', { name: /^Cấp số 3 văn bản/ }).click();
    await clerk.locator('.given tbody tr').nth(2).waitFor();
    for (let sent = 0; sent < 3; sent += 1) {
      await openList(clerk, /Chờ gửi/);
      await clerk
        .locator('table.list a')
        .filter({ hasText: /Báo cáo|rà soát/ })
        .first()
        .click();
      await clerk.getByRole('button', { name: 'Gửi đi' }).click();
      await clerk
        .getByRole('dialog')
        .getByRole('button', { name: /Ghi đã gửi/ })
        .click();
      await clerk.getByText('Đã phát hành').first().waitFor();
    }
    await clerk.close();
  });

  test('the finder narrows by signer and days, and a year that is over is closed after what it lacks', async () => {
    const page = await asPerson('van-thu-thanh-pho');
    await openList(page, /Tra cứu/);
    await page.getByLabel('Người ký').fill('tan duc');
    await page.getByRole('row', { name: /35\/KH-UBND/ }).waitFor();
    await page.getByLabel('Từ ngày').fill('2025-02-01');
    await page.getByText('Không tìm thấy văn bản nào.').waitFor();
    // What narrows it stands in the address: a new load and the way back keep it.
    await page.reload();
    await expect.poll(() => page.getByLabel('Người ký').inputValue()).toBe('tan duc');
    await page.getByText('Không tìm thấy văn bản nào.').waitFor();
    await page.getByLabel('Từ ngày').fill('');
    await page
      .getByRole('row', { name: /35\/KH-UBND/ })
      .getByRole('link')
      .click();
    await page.getByRole('heading', { name: 'Lịch sử' }).waitFor();
    await page.goBack();
    await expect.poll(() => page.getByLabel('Người ký').inputValue()).toBe('tan duc');
    await page.getByRole('row', { name: /35\/KH-UBND/ }).waitFor();
    await openList(page, /Sổ văn bản đi/);
    await page.getByLabel('Năm').selectOption('2025');
    const printed = page.getByRole('table', { name: 'Sổ Kế hoạch năm 2025' });
    await printed.getByRole('row', { name: /35\/KH-UBND.*Kế hoạch/ }).waitFor();
    await page.getByLabel('Sổ', { exact: true }).selectOption({ label: 'Công văn' });
    await page.getByText('Chưa có văn bản nào trong khoảng này.').waitFor();
    await page.getByRole('button', { name: 'Khóa sổ … Kế hoạch năm 2025' }).click();
    await page.getByRole('button', { name: 'Khóa sổ Kế hoạch năm 2025' }).click();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Khóa sổ', exact: true }).click();
    await page.getByText('đã khóa').waitFor();
    await page.close();
  });

  test('another person takes the machine by one press and a password', async () => {
    const page = await asPerson('soan-phuong');
    await page.getByRole('button', { name: 'Đổi người / Đăng xuất' }).click();
    await page.getByRole('button', { name: 'soan-phuong' }).click();
    await page.locator('input[type=password]:focus').waitFor();
    await page.keyboard.type(on.site.person('soan-phuong').password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Việc của tôi' }).waitFor();
    await page.close();
  });

  test('what a clerk typed stays when the server dies and when their right is taken away and given back', async () => {
    const admin = async (active: boolean) => {
      const { password } = on.site.person('quan-tri-phuong');
      const send = (path: string, method: string, headers: object, body?: object) =>
        fetch(on.site.url + path, {
          method,
          headers: { 'content-type': 'application/json', ...headers },
          ...(body && { body: JSON.stringify(body) }),
        });
      const { access_token: token } = tokenAnswer.parse(
        await (await send('/auth/token', 'POST', {}, { username: 'quan-tri-phuong', password })).json(),
      );
      const headers = { authorization: `Bearer ${token}` };
      const { items } = membersAnswer.parse(await (await send('/members', 'GET', headers)).json());
      const { rev, username, name, roles } = items.find(({ staffId }) => staffId === 'van-thu-phuong')!;
      const put = { ...headers, 'if-match': `"r${rev}"` };
      const answered = await send('/members/van-thu-phuong', 'PUT', put, { username, name, roles, active });
      expect(answered.status).toBe(200);
      const reset = await send('/members/van-thu-phuong/password-reset', 'POST', headers);
      return active ? z.object({ oneTimePassword: z.string() }).parse(await reset.json()).oneTimePassword : '';
    };
    const page = await asPerson('van-thu-phuong');
    await page.goto(`${on.site.url}/dang-ky`);
    await page.getByLabel('Loại văn bản').selectOption({ label: 'Quyết định' });
    await page.getByLabel('Trích yếu').fill('Điều động viên chức');
    await page.getByLabel('Người ký').selectOption({ index: 1 });
    const press = () => page.getByRole('button', { name: 'Đăng ký và cấp số' }).click();
    await on.site.restart(async () => {
      await press();
      await page.getByText('Không kết nối được máy chủ').waitFor();
    });
    expect(await page.getByLabel('Trích yếu').inputValue()).toBe('Điều động viên chức');
    await admin(false);
    await press();
    await page.getByRole('dialog', { name: 'Đăng nhập lại' }).waitFor();
    // Who comes back gets a password that only sets another.
    const oneTime = await admin(true);
    const again = page.getByRole('dialog', { name: 'Đăng nhập lại' });
    await again.getByLabel('Tên đăng nhập').fill('van-thu-phuong');
    await again.getByLabel('Mật khẩu', { exact: true }).fill(oneTime);
    await again.getByRole('button', { name: 'Đăng nhập' }).click();
    await again.getByLabel('Mật khẩu mới', { exact: true }).fill('bình-long-sáng-nay');
    await again.getByLabel('Gõ lại mật khẩu mới').fill('bình-long-sáng-nay');
    await again.getByRole('button').last().click();
    await again.waitFor({ state: 'detached' });
    expect(await page.getByLabel('Trích yếu').inputValue()).toBe('Điều động viên chức');
    await press();
    await page.getByText(/^01\/QĐ-UBND/).waitFor();
    await page.close();
  });
});
