import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildPage } from '../../local/page/build-page.ts';
import type { RunningServer } from '../../local/server/start-options.ts';
import { startServer } from '../../local/server/start-server.ts';
import { accessibilityFindings, openBrowser, type TestBrowser } from '../support/browser.ts';
import { describeWith } from '../support/ci-tools.ts';
import { type FirstPlanStep, makeFirstPlan } from './support/first-plan.ts';
import { createHands, effortLine } from './support/hands.ts';
import { expectToFitAll } from './support/widths.ts';

describeWith('chromium', 'a new office', () => {
  let dir: string;
  let server: RunningServer;
  let browser: TestBrowser;
  let other: TestBrowser;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'banhanh-new-'));
    const pageDir = await buildPage(() => undefined);
    const quiet = { report: () => undefined, onRecovery: () => undefined };
    server = await startServer({ dir, port: 0, pageDir, isNew: true, ...quiet });
    browser = await openBrowser();
    other = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await other.close();
    await server.close();
    await rm(dir, { recursive: true, maxRetries: 5 });
  });

  /** No finding of axe, nothing wider than the window, at three widths. */
  async function look(page: Page, name: FirstPlanStep) {
    expect(await accessibilityFindings(page), name).toEqual([]);
    await expectToFitAll(page, `bat-dau-${name}`);
    const holds = (label: string, value: string) =>
      expect.poll(() => page.getByLabel(label).inputValue(), { message: name }).toBe(value);
    if (name === 'co-quan') await holds('Chữ viết tắt trong ký hiệu', 'UBND');
    if (name === 'co-quan-sau-khi-mo-lai') await holds('Địa danh', '');
    if (name === 'hom-sau') expect(await page.getByText('Cơ quan chưa khai báo').count()).toBe(0);
  }

  test('is declared step by step, left and taken up again, and prints its first plan by three people within five minutes', async () => {
    const hands = createHands();
    const [{ page, violations }, others] = [await browser.open(), await other.open()];
    const { url, claimCode = '' } = server;
    const docId = await makeFirstPlan({ url, claimCode, admin: page, others: others.page, look }, hands);
    await page.goto(`${url}/van-ban/phuong-phuoc-tan/${docId}`);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      hands.click(page.getByRole('button', { name: /^Tải / })),
    ]);
    expect(new Uint8Array(await readFile(await file.path())).subarray(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
    expect(hands.effort().seconds, effortLine(hands.effort())).toBeLessThanOrEqual(300);
    expect([...violations, ...others.violations]).toEqual([]);
    await page.close();
    await others.page.close();
  });
});
