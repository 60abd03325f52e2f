import { expect, test } from 'vitest';
import { accessibilityFindings } from '../../support/browser.ts';
import { describeSite } from '../../web/support/describe-site.ts';
import { signInAs } from '../../web/support/sample-site.ts';

describeSite('somebody without a mouse', (on) => {
  test('finds every key under ?, goes through a list by arrows, and may switch single letters off', async () => {
    const { page, violations } = await on.browser.open();
    await signInAs(page, on.site, 'soan-phuong');
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'Phím tắt' });
    for (const title of ['Một phím, khi không gõ chữ', 'Trong danh sách', 'Soạn văn bản', 'Trong bảng'])
      await help.getByRole('heading', { name: title }).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'hidden' });

    await page.keyboard.press('n');
    await page.getByRole('heading', { level: 1, name: 'Soạn văn bản mới' }).waitFor();
    await page.keyboard.press('s');
    await page.getByRole('heading', { level: 1, name: 'Sổ văn bản đi' }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('kh ubnd');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Tra cứu' }).waitFor();

    await page.goto(`${on.site.url}/du-thao`);
    const links = page.locator('table.list .subject a');
    await links.nth(1).waitFor();
    await links.first().focus();
    await page.keyboard.press('ArrowDown');
    const second = await links.nth(1).innerText();
    expect(await page.evaluate('document.activeElement.innerText')).toBe(second);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: second }).waitFor();

    await page.keyboard.press('?');
    await help.getByText('Dùng phím tắt một chữ').click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('s');
    await page.reload();
    await page.getByRole('heading', { level: 1, name: second }).waitFor();
    await page.keyboard.press('s');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(second);
    expect(violations).toEqual([]);
    await page.close();
  });

  test('opens the help of a field by F1 and by its button, with the clause', async () => {
    const { page, violations } = await on.browser.open({ width: 1500, height: 900 });
    await signInAs(page, on.site, 'soan-phuong');
    await page.goto(`${on.site.url}/soan-moi`);
    await page.getByRole('button', { name: 'Kế hoạch mới' }).click();
    await page.getByLabel('Trích yếu').first().focus();
    const clause = page.getByText('Nghị định 30/2020/NĐ-CP, PL I, Mục II.5.a.');
    expect(await clause.isVisible()).toBe(false);
    await page.keyboard.press('F1');
    await clause.waitFor();
    await page.locator('.with-help').filter({ hasText: 'Nơi nhận' }).locator('summary').click();
    await page.getByText('PL I, Mục II.9.').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(violations).toEqual([]);
    await page.close();
  });
});
