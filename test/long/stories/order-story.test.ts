import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityFindings } from '../../support/browser.ts';
import { apiAs } from '../../web/support/api-as.ts';
import { describeSite } from '../../web/support/describe-site.ts';
import { signInAs } from '../../web/support/sample-site.ts';
import { keepPicture } from '../../web/support/widths.ts';

const PLAN = join(import.meta.dirname, '../../../examples/ke-hoach-phuong-2026.json');
const HOSTILE = '<img src=x onerror=alert(1)> "\'&{{x}}';

describeSite('a clerk between approval and number', (on) => {
  async function asPerson(username: string) {
    const opened = await on.browser.open();
    await signInAs(opened.page, on.site, username);
    return opened;
  }
  async function approve(username: string, path: string) {
    const { page } = await asPerson(username);
    await page.goto(on.site.url + path);
    await page.getByRole('button', { name: 'Duyệt để ký' }).click();
    await page.getByText('Chờ văn thư cấp số.').waitFor();
    await page.close();
  }
  const tick = (page: Page, subject: RegExp) =>
    page.getByRole('checkbox', { name: new RegExp(`^Đã đối chiếu bản giấy: .*${subject.source}`) }).check();

  test('sends back what was approved and not signed on paper, with the reason where its drafter reads it', async () => {
    const path = '/van-ban/dong-nai/mau-cong-van-doc-lap';
    await approve('ky-thanh-pho', path);
    const { page, violations } = await asPerson('van-thu-thanh-pho');
    await page.goto(on.site.url + path);
    await page.getByRole('button', { name: 'Trả lại', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Trả lại người soạn' });
    await dialog.getByLabel('Lý do').fill(HOSTILE);
    expect(await dialog.getByRole('button', { name: 'Trả lại' }).isDisabled()).toBe(true);
    await dialog.getByText('Bản giấy chưa ký').click();
    expect(await accessibilityFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Trả lại' }).click();
    await page.getByText('Bị trả lại').first().waitFor();
    expect(violations).toEqual([]);
    await page.close();
    const drafter = await asPerson('soan-thanh-pho');
    await drafter.page.getByText(HOSTILE).first().waitFor();
    await drafter.page.close();
  });

  test('drags what comes first to the top; numbers are given in that order', async () => {
    await approve('ky-phuong', '/van-ban/phuong-binh-long/mau-mot-cua');
    const { page, violations } = await asPerson('van-thu-phuong');
    await page.goto(`${on.site.url}/cho-cap-so`);
    for (const subject of [/chuyển đổi số/, /bộ phận một cửa/]) await tick(page, subject);
    const lines = page.getByRole('region', { name: 'Thứ tự cấp số' }).getByRole('listitem');
    await lines.nth(1).locator('span').dragTo(lines.nth(0));
    await expect.poll(() => lines.first().innerText()).toContain('bộ phận một cửa');
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByRole('button', { name: /^Cấp số 2 văn bản/ }).click();
    await page.locator('.given tbody tr').nth(1).waitFor();
    // The last given is on top.
    await expect
      .poll(() => page.locator('.given tbody tr').allInnerTexts())
      .toEqual([
        expect.stringMatching(/03\/KH-UBND[\s\S]*chuyển đổi số/),
        expect.stringMatching(/02\/KH-UBND[\s\S]*bộ phận một cửa/),
      ]);
    expect(violations).toEqual([]);
    await page.close();
  });

  test('gives six numbers at once on a screen without scrolling, though trích yếu have 240 letters and go to 30', async () => {
    const [drafter, signer] = [await apiAs(on.site, 'soan-phuong'), await apiAs(on.site, 'ky-phuong')];
    const plan = JSON.parse(await readFile(PLAN, 'utf8'));
    const recipients = Array.from({ length: 30 }, (_, i) => `Ủy ban nhân dân phường số ${i + 1}`);
    for (let count = 1; count <= 7; count += 1) {
      const docId = `ke-hoach-dai-${count}`;
      const subject = `${'Tuyên truyền cải cách hành chính và chuyển đổi số '.repeat(5)}lần thứ ${count}`.slice(-240);
      let { etag } = await drafter('POST', '/documents', { docId, data: { ...plan, subject, recipients } });
      ({ etag } = await drafter('POST', `/documents/${docId}/submit`, {}, { 'if-match': etag }));
      expect((await signer('POST', `/documents/${docId}/approve`, {}, { 'if-match': etag })).status).toBe(200);
    }
    const { page, violations } = await asPerson('van-thu-phuong');
    const height = () => page.evaluate('document.documentElement.scrollHeight');
    await page.goto(`${on.site.url}/cho-cap-so`);
    for (let count = 1; count <= 6; count += 1) await tick(page, new RegExp(`lần thứ ${count}`));
    // The queue is read anew after the numbers: what the clerk ticks meanwhile stays ticked.
    const read = Promise.withResolvers<void>();
    await page.route('**/series?*', (route) => read.promise.then(() => route.continue()));
    await page.getByRole('button', { name: /^Cấp số 6 văn bản/ }).click();
    await page.getByText('Đã cấp số 6 văn bản ở lượt này').waitFor();
    await page.getByRole('button', { name: /lần thứ 7/ }).click();
    await tick(page, /lần thứ 7/);
    read.resolve();
    await page.getByRole('button', { name: /^Cấp số 1 văn bản/ }).waitFor();
    await keepPicture(page, 'sau-so-dai');
    await expect.poll(height).toBeLessThanOrEqual(720);
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(violations).toEqual([]);
    await page.close();
  });

  test('begins a sending with the copies and the way of the office’s groups, and may name their members one by one', async () => {
    const clerk = await apiAs(on.site, 'van-thu-phuong');
    const group = {
      name: 'Các cơ quan chuyên môn phường',
      copies: 3,
      way: 'hand',
      members: ['Phòng Văn hóa - Xã hội', 'Phòng Kinh tế'],
    };
    expect((await clerk('PUT', '/recipient-groups', group, { 'if-none-match': '*' })).status).toBe(200);
    const { page, violations } = await asPerson('van-thu-phuong');
    await page.goto(`${on.site.url}/van-ban/phuong-binh-long/mau-tuyen-truyen-cchc`);
    await page.getByRole('button', { name: 'Gửi đi' }).click();
    const dialog = page.getByRole('dialog', { name: 'Gửi đi' });
    expect(await dialog.getByLabel(`Số bản: ${group.name}`).inputValue()).toBe('3');
    expect(await dialog.getByLabel(`Cách gửi: ${group.name}`).inputValue()).toBe('hand');
    expect(await dialog.getByLabel('Cách gửi: Sở Nội vụ tỉnh Đồng Nai').inputValue()).toBe('system');
    await dialog.getByRole('button', { name: /^Ghi từng nơi \(2\)/ }).click();
    await dialog.getByLabel('Số bản: Phòng Kinh tế').fill('2');
    expect(await accessibilityFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: /^Ghi đã gửi \d+ nơi/ }).click();
    await page.getByText('Đã phát hành').first().waitFor();
    const sent = page.getByRole('table', { name: 'Nơi đã gửi' });
    expect(await sent.getByRole('row', { name: /Phòng Kinh tế/ }).innerText()).toMatch(/trực tiếp/i);
    expect(await sent.getByRole('row', { name: new RegExp(group.name) }).count()).toBe(0);
    const { body } = await clerk('GET', '/documents/mau-tuyen-truyen-cchc/sends');
    expect(body).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ name: 'Phòng Kinh tế', way: 'hand', copies: 2 })]),
    });
    expect(violations).toEqual([]);
    await page.close();
  });
});
