import { expect, test } from 'vitest';
import { accessibilityFindings } from '../../support/browser.ts';
import { describeSite } from '../../web/support/describe-site.ts';
import { signInAs } from '../../web/support/sample-site.ts';

const LAW = 'Căn cứ Luật Phổ biến, giáo dục pháp luật ngày 20/6/2012';
const GROUP = 'Các cơ quan chuyên môn phường';

describeSite('a drafter with the libraries of the office', (on) => {
  test('keeps a căn cứ and a group, is offered both where they are typed, the dead one crossed out', async () => {
    const { page, violations } = await on.browser.open({ width: 1400, height: 900 });
    await signInAs(page, on.site, 'soan-phuong');
    await page.getByRole('link', { name: 'Thư viện' }).click();
    await page.getByRole('button', { name: 'Thêm căn cứ' }).click();
    await page.getByLabel('Cả câu như sẽ in').fill(LAW);
    await page.getByLabel('Hết hiệu lực từ ngày').fill('2020-01-01');
    await page.getByLabel('Thay bằng').fill('Luật mới');
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByText('Hết hiệu lực từ ngày 01/01/2020, thay bằng Luật mới').waitFor();

    await page.getByRole('button', { name: 'Thêm nhóm' }).click();
    await page.getByLabel('Tên như in ở Nơi nhận').fill(GROUP);
    await page.getByLabel('Gồm (mỗi nơi một dòng)').fill('Phòng A\nPhòng B');
    await page.getByLabel('Kế hoạch', { exact: true }).check();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByText('Phòng A; Phòng B').waitFor();

    await page.getByRole('link', { name: 'Soạn văn bản mới' }).click();
    await page.getByRole('button', { name: 'Kế hoạch mới' }).click();
    const recipients = page.getByRole('textbox', { name: /^Nơi nhận/ });
    await expect.poll(() => recipients.inputValue()).toBe(GROUP);
    const pick = page.getByRole('combobox', { name: 'Lấy từ thư viện căn cứ' });
    await pick.fill('pho bien giao duc');
    await page
      .getByRole('option', { name: /Luật mới/ })
      .locator('s')
      .getByText(LAW)
      .waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByRole('textbox', { name: /^Căn cứ/ }).inputValue()).toBe(LAW);
    await page.locator('[data-field="bases"] s').getByText(LAW).waitFor();
    await page
      .locator('p.finding')
      .getByText('Hết hiệu lực từ ngày 01/01/2020, thay bằng Luật mới; hãy thay hoặc bỏ căn cứ này.')
      .waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(violations).toEqual([]);
  });
});
