import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readOwnZip } from '#package/read-zip.ts';
import { openConverter } from '#pdf/convert.ts';
import { zipDocx } from '../read/support/make-docx.ts';
import { accessibilityFindings } from '../support/browser.ts';
import { describeSite } from './support/describe-site.ts';
import { signInAs } from './support/sample-site.ts';
import { expectToFitAll, keepPicture } from './support/widths.ts';

const DESK = { width: 1600, height: 900 };
const DRAFT = 'mau-ve-sinh-moi-truong';

describeSite('files that come back', (on) => {
  /** A file of the page, typed over in one place by a hand that Word tracked. */
  async function edited(path: string, name: string, change: (xml: string) => string): Promise<string> {
    const parts = readOwnZip(new Uint8Array(await readFile(path)));
    const xml = parts.get('word/document.xml') ?? '';
    const after = change(xml);
    expect(after).not.toBe(xml);
    const own = join(on.dir, name);
    await writeFile(own, zipDocx({ ...Object.fromEntries(parts), 'word/document.xml': after }));
    return own;
  }
  const by = 'w:author="Trần Văn B" w:date="2026-03-15T10:00:00Z"';
  /** The first word of the first dash or khoản, replaced with tracking. */
  const tracked = (xml: string) =>
    xml.replace(
      /(<w:pStyle w:val="GachDauDong"\/><\/w:pPr><w:r>)<w:t([^>]*)>([^<]{12,}?)( [^<]*)<\/w:t><\/w:r>/,
      (_, start: string, space: string, old: string, rest: string) =>
        `${start.slice(0, -5)}<w:del w:id="91" ${by}><w:r><w:delText>${old}</w:delText></w:r></w:del><w:ins w:id="92" ${by}><w:r><w:t>- Lãnh đạo sửa</w:t></w:r></w:ins><w:r><w:t${space} xml:space="preserve">${rest}</w:t></w:r>`.replace(
          /( xml:space="preserve"){2}/,
          '$1',
        ),
    );

  test('a drafter finds the draft of a leader’s file, sees whose hand changed what, and takes it', async () => {
    const { page, violations } = await on.browser.open(DESK);
    await signInAs(page, on.site, 'soan-phuong');
    await page.goto(`${on.site.url}/van-ban/phuong-binh-long/${DRAFT}`);
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: /In bản trình ký/ }).click();
    const sent = join(on.dir, 'gui-di.docx');
    await (await waiting).saveAs(sent);
    const unmarked = (xml: string) =>
      xml.replace('Sở Nội vụ tỉnh Đồng Nai', 'Công an tỉnh Đồng Nai').replace('Bình Long, ngày', 'An Lộc, ngày');
    const back = await edited(sent, 'gui-lai.docx', (xml) => unmarked(tracked(xml)));

    await page
      .getByRole('navigation')
      .getByRole('link', { name: /Dự thảo/ })
      .click();
    await page.getByRole('link', { name: /Có tệp Word lãnh đạo gửi lại/ }).click();
    await page.locator('input[type=file]').setInputFiles(back);
    await page.getByRole('button', { name: 'Đúng là bản này' }).first().waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await keepPicture(page, 'tep-gui-lai-tim');
    await page.getByRole('button', { name: 'Đúng là bản này' }).first().click();
    await page.getByText('1 chỗ tệp sửa').waitFor();
    await page.getByText('Trần Văn B sửa').first().waitFor();
    await page.getByRole('heading', { name: '1 chỗ khác bản thảo mà không có dấu sửa' }).waitFor();
    await page.getByText('trong tệp “An Lộc, ngày', { exact: false }).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await expectToFitAll(page, 'tep-gui-lai-so');
    await page.setViewportSize(DESK);
    const row = page.getByRole('row').filter({ hasText: 'Công an tỉnh Đồng Nai' });
    await row.getByLabel('Lấy của tệp').check();
    await page.getByRole('button', { name: 'Ghi vào bản thảo' }).click();
    await page.locator('.page-preview').getByText('Lãnh đạo sửa', { exact: false }).first().waitFor();
    await page.locator('.page-preview').getByText('Công an tỉnh Đồng Nai', { exact: false }).first().waitFor();
    expect(violations).toEqual([]);
    await page.close();
  });

  test('a clerk is told where a signed file differs before adding it, and it stands by the file afterwards', async () => {
    const { page, violations } = await on.browser.open(DESK);
    await signInAs(page, on.site, 'van-thu-phuong');
    await page.goto(`${on.site.url}/van-ban/phuong-binh-long/mau-tuyen-truyen-cchc`);
    const waiting = page.waitForEvent('download');
    await page
      .getByRole('button', { name: /^Tải .*\.docx/ })
      .first()
      .click();
    const issued = join(on.dir, 'da-ban-hanh.docx');
    await (await waiting).saveAs(issued);
    const other = await edited(issued, 'ky-khac.docx', (xml) => xml.replace(/- Lưu: VT[^<]*/, '- Lưu: VT, KHÁC.'));
    const pdf = join(on.dir, 'ky-khac.pdf');
    await writeFile(
      pdf,
      await openConverter({ searchPath: process.env['PATH'] })(new Uint8Array(await readFile(other))),
    );

    await page.getByRole('button', { name: 'Thêm bản đã ký' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('input[type=file]').setInputFiles(pdf);
    await dialog.getByText('khác văn bản đã duyệt ở 1 chỗ', { exact: false }).waitFor();
    await dialog.getByText('KHÁC', { exact: false }).first().waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await keepPicture(page, 'ban-da-ky-khac');
    await dialog.getByRole('button', { name: 'Thêm tệp' }).click();
    await page.locator('.files').getByText('khác văn bản đã duyệt ở 1 chỗ', { exact: false }).waitFor();
    expect(violations).toEqual([]);
    await page.close();
  });
});
