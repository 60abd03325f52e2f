/** Takes the pictures of the guide, and the README's of the editor, on sample offices. Needs Chromium. Run it with `npm run picture:page`. */
import { join } from 'node:path';
import { openBrowser } from '../test/support/browser.ts';
import { openSampleSite, signInAs } from '../test/web/support/sample-site.ts';
import { EDITOR_PICTURE, PAGE_PICTURES, type PagePicture } from './page-pictures.ts';

const SIZE = { width: 1200, height: 560 };
const EDITOR_SIZE = { width: 1280, height: 720 };

const site = await openSampleSite();
const browser = await openBrowser();
try {
  const { page } = await browser.open(SIZE);
  const take = async ({ name, who, path, shows }: PagePicture) => {
    await signInAs(page, site, who);
    await page.goto(site.url + path);
    await page.getByText(shows, { exact: false }).filter({ visible: true }).first().waitFor();
    await page.screenshot({ path: join(import.meta.dirname, 'img', `${name}.png`) });
  };
  for (const picture of PAGE_PICTURES) await take(picture);
  await page.setViewportSize(EDITOR_SIZE);
  await take(EDITOR_PICTURE);
} finally {
  await browser.close();
  await site.close();
}
