import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { describeSite } from '../web/support/describe-site.ts';
import { createHands } from '../web/support/hands.ts';
import { signInAs } from '../web/support/sample-site.ts';

/** Drafted elsewhere: three decisions, three reports, two notices. */
const ELSEWHERE = [
  ['Quyết định', 'Kiện toàn Ban Chỉ đạo'],
  ['Quyết định', 'Khen thưởng tháng ba'],
  ['Quyết định', 'Cử công chức đi học'],
  ['Báo cáo', 'Tình hình tháng ba'],
  ['Báo cáo', 'Kết quả tiếp công dân'],
  ['Báo cáo', 'Thu ngân sách quý một'],
  ['Thông báo', 'Lịch tiếp công dân'],
  ['Thông báo', 'Cấp nhầm số'],
] as const;
const OF_OURS = ['Phòng cháy', 'Trồng cây', 'Tiêm phòng', 'Diễn tập', 'Tuyển quân'];
/** Bounds of a day, with a tenth to spare over what was counted. */
const MAX_CLICKS = 200;
const MAX_MINUTES = 16;

describeSite('a commune’s day on the page', (on) => {
  test('14 documents go out: registered, drafted, one returned, one voided, the rest sent, the book printed; clicks and keys counted', async () => {
    const { page, violations } = await on.browser.open();
    page.setDefaultTimeout(60_000);
    const hands = createHands();
    const menu = (name: string | RegExp) => page.getByRole('navigation').getByRole('link', { name });
    const dialog = page.getByRole('dialog');

    await signInAs(page, on.site, 'van-thu-phuong');
    for (const [type, subject] of ELSEWHERE) {
      await hands.click(menu('Đăng ký văn bản soạn ngoài'));
      await hands.choose(page.getByLabel('Loại văn bản'), { label: type });
      await hands.fill(page.getByLabel('Trích yếu'), subject);
      await hands.choose(page.getByLabel('Người ký'), { index: 1 });
      await hands.fill(page.getByLabel('Nơi nhận (mỗi nơi một dòng)'), 'Đảng ủy phường\nLưu: VT');
      await hands.click(page.getByRole('button', { name: 'Đăng ký và cấp số' }));
      await page.getByRole('link', { name: subject }).waitFor();
    }

    await signInAs(page, on.site, 'soan-phuong');
    for (const subject of OF_OURS) {
      await page.goto(`${on.site.url}/van-ban/phuong-binh-long/mau-tuyen-truyen-cchc`);
      await hands.click(page.getByRole('button', { name: 'Soạn từ văn bản này' }));
      await page.locator('details.walk').waitFor();
      await hands.click(page.getByText('Phần đầu và phần cuối'));
      await hands.fill(page.getByLabel('Trích yếu').first(), subject);
      await hands.click(page.getByRole('button', { name: 'Xong, xem để trình' }));
      await page.getByRole('heading', { level: 1, name: subject }).waitFor();
      await hands.click(page.getByRole('button', { name: 'Trình', exact: true }));
      await hands.click(page.getByRole('button', { name: 'Vẫn trình' }));
      await page.getByText('Chờ người ký').first().waitFor();
    }

    await signInAs(page, on.site, 'ky-phuong');
    const approve = async (subject: string | RegExp) => {
      await hands.click(menu(/Chờ ký/));
      await hands.click(page.getByRole('link', { name: subject }));
      await hands.click(page.getByRole('button', { name: 'Duyệt để ký' }));
      await page.getByText('Chờ văn thư cấp số.').waitFor();
    };
    await hands.click(menu(/Chờ ký/));
    await hands.click(page.getByRole('link', { name: 'Phòng cháy' }));
    await hands.click(page.getByRole('button', { name: 'Trả lại', exact: true }));
    await hands.fill(dialog.getByRole('textbox').first(), 'Ghi rõ kinh phí.');
    await hands.click(dialog.getByRole('button', { name: /Trả lại/ }));
    await page.getByText('Bị trả lại').first().waitFor();
    for (const subject of [...OF_OURS.slice(1), /bộ phận một cửa/]) await approve(subject);

    await signInAs(page, on.site, 'soan-phuong');
    await hands.click(page.getByRole('link', { name: 'Phòng cháy' }).first());
    await hands.click(page.getByRole('button', { name: 'Trình', exact: true }));
    await hands.click(page.getByRole('button', { name: 'Vẫn trình' }));
    await page.getByText('Chờ người ký').first().waitFor();
    await signInAs(page, on.site, 'ky-phuong');
    await approve('Phòng cháy');

    await signInAs(page, on.site, 'van-thu-phuong');
    await hands.click(menu(/Chờ cấp số/));
    const compared = page.getByRole('checkbox', { name: /^Đã đối chiếu bản giấy:/ });
    await compared.first().waitFor();
    for (const box of await compared.all()) await hands.click(box);
    await hands.click(page.getByRole('button', { name: /^Cấp số 7 văn bản/ }));
    await page.locator('.given tbody tr').nth(6).waitFor({ state: 'attached' });

    await voidOne(page);
    await hands.click(menu(/Chờ gửi/));
    await page.locator('table.list a').first().waitFor();
    for (let left = await page.locator('table.list a').count(); left > 0; left -= 1) {
      await hands.click(menu(/Chờ gửi/));
      await hands.click(page.locator('table.list a').first());
      await hands.click(page.getByRole('button', { name: 'Gửi đi' }));
      await hands.click(dialog.getByRole('button', { name: /Ghi đã gửi/ }));
      await page.getByText('Đã phát hành').first().waitFor();
    }
    await hands.click(menu('Sổ văn bản đi'));
    const [book] = await Promise.all([
      page.waitForEvent('download'),
      hands.click(page.getByRole('button', { name: 'In sổ (.docx)' })),
    ]);
    expect((await readFile(await book.path())).subarray(0, 2).toString()).toBe('PK');
    const { clicks, keys, seconds } = hands.effort();
    console.log(`commune’s day: ${clicks} clicks, ${keys} keys, ${Math.round(seconds)} s by the model`);
    expect(clicks, `${keys} keys`).toBeLessThanOrEqual(MAX_CLICKS);
    expect(seconds, `${clicks} clicks, ${keys} keys`).toBeLessThanOrEqual(MAX_MINUTES * 60);
    expect(violations).toEqual([]);
    await page.close();

    /** Asks that a number be voided; the signer consents. */
    async function voidOne(at: Page): Promise<void> {
      await hands.click(menu(/Chờ gửi/));
      await hands.click(at.getByRole('link', { name: 'Cấp nhầm số' }));
      await hands.click(at.getByRole('button', { name: 'Xử lý sai sót' }));
      await hands.fill(at.getByLabel('Lý do'), 'Trùng văn bản.');
      await hands.click(dialog.getByRole('button', { name: 'Đề nghị hủy số' }));
      await at.getByText('Chờ một người khác đồng ý.', { exact: false }).waitFor();
      const address = at.url();
      await signInAs(at, on.site, 'ky-phuong');
      await at.goto(address);
      await hands.click(at.getByRole('button', { name: 'Đồng ý hủy số' }));
      await at.getByText('Số bị hủy').first().waitFor();
      await signInAs(at, on.site, 'van-thu-phuong');
    }
  });
});
