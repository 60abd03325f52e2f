import { PAGE_DIR } from '../../local/page/build-page.ts';
import { openBrowser } from '../../test/support/browser.ts';
import { assets, firstScripts, packedKilobytes } from '../../test/web/support/page-sizes.ts';
import { openSampleSite } from '../../test/web/support/sample-site.ts';

// `npm run bench:page`: what the page weighs and how soon it shows. What people do there: `npm run bench:effort`.

const RUNS = 7;
const site = await openSampleSite();
const browser = await openBrowser();
try {
  const first = firstScripts(PAGE_DIR);
  const rows: (readonly [string, string])[] = [
    ['script before the first view, packed', `${packedKilobytes(PAGE_DIR, first).toFixed(1)} kB (bound 250)`],
    ['script in all, packed', `${packedKilobytes(PAGE_DIR, assets(PAGE_DIR, '.js')).toFixed(1)} kB`],
    ['styles in all, packed', `${packedKilobytes(PAGE_DIR, assets(PAGE_DIR, '.css')).toFixed(1)} kB`],
    ['fonts of the preview', `${packedKilobytes(PAGE_DIR, assets(PAGE_DIR, '.woff2')).toFixed(1)} kB`],
    ['first view from a cold cache, median', `${Math.round(await firstView())} ms (bound 1,500)`],
  ];
  console.log(rows.map(([what, value]) => `| ${what} | ${value} |`).join('\n'));
} finally {
  await browser.close();
  await site.close();
}

/** Milliseconds from the request of the address to the sign-in form, with an empty cache. */
async function firstView(): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const { page } = await browser.open();
    const session = await page.context().newCDPSession(page);
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    const began = performance.now();
    await page.goto(site.url, { waitUntil: 'commit' });
    await page.getByLabel('Tên đăng nhập').waitFor();
    times.push(performance.now() - began);
    await page.close();
  }
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
}
