import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { examples } from '../../document/scene.ts';
import { apiAs } from '../../web/support/api-as.ts';
import { describeSite } from '../../web/support/describe-site.ts';
import { signInAs } from '../../web/support/sample-site.ts';

const HOSTILE = '<img src=x onerror=alert(1)><script>alert(2)</script> "\'&{{x}} javascript:alert(3)';
const WARD = 'phuong-binh-long';
/** Fields of text: what is chosen, counted or dated takes none. */
const TEXT_FIELDS = 'main :is(input:not([type]), input[type=text], input[type=search], textarea), header input';

/** Every view where something is typed, and who types there. */
const FORMS: Readonly<Record<string, readonly string[]>> = {
  'soan-phuong': ['/soan/mau-ve-sinh-moi-truong', `/van-ban/${WARD}/mau-ve-sinh-moi-truong`, '/thu-vien', '/tra-cuu'],
  'van-thu-phuong': ['/dang-ky', '/cho-cap-so', '/so-van-ban-di', '/nhap-so-cu', '/mat-khau'],
  'quan-tri-phuong': ['/quan-tri', '/thong-tin-co-quan'],
  'van-thu-thanh-pho': ['/giao-ke-hoach'],
};

describeSite('text that is made to run', (on) => {
  async function asPerson(username: string) {
    const { page, violations } = await on.browser.open();
    page.on('dialog', (dialog) => {
      if (dialog.type() === 'alert') violations.push(dialog.message());
      void dialog.accept();
    });
    await signInAs(page, on.site, username);
    return { page, violations };
  }
  /** Nothing that was typed is an element. */
  const isText = async (page: Page, where: string) =>
    expect(await page.locator('img[src="x"], script:not([src])').count(), where).toBe(0);

  test.each(Object.entries(FORMS))('is text in every field that %s types in', async (who, paths) => {
    const { page, violations } = await asPerson(who);
    for (const path of paths) {
      await page.goto(on.site.url + path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      const fields = await page.locator(TEXT_FIELDS).filter({ visible: true }).all();
      expect(fields.length, path).toBeGreaterThan(0);
      for (const field of fields) {
        if (!(await field.isVisible()) || !(await field.isEditable())) continue;
        await field.fill(HOSTILE);
        await field.press('Tab');
      }
      await isText(page, path);
    }
    expect(violations).toEqual([]);
    await page.close();
  });

  test('is text wherever a document that is full of it is shown, from draft to book', async () => {
    const [example] = examples.filter(({ name }) => name === 'ke-hoach-phuong-2026');
    const data = {
      ...example?.data,
      subject: HOSTILE,
      recipients: [HOSTILE],
      body: [{ level: 'roman', title: HOSTILE, children: [{ level: 'clause', text: [HOSTILE, { ref: 'bang' }] }] }],
      appendices: [
        {
          id: 'bang',
          title: HOSTILE,
          body: [
            {
              level: 'table',
              table: { columns: [{ id: 'a', title: HOSTILE, width: 160 }], rows: [{ cells: { a: HOSTILE } }] },
            },
          ],
        },
      ],
    };
    const [drafter, signer] = [await apiAs(on.site, 'soan-phuong'), await apiAs(on.site, 'ky-phuong')];
    const path = '/documents/day-chu-doc';
    const draft = await drafter('POST', '/documents', { docId: 'day-chu-doc', data });
    expect(draft.status, JSON.stringify(draft.body)).toBe(201);
    const look = async (who: string, at: readonly string[]) => {
      const { page, violations } = await asPerson(who);
      for (const address of at) {
        await page.goto(on.site.url + address);
        await page
          .getByText('<img src=x onerror=alert(1)>', { exact: false })
          .filter({ visible: true })
          .first()
          .waitFor();
        await isText(page, address);
        for (const way of await page.getByRole('button', { name: /^(Đọc|Bản in)$/ }).all()) {
          await way.click();
          await page.waitForLoadState('networkidle');
          await isText(page, address);
        }
      }
      expect(violations).toEqual([]);
      await page.close();
    };
    const shown = `/van-ban/${WARD}/day-chu-doc`;
    await look('soan-phuong', ['/du-thao', shown, '/soan/day-chu-doc']);
    const submitted = await drafter('POST', `${path}/submit`, {}, { 'if-match': draft.etag });
    expect(submitted.status, JSON.stringify(submitted.body)).toBe(200);
    await look('ky-phuong', ['/viec-cua-toi', '/cho-ky', shown]);
    const { etag } = await signer('GET', path);
    expect((await signer('POST', `${path}/approve`, {}, { 'if-match': etag })).status).toBe(200);
    await look('van-thu-phuong', ['/viec-cua-toi', '/cho-cap-so?van-ban=day-chu-doc']);
    const clerk = await apiAs(on.site, 'van-thu-phuong');
    const approved = await clerk('GET', path);
    const issued = await clerk('POST', `${path}/issue`, { signatureConfirmed: true }, { 'if-match': approved.etag });
    expect(issued.status, JSON.stringify(issued.body)).toBe(200);
    await look('van-thu-phuong', ['/cho-gui', '/so-van-ban-di', '/tra-cuu?tim=img', shown]);
  });
});
