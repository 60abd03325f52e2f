/** Takes the pictures of the guide on sample offices. Needs Chromium. Run it with `npm run picture:page`. */
import { join } from 'node:path';
import { openBrowser } from '../test/support/browser.ts';
import { openSampleSite, signInAs } from '../test/web/support/sample-site.ts';
import { PAGE_PICTURES } from './page-pictures.ts';

const SIZE = { width: 1200, height: 560 };

const site = await openSampleSite();
const browser = await openBrowser();
try {
  const { page } = await browser.open(SIZE);
  for (const { name, who, path, shows } of PAGE_PICTURES) {
    await signInAs(page, site, who);
    await page.goto(site.url + path);
    await page.getByText(shows, { exact: false }).filter({ visible: true }).first().waitFor();
    await page.screenshot({ path: join(import.meta.dirname, 'img', `${name}.png`) });
  }
} finally {
  await browser.close();
  await site.close();
}
