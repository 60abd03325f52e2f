import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { accessibilityFindings } from '../support/browser.ts';
import { smallPdf } from '../support/pdf.ts';
import { type ApiAs, apiAs } from './support/api-as.ts';
import { describeSite } from './support/describe-site.ts';
import { signInAs } from './support/sample-site.ts';
import { expectToFitAll } from './support/widths.ts';

const profiles = z.object({
  items: z.array(z.object({ profile: z.looseObject({}), validFrom: z.string(), rev: z.number() })),
});

describeSite('a clerk', (on) => {
  test('asks that a number be voided; another person consents, and the number is not used again', async () => {
    const clerk = await on.browser.open();
    await signInAs(clerk.page, on.site, 'van-thu-phuong');
    await clerk.page.goto(`${on.site.url}/dang-ky`);
    await clerk.page.getByLabel('Loại văn bản').selectOption({ label: 'Thông báo' });
    await clerk.page.getByLabel('Trích yếu').fill('Cấp nhầm số');
    await clerk.page.getByLabel('Người ký').selectOption({ index: 1 });
    await clerk.page.getByRole('button', { name: 'Đăng ký và cấp số' }).click();
    await clerk.page.getByRole('link', { name: 'Cấp nhầm số' }).click();
    await clerk.page.getByRole('button', { name: 'Xử lý sai sót' }).click();
    await clerk.page.getByLabel('Lý do').fill('Trùng văn bản.');
    await clerk.page.getByRole('dialog').getByRole('button', { name: 'Đề nghị hủy số' }).click();
    await clerk.page.getByText('Chờ một người khác đồng ý.', { exact: false }).waitFor();
    const address = clerk.page.url();
    await clerk.page.close();

    const signer = await on.browser.open();
    await signInAs(signer.page, on.site, 'ky-phuong');
    await signer.page.goto(address);
    await signer.page.getByRole('button', { name: 'Đồng ý hủy số' }).click();
    await signer.page.getByText('Số bị hủy').first().waitFor();
    expect([...clerk.violations, ...signer.violations]).toEqual([]);
    await signer.page.close();
  });

  test('registers a decision that was drafted elsewhere, finds it by its number, sends it, and notes a receipt', async () => {
    const pdf = join(on.dir, 'quyet-dinh.pdf');
    await writeFile(pdf, smallPdf('quyet dinh'));
    const { page, violations } = await on.browser.open();
    await signInAs(page, on.site, 'van-thu-phuong');
    await page.getByRole('navigation').getByRole('link', { name: 'Đăng ký văn bản soạn ngoài' }).click();
    await page.getByRole('button', { name: 'Đăng ký và cấp số' }).click();
    await page.getByText('Ghi trích yếu.', { exact: false }).waitFor();
    await page.getByLabel('Loại văn bản').selectOption({ label: 'Quyết định' });
    await page.getByLabel('Trích yếu').fill('Kiện toàn Ban Chỉ đạo chuyển đổi số');
    await page.getByLabel('Người ký').selectOption({ index: 1 });
    await page.getByLabel('Nơi nhận (mỗi nơi một dòng)').fill('Như Điều 3\nLưu: VT');
    await page.locator('input[type=file]').setInputFiles(pdf);
    await page.getByRole('button', { name: 'Đăng ký và cấp số' }).click();
    await page.getByText(/^02\/QĐ-UBND/).waitFor();
    await page.getByLabel('Tìm văn bản').fill('02 qđ ubnd');
    await page.getByLabel('Tìm văn bản').press('Enter');
    await page.getByRole('link', { name: 'Kiện toàn Ban Chỉ đạo chuyển đổi số' }).click();
    await page.getByText('Tệp kèm theo').first().waitFor();

    await page.getByRole('button', { name: 'Gửi đi' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Nơi khác (mỗi nơi một dòng)').fill('Sở Nội vụ');
    await dialog.getByLabel('Cách gửi: Như Điều 3').selectOption('hand');
    expect(await accessibilityFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Ghi đã gửi 2 nơi' }).click();
    await page.getByText('Đã phát hành').first().waitFor();
    await page.getByRole('button', { name: 'Ghi đã nhận: Sở Nội vụ' }).click();
    await page.getByRole('button', { name: 'Ghi đã nhận: Sở Nội vụ' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Ghi đã nhận: Như Điều 3' }).waitFor();
    expect(violations).toEqual([]);
    expect(on.site.reports).toEqual([]);
  });

  test('links a plan with the one that it replaces, of an office that was taken over: two share its number', async () => {
    // The city plays an office that the ward took over: each names the other.
    const name = async (admin: ApiAs, more: object) => {
      const { items } = profiles.parse((await admin('GET', '/profiles')).body);
      const { profile, validFrom, rev } = items.at(-1)!;
      const put = await admin('PUT', `/profiles/${validFrom}`, { ...profile, ...more }, { 'if-match': `"r${rev}"` });
      expect(put.status).toBe(200);
    };
    await name(await apiAs(on.site, 'kiem-tra-thanh-pho'), { successor: 'phuong-binh-long' });
    await name(await apiAs(on.site, 'quan-tri-phuong'), { predecessors: ['dong-nai'] });
    const city = await apiAs(on.site, 'van-thu-thanh-pho');
    for (const [index, issuedDate] of ['2025-01-20', '2025-01-21'].entries()) {
      const record = { typeCode: 'KeHoach', codeNotation: 'KH-UBND', subject: `Tuyên truyền, lần ${index + 1}` };
      const copy = index === 0 ? {} : { copy: 2 };
      const { status } = await city('POST', '/brought-in', { codeNumber: 77, ...copy, issuedDate, record });
      expect(status).toBe(201);
    }

    const { page, violations } = await on.browser.open();
    await signInAs(page, on.site, 'van-thu-phuong');
    await page.goto(`${on.site.url}/van-ban/phuong-binh-long/mau-tuyen-truyen-cchc`);
    await page.getByRole('button', { name: 'Nối với văn bản của cơ quan trước' }).click();
    const dialog = page.getByRole('dialog', { name: 'Thay thế, sửa đổi văn bản của cơ quan trước' });
    const link = dialog.getByRole('button', { name: 'Nối', exact: true });
    await dialog.getByLabel('Số, ký hiệu của văn bản cũ').fill('78/KH-UBND');
    await dialog.getByRole('button', { name: 'Tìm' }).click();
    await dialog.getByText('Không có văn bản số ấy trong sổ của cơ quan trước.').waitFor();
    await dialog.getByLabel('Số, ký hiệu của văn bản cũ').fill('77');
    await dialog.getByRole('button', { name: 'Tìm' }).click();
    await dialog.getByText(/^77\/KH-UBND ngày 20\/01\/2025, .*lần 1$/).waitFor();
    expect(await link.isDisabled()).toBe(true);
    await dialog.getByText(/^77\/KH-UBND ngày 21\/01\/2025, .*lần 2$/).click();
    expect(await accessibilityFindings(page)).toEqual([]);
    await expectToFitAll(page, 'co-quan-truoc', false);
    await link.click();
    await dialog.waitFor({ state: 'detached' });
    const linked = page.getByRole('link', { name: /77\/KH-UBND ngày 21\/01\/2025/ });
    await linked.click();
    await page.getByRole('heading', { name: /lần 2/ }).waitFor();
    await page
      .getByText(/Được thay thế bởi|Thay thế/)
      .first()
      .waitFor();
    expect(violations).toEqual([]);
    await page.close();
  });
});
