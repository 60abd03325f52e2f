import { expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { XLSX } from '#base/content-types.ts';
import { accessibilityFindings } from '../support/browser.ts';
import { describeSite } from './support/describe-site.ts';
import { signInAs } from './support/sample-site.ts';

describeSite('a drafter at the editor', (on) => {
  test('writes, is saved, loses nothing while the server is away, and finds all of it again', async () => {
    const { page, violations } = await on.browser.open({ width: 1600, height: 900 });
    await signInAs(page, on.site, 'soan-phuong');
    await page
      .getByRole('navigation')
      .getByRole('link', { name: /Dự thảo/ })
      .click();
    await page.locator('main a[href^="/van-ban/"]').first().click();
    await page.getByRole('button', { name: 'Soạn tiếp' }).click();
    const text = page.getByRole('textbox', { name: 'Nội dung văn bản' });
    await text.locator('.line[data-level="roman"]').first().click();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Noi dung moi');
    await page.locator('.page-preview').getByText('Noi dung moi').waitFor();
    await page.keyboard.press('Control+s');
    await page.getByText(/Đã lưu lúc/).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);

    await page.getByText('Phần đầu và phần cuối').click();
    const dated = page.waitForResponse((answer) => answer.url().endsWith('/deadlines'));
    await page.getByLabel('Hạn trình').fill('2026-12-20');
    expect((await dated).status()).toBe(200);
    const days = (day: string) =>
      page.waitForResponse(
        async (answer) => answer.url().endsWith('/deadlines') && ((await answer.json()).submitBy ?? '') === day,
      );
    for (const [key, day] of [
      ['Control+z', ''],
      ['Control+y', '2026-12-20'],
    ] as const) {
      await Promise.all([days(day), page.getByLabel('Hạn trình').press(key)]);
      expect(await page.getByLabel('Hạn trình').inputValue()).toBe(day);
    }
    const type = page.getByLabel('Loại văn bản');
    await type.selectOption('Công văn');
    await page.getByLabel('Kính gửi', { exact: false }).fill('Sở Nội vụ');
    await page.locator('.page-preview').getByText('Kính gửi').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await page.locator('.page-preview').getByText('KẾ HOẠCH', { exact: true }).first().waitFor();
    expect(await type.inputValue()).toBe('KeHoach');

    await text.getByText('Noi dung moi').click();
    await page.getByRole('button', { name: 'Chèn bảng' }).click();
    await text.locator('td[data-column="c2"]').first().click();
    const rows = [
      [{ value: 'Tap huan' }, { value: 'Van phong' }],
      [{ value: 'Kinh phi' }, { value: 1_234_567, format: '#,##0' }],
    ];
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Nhập từ tệp Excel …' }).click(),
    ]);
    const buffer = Buffer.from(await writeXlsxFile([{ sheet: 'Kinh phí', data: rows }]).toBuffer());
    await chooser.setFiles({ name: 'kinh-phi.xlsx', mimeType: XLSX, buffer });
    await page.locator('.page-preview').getByText('1.234.567').waitFor();
    const kept = page.waitForResponse((answer) => answer.request().method() === 'PUT');
    await page.keyboard.press('Control+s');
    expect((await kept).status()).toBe(200);

    await on.site.restart(async () => {
      await text.getByText('Noi dung moi').click();
      await page.keyboard.press('End');
      await page.keyboard.type(' va them');
      await page.keyboard.press('Control+s');
      await page.getByText('Bản đang gõ được giữ trên máy này.').waitFor();
    });
    await page.keyboard.press('Control+s');
    await page.getByText(/Đã lưu lúc/).waitFor();
    await page.reload();
    await page.locator('.page-preview').getByText('Noi dung moi va them').waitFor();
    await page.getByText('Phần đầu và phần cuối').click();
    expect(await page.getByLabel('Hạn trình').inputValue()).toBe('2026-12-20');
    expect(violations).toEqual([]);
  });
});
