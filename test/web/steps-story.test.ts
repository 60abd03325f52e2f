import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityFindings } from '../support/browser.ts';
import { describeSite } from './support/describe-site.ts';
import { signInAs } from './support/sample-site.ts';

const PHONE = { width: 360, height: 740 };
const LETTER = /rà soát thể thức/;
const HOSTILE = '<img src=x onerror=alert(1)> "\'&{{x}}';

describeSite('steps before the signature', (on) => {
  async function asPerson(username: string, size?: { readonly width: number; readonly height: number }) {
    const opened = await on.browser.open(size);
    await signInAs(opened.page, on.site, username);
    return opened;
  }

  test('are passed by their checker, sent one step back by the signer, passed again, and the text is approved', async () => {
    const checks = async (whenOpen: (page: Page) => Promise<unknown>) => {
      const { page, violations } = await asPerson('kiem-tra-thanh-pho');
      await page.getByRole('heading', { name: /Chờ kiểm tra/ }).waitFor();
      await page
        .getByRole('navigation')
        .getByRole('link', { name: /Chờ kiểm tra/ })
        .click();
      await page.getByRole('link', { name: LETTER }).click();
      await whenOpen(page);
      await page.getByRole('button', { name: 'Đồng ý, chuyển tiếp' }).click();
      await page.getByText('Chờ người ký Nguyễn Thị Hoàng duyệt.').waitFor();
      const steps = page.getByRole('list', { name: 'Các bước trước khi ký' });
      await steps.getByText(/Vũ Thị Hạnh · đã xem lúc/).waitFor();
      expect(violations).toEqual([]);
      await page.close();
    };
    const early = await asPerson('ky-thanh-pho', PHONE);
    await early.page.goto(`${on.site.url}/van-ban/dong-nai/mau-cong-van-the-thuc`);
    await early.page.getByText('Kiểm tra thể thức: chờ Vũ Thị Hạnh.').waitFor();
    expect(await early.page.getByRole('button', { name: 'Duyệt để ký' }).count()).toBe(0);
    await early.page.close();

    await checks(async (page) => {
      await page.getByRole('button', { name: 'Đọc' }).click();
      await page
        .getByRole('article', { name: 'Nội dung văn bản' })
        .getByRole('button', { name: /^Nhận xét 1\./ })
        .first()
        .click();
      await page.getByLabel(/^Nhận xét tại: Khoản 1/).fill(HOSTILE);
      expect(await accessibilityFindings(page)).toEqual([]);
      await page.getByRole('button', { name: 'Ghi nhận xét' }).click();
      await page.getByRole('region', { name: 'Nhận xét' }).getByText(HOSTILE).waitFor();
      const slip = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Phiếu trình (.docx)' }).click();
      expect((await slip).suggestedFilename()).toMatch(/\.docx$/);
    });
    const { page, violations } = await asPerson('ky-thanh-pho', PHONE);
    await page.getByRole('link', { name: LETTER }).click();
    await page.getByRole('button', { name: 'Trả lại bước trước' }).click();
    await page.getByLabel('Lý do').fill('Nơi nhận chưa viết hoa đúng.');
    await page.getByRole('dialog').getByRole('button', { name: 'Trả lại' }).click();
    await page.getByText('Kiểm tra thể thức: chờ Vũ Thị Hạnh.').waitFor();
    expect(violations).toEqual([]);
    await page.close();

    await checks((again) => again.getByText('lý do: Nơi nhận chưa viết hoa đúng.').waitFor());
    const last = await asPerson('ky-thanh-pho', PHONE);
    await last.page.getByRole('link', { name: LETTER }).click();
    await last.page.getByRole('button', { name: 'Duyệt để ký' }).click();
    await last.page.getByText('Chờ văn thư cấp số.').waitFor();
    await last.page.close();
  });

  test('are set by an admin, with the head of a unit and who stands in; what is missing is said at once', async () => {
    const { page, violations } = await asPerson('kiem-tra-thanh-pho');
    await page.goto(`${on.site.url}/quan-tri`);
    await page.getByRole('group', { name: 'Công văn' }).waitFor();
    await page.getByRole('button', { name: 'Thêm nhóm bước' }).click();
    const others = page.getByRole('group', { name: 'Mọi loại khác' });
    await others.getByRole('combobox', { name: 'Bước 1', exact: true }).selectOption('Kiểm tra nội dung');
    await others.getByRole('combobox', { name: 'Ai làm bước 1', exact: true }).selectOption('Trưởng đơn vị soạn');
    await page.getByRole('button', { name: 'Lưu cách làm việc' }).click();
    await page.getByText('Có bước do trưởng đơn vị làm: ghi trưởng các đơn vị.').waitFor();
    await page.getByRole('button', { name: 'Thêm đơn vị' }).click();
    await page.getByRole('combobox', { name: 'Đơn vị 1', exact: true }).selectOption({ index: 1 });
    await page.getByRole('combobox', { name: 'Trưởng đơn vị 1', exact: true }).selectOption('Vũ Thị Hạnh');
    await page.getByRole('button', { name: 'Thêm lần vắng' }).click();
    await page.getByRole('combobox', { name: 'Người vắng 1' }).selectOption('Vũ Thị Hạnh');
    await page.getByLabel('Từ ngày').fill('2026-03-16');
    await page.getByLabel('Đến hết ngày').fill('2026-03-20');
    await page.getByRole('combobox', { name: 'Người làm thay 1' }).selectOption('Nguyễn Thị Hoàng');
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Lưu cách làm việc' }).click();
    await page.getByText('bởi Vũ Thị Hạnh').waitFor();
    await page.reload();
    await page.getByRole('group', { name: 'Mọi loại khác' }).waitFor();
    const head = page.getByRole('combobox', { name: 'Trưởng đơn vị 1', exact: true });
    await expect.poll(() => head.inputValue()).toBe('kiem-tra-thanh-pho');
    await expect.poll(() => page.getByLabel('Đến hết ngày').inputValue()).toBe('2026-03-20');
    expect(violations).toEqual([]);
    await page.close();
  });
});
