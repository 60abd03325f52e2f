import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';

/** Milliseconds that answers may come late: `SLOW=800 npx vitest run test/web/story.test.ts` finds what a story does not wait for. */
const SLOW_MS = Number(process.env['SLOW'] ?? 0);

/** Makes answers of the API late by a random time, where `SLOW` asks for it. */
export async function slowDown(page: Page): Promise<void> {
  if (SLOW_MS === 0) return;
  await page.route('**/api/**', async (route) => {
    await sleep(Math.random() * SLOW_MS);
    // The page may have left since.
    await route.continue().catch(() => undefined);
  });
}
