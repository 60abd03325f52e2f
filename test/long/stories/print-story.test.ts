import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { describeSite } from '../../web/support/describe-site.ts';
import { signInAs } from '../../web/support/sample-site.ts';

const MM_PER_PT = 25.4 / 72;

describeSite('a trial print', (on) => {
  test('has the pages of the preview, each the size of the paper and marked, and nothing of the page around', async () => {
    const { page, violations } = await on.browser.open();
    await signInAs(page, on.site, 'ky-phuong');
    await page.goto(`${on.site.url}/van-ban/phuong-binh-long/mau-mot-cua`);
    await page.getByRole('document', { name: 'Các trang' }).getByText('Độc lập - Tự do - Hạnh phúc').first().waitFor();
    const preview = page.getByLabel('Bản xem trước khi in');
    await preview.getByText(/^[1-9]\d* trang$/).waitFor();
    const [, shown = ''] = /(\d+) trang/.exec(await preview.innerText()) ?? [];
    // A browser without a window prints nothing by itself, and ends the printing at once.
    await page.evaluate('window.print = () => undefined');
    await page.getByRole('button', { name: 'In thử, cỡ thực' }).click();
    const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
    expect(String(pdf.numPages)).toBe(shown);
    const { text } = await extractText(pdf, { mergePages: false });
    for (const words of text) expect(words).toContain('Bản xem trước, không dùng để ký, ban hành');
    expect(text[0]).toContain('Độc lập - Tự do - Hạnh phúc');
    expect(text[1]).not.toContain('Độc lập - Tự do - Hạnh phúc');
    expect(text.join('\n')).not.toContain('Đổi người / Đăng xuất');
    const sizes = await Promise.all(
      text.map(async (_, index) =>
        (await pdf.getPage(index + 1)).view.slice(2).map((pt) => Math.round(pt * MM_PER_PT)),
      ),
    );
    for (const size of sizes) expect([...size].sort()).toEqual([210, 297]);
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    expect(await page.locator('.print-host').count()).toBe(0);
    expect(violations).toEqual([]);
    await page.close();
  });
});
