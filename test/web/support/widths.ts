import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Folder where pictures are kept to be looked at: `PICTURES=out/pages npx vitest run test/web/views.test.ts`. */
const folder = process.env['PICTURES'];

/** Sizes that a view is looked at in where it says nothing else; the last one stays. */
const SIZES = [360, 1920, 1280].map((width) => ({ width, height: 800 }));

/** With `PICTURES` set, keeps a picture of a page there. */
export async function keepPicture(page: Page, name: string, fullPage = false): Promise<void> {
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage });
}

/** Expects that nothing is wider than the window, once what follows its size has been drawn. */
export async function expectToFit(page: Page, width: number, name: string): Promise<void> {
  const wide = () => page.evaluate('document.documentElement.scrollWidth');
  await expect.poll(wide, { message: `${name} ${width}` }).toBeLessThanOrEqual(width);
}

/** Expects a view to fit windows of several sizes, and keeps a picture of each. */
export async function expectToFitAll(page: Page, name: string, fullPage = true): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await expectToFit(page, size.width, name);
    await keepPicture(page, `${name}-${size.width}`, fullPage);
  }
}
