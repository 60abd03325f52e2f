import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFindings, openBrowser, type TestBrowser } from '../support/browser.ts';
import { describeWith } from '../support/ci-tools.ts';
import { PEOPLE } from '../support/desk.ts';
import { openPageInAws, type PageInAws } from './support/page-in-aws.ts';

describeWith('chromium', 'the page in AWS', () => {
  let site: PageInAws;
  let browser: TestBrowser;
  beforeAll(async () => {
    site = await openPageInAws();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  const signIn = { name: 'Đăng nhập' } as const;
  const home = { level: 1, name: 'Việc của tôi' } as const;

  test('lets people in by the provider’s own page, back to where they were, and out of both', async () => {
    site.login.signsIn(PEOPLE.clerk);
    const { page, violations } = await browser.open();
    await page.goto(`${site.url}/tim?q=35`);
    await page.getByRole('button', signIn).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(await page.getByLabel('Mật khẩu').count()).toBe(0);
    await page.getByRole('button', signIn).click();
    await page.getByText('Nguyễn clerk').waitFor();
    expect(page.url()).toBe(`${site.url}/tim?q=35`);

    await page.reload();
    await page.getByText('Nguyễn clerk').waitFor();
    await page.getByRole('button', { name: 'Đổi người / Đăng xuất' }).click();
    // Back from the provider, who has ended the session there.
    await page.waitForURL(`${site.url}/`);
    await page.getByRole('button', signIn).waitFor();
    site.login.signsIn(PEOPLE.drafter);
    await page.getByRole('button', signIn).click();
    await page.getByText('Nguyễn drafter').waitFor();
    await page.getByRole('button', { name: 'Đổi người / Đăng xuất' }).click();
    await page.getByRole('button', signIn).waitFor();
    expect(violations).toEqual([]);
    await page.close();
  });

  test('says why the provider lets nobody in', async () => {
    site.login.signsIn(null);
    const { page } = await browser.open();
    await page.goto(site.url);
    await page.getByRole('button', signIn).click();
    await page.getByText('Chưa đăng nhập được: Tài khoản đã bị khóa.', { exact: false }).waitFor();
    expect(page.url()).toBe(`${site.url}/`);
    await page.close();
  });

  test('takes no code that it did not ask for', async () => {
    const { page } = await browser.open();
    await page.goto(`${site.url}/?code=${site.login.codeOf(PEOPLE.signer, 'v'.repeat(43))}&state=cua-nguoi-khac`);
    await page.getByText('không bắt đầu từ trang này', { exact: false }).waitFor();
    expect(page.url()).toBe(`${site.url}/`);
    await page.close();
  });

  test('keeps what is open when a session ends: signing in again happens in another tab', async () => {
    site.login.signsIn(PEOPLE.clerk);
    const { page } = await browser.open();
    await page.goto(site.url);
    await page.getByRole('button', signIn).click();
    await page.getByRole('heading', home).waitFor();
    await page.getByLabel('Tìm văn bản').fill('đang gõ dở');
    const other = await browser.context.newPage();
    await other.goto(site.url);
    await other.getByRole('heading', home).waitFor();
    await other.evaluate(() => new BroadcastChannel('banhanh-session').postMessage({ kind: 'out' }));
    await page.getByRole('dialog', { name: 'Đăng nhập lại' }).waitFor();

    const opening = browser.context.waitForEvent('page');
    await page.getByRole('dialog').getByRole('button', signIn).click();
    await (await opening).getByRole('heading', home).waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.getByLabel('Tìm văn bản').inputValue()).toBe('đang gõ dở');
  });
});
