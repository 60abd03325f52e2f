import { expect, test } from 'vitest';
import { workbook } from '../exchange/workbook.ts';
import { accessibilityFindings } from '../support/browser.ts';
import { describeSite } from './support/describe-site.ts';
import { signInAs } from './support/sample-site.ts';
import { expectToFitAll, keepPicture } from './support/widths.ts';

describeSite('an admin', (on) => {
  test('adds somebody, who gets a password once; changes their roles, and ends them', async () => {
    const { page, violations } = await on.browser.open();
    await signInAs(page, on.site, 'quan-tri-phuong');
    // Who has no work with documents is greeted by no refusal.
    await page.getByText('Không có việc nào đang chờ.').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.goto(`${on.site.url}/thong-tin-co-quan`);
    await page.getByLabel('Các đơn vị soạn thảo').fill('VHXH: Phòng Văn hóa - Xã hội');
    await page.getByRole('button', { name: 'Lưu Thông tin cơ quan' }).click();
    await page.getByRole('button', { name: 'Lưu Thông tin cơ quan', disabled: true }).waitFor();
    await page.getByRole('navigation').getByRole('link', { name: 'Quản trị' }).click();
    await page.getByRole('button', { name: 'Thêm người' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Họ tên').fill('Đặng Văn Ước');
    await dialog.getByText('Người soạn:', { exact: false }).click();
    expect(await accessibilityFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Thêm người' }).click();
    await page.getByText('chỉ hiện lần này').waitFor();
    expect(await page.locator('.one-time').innerText()).toMatch(/^[A-Z0-9]{4}(-[A-Z0-9]{4})+$/);
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Đã đưa tận tay' }).click();

    const row = page.getByRole('row').filter({ hasText: 'Đặng Văn Ước' });
    await row.getByText('dang-van-uoc').waitFor();
    await row.getByRole('button', { name: 'Sửa' }).click();
    await dialog.getByText('Văn thư:', { exact: false }).click();
    await dialog.getByLabel('Đơn vị').selectOption('VHXH');
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await row.getByText('Người soạn, Văn thư (VHXH)').waitFor();

    // Her colleague drafts with her, then hands the draft over: from then on it is of her unit.
    const colleague = await on.browser.open();
    await signInAs(colleague.page, on.site, 'soan-phuong');
    await colleague.page.goto(`${on.site.url}/van-ban/phuong-binh-long/mau-ve-sinh-moi-truong`);
    await colleague.page.getByRole('button', { name: 'Người cùng soạn' }).click();
    await colleague.page.getByRole('dialog').getByText('Đặng Văn Ước').click();
    expect(await accessibilityFindings(colleague.page)).toEqual([]);
    await colleague.page.getByRole('dialog').getByRole('button', { name: 'Ghi', exact: true }).click();
    await colleague.page.getByRole('dialog').waitFor({ state: 'hidden' });
    await colleague.page.getByRole('button', { name: 'Bàn giao' }).click();
    await colleague.page.getByLabel('Người nhận').selectOption({ label: 'Đặng Văn Ước' });
    expect(await accessibilityFindings(colleague.page)).toEqual([]);
    await colleague.page.getByRole('dialog').getByRole('button', { name: 'Bàn giao' }).click();
    await colleague.page.getByRole('heading', { level: 1, name: 'Việc của tôi' }).waitFor();
    await colleague.page.getByRole('navigation').getByRole('link', { name: 'Dự thảo', exact: false }).first().click();
    await colleague.page.getByRole('heading', { level: 1, name: 'Dự thảo' }).waitFor();
    expect(colleague.violations).toEqual([]);
    await colleague.page.close();
    await signInAs(page, on.site, 'quan-tri-phuong');
    await page.getByRole('navigation').getByRole('link', { name: 'Quản trị' }).click();
    await row.getByRole('button', { name: 'Sửa' }).click();
    await dialog.getByText('Còn làm việc', { exact: false }).click();
    await dialog.getByText('trang hỏi bàn giao', { exact: false }).waitFor();
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    // What they leave is listed, by its type alone, and goes to a colleague; what fails is named, and tried again.
    const leaving = page.getByRole('dialog').filter({ hasText: 'Bàn giao việc của Đặng Văn Ước' });
    await leaving.getByText(/^Kế hoạch, bản thảo, đơn vị VHXH, từ /).waitFor();
    const hand = leaving.getByRole('button', { name: /^Bàn giao \(\d+\)$/ });
    expect(await hand.isDisabled()).toBe(true);
    await leaving.getByLabel('Bản thảo giao cho').selectOption({ label: 'Trần Thị Bình' });
    expect(await accessibilityFindings(page)).toEqual([]);
    await expectToFitAll(page, 'ban-giao-viec', false);
    await page.route('**/hand-over', (route) => route.abort(), { times: 1 });
    await hand.click();
    await leaving.getByText('1 văn bản chưa bàn giao được:').waitFor();
    await hand.click();
    await leaving.getByText('Đã bàn giao 1 văn bản.').waitFor();
    await leaving.getByText('Đặng Văn Ước không còn giữ bản thảo hay bước kiểm tra nào.').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await keepPicture(page, 'ban-giao-xong');
    await leaving.getByRole('button', { name: 'Xong' }).click();
    await row.getByText('Đã thôi từ').waitFor();
    await row.getByRole('button', { name: 'Bàn giao việc' }).click();
    await leaving.getByText('không còn giữ', { exact: false }).waitFor();
    await leaving.getByRole('button', { name: 'Xong' }).click();
    await row.getByText('Các lần thay đổi').click();
    await row.getByText('Hoàng Thị Em: thôi làm việc').waitFor();
    expect(violations).toEqual([]);
    await page.close();
  });

  test('sets how the office works; nobody else has the view', async () => {
    const { page, violations } = await on.browser.open();
    await signInAs(page, on.site, 'quan-tri-phuong');
    await page.goto(`${on.site.url}/quan-tri`);
    await page.getByText('Người ký được duyệt cả văn bản do chính mình soạn').click();
    await page.getByRole('button', { name: 'Lưu cách làm việc' }).click();
    await page.getByText('bởi Hoàng Thị Em').waitFor();
    await page.reload();
    await page.getByText('bởi Hoàng Thị Em').waitFor();
    await expect.poll(() => page.getByRole('checkbox', { name: /chính mình soạn/ }).isChecked()).toBe(true);
    expect(violations).toEqual([]);

    await signInAs(page, on.site, 'soan-phuong');
    expect(await page.getByRole('navigation').getByRole('link', { name: 'Quản trị' }).count()).toBe(0);
    await page.goto(`${on.site.url}/quan-tri`);
    await page.getByText('không có quyền', { exact: false }).first().waitFor();
    await page.close();
  });

  test('takes the holidays of a year from an .xlsx, is told at its row what is wrong, and sees how the server stands', async () => {
    const { page, violations } = await on.browser.open();
    await signInAs(page, on.site, 'quan-tri-phuong');
    await page.goto(`${on.site.url}/quan-tri`);
    await page.getByText('Máy chủ chưa sao lưu hằng đêm').waitFor();
    const year = new Date().getFullYear();
    const take = async (...rows: readonly string[][]) => {
      const buffer = Buffer.from(await workbook([['Ngày', 'Loại'], ...rows]));
      const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
      await page.getByLabel(/Bảng Excel của năm/).setInputFiles({ name: 'nghi.xlsx', mimeType, buffer });
    };
    await take([`02/09/${year}`, 'nghỉ'], ['32/09/2026', 'nghỉ']);
    await page.getByRole('alert').first().waitFor();
    await take([`02/09/${year}`, 'nghỉ'], [`01/01/${year}`, 'nghỉ']);
    await page.getByText(`Nghỉ 2 ngày: 01/01/${year}, 02/09/${year}.`).waitFor();
    await take([`02/09/${year}`, 'nghỉ']);
    await page.getByText(`Nghỉ 1 ngày: 02/09/${year}.`).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(violations).toEqual([]);
    await page.close();
  });

  test('writes the office’s information from a day on, sees it as printed, and is told at the field what is wrong', async () => {
    const { page, violations } = await on.browser.open({ width: 1920, height: 1080 });
    await signInAs(page, on.site, 'quan-tri-phuong');
    await page.getByRole('navigation').getByRole('link', { name: 'Thông tin cơ quan' }).click();
    await page.getByLabel('Tên cơ quan ở đầu văn bản').fill('Ủy ban nhân dân\nphường Bình Long Mới');
    await page.locator('.page-preview').getByText('PHƯỜNG BÌNH LONG MỚI').waitFor();
    await page.getByRole('button', { name: 'Thêm người ký' }).click();
    await page.getByLabel('Họ tên người ký 2').fill('Phạm Thị Lan');
    await page.getByLabel('Địa danh').fill('');
    await page.getByLabel('Có hiệu lực từ ngày').fill('2027-01-01');
    await page.getByText('Thông tin mới từ 01/01/2027', { exact: false }).waitFor();
    const changes = page.getByRole('table', { name: 'Sẽ đổi, in ở văn bản đề ngày từ 01/01/2027' });
    await expect
      .poll(() => changes.locator('td[data-label="Mục"]').allInnerTexts())
      .toEqual(['Tên cơ quan ở đầu văn bản', 'Địa danh', 'Người ký']);
    await page.getByRole('button', { name: 'Lưu Thông tin cơ quan' }).click();
    await page.locator('.field', { hasText: 'Địa danh' }).locator('.reason').waitFor();
    await expect.poll(() => page.getByLabel('Địa danh').getAttribute('aria-invalid')).toBe('true');
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByLabel('Địa danh').fill('Bình Long');
    await page.getByRole('button', { name: 'Lưu Thông tin cơ quan' }).click();
    await expect.poll(() => page.getByLabel('Đang xem').inputValue()).toBe('2027-01-01');
    await expect.poll(() => page.getByLabel('Họ tên người ký 2').inputValue()).toBe('Phạm Thị Lan');
    expect(violations).toEqual([]);

    await signInAs(page, on.site, 'soan-phuong');
    await page.goto(`${on.site.url}/thong-tin-co-quan`);
    await page.getByText('Người quản trị sửa thông tin này.').waitFor();
    await page.close();
  });
});
