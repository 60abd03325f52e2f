import { join } from 'node:path';
import { expect, test } from 'vitest';
import { accessibilityFindings } from '../support/browser.ts';
import { describeSite } from './support/describe-site.ts';
import { signInAs } from './support/sample-site.ts';

const PLAN = join(import.meta.dirname, '../../examples/localise/ke-hoach-tinh-2026.json');

describeSite('a city’s clerk', (on) => {
  test('gives a plan down to two wards, sees how far it is, the targets, and takes the ZIP', async () => {
    const { page, violations } = await on.browser.open();
    await signInAs(page, on.site, 'van-thu-thanh-pho');
    await page.getByRole('navigation').getByRole('link', { name: 'Giao kế hoạch' }).click();
    await page.getByLabel('Tệp kế hoạch giao').setInputFiles(PLAN);
    await page.getByLabel('Giao cho').fill('phường Không Có');
    await page.getByRole('button', { name: 'Giao kế hoạch' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Giao cho').fill('phường Bình Long\nxã Phú Lý');
    await page.getByRole('button', { name: 'Giao kế hoạch' }).click();
    await page.getByText('trong 2 đơn vị đã có dự thảo').waitFor();
    await page.getByRole('heading', { name: 'Chỉ tiêu' }).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    for (const width of [360, 1280, 1920]) {
      await page.setViewportSize({ width, height: 740 });
      expect(await page.evaluate('document.documentElement.scrollWidth'), `${width}`).toBeLessThanOrEqual(width);
    }
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Tải tất cả dự thảo (ZIP)' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/\.zip$/);
    await page.reload();
    await page.getByText('trong 2 đơn vị đã có dự thảo').waitFor();
    expect(violations).toEqual([]);
    await page.close();
  });
});
