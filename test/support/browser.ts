import { accessSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { slowDown } from './slow-page.ts';

/** A browser with a profile of its own, and what it refused. */
export interface TestBrowser {
  readonly context: BrowserContext;
  /** Opens a page of a size; `violations` grows by every breach of the content security policy and every uncaught error. */
  open(size?: { readonly width: number; readonly height: number }): Promise<TestPage>;
  close(): Promise<void>;
}

/** A page, and what it should not have done so far. */
export interface TestPage {
  readonly page: Page;
  readonly violations: string[];
}

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function chromiumPath(): string {
  const found = (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'chromium'))
    .find((file) => {
      try {
        accessSync(file);
        return true;
      } catch {
        return false;
      }
    });
  if (found === undefined) throw new Error('chromium: not on PATH');
  return found;
}

/** Starts the system's Chromium, headless (`needs('chromium')` first). `rules`: where names lead, as Chromium maps hosts. */
export async function openBrowser(rules?: string): Promise<TestBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'banhanh-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    headless: true,
    args: [...ARGS, ...(rules === undefined ? [] : [`--host-resolver-rules=${rules}`])],
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    // Nothing is between two colours when it is looked at.
    reducedMotion: 'reduce',
  });
  // Two cores hash passwords, build pages and draw at once: a slow answer is no wrong one. It holds for what pages open, too.
  context.setDefaultTimeout(60_000);
  return {
    context,
    open: async (size = { width: 1280, height: 720 }) => {
      const page = await context.newPage();
      await page.setViewportSize(size);
      await slowDown(page);
      const violations: string[] = [];
      page.on('pageerror', (error) => violations.push(error.message));
      page.on('console', (message) => {
        if (/Content Security Policy|Trusted ?Type/i.test(message.text())) violations.push(message.text());
      });
      return { page, violations };
    },
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Script that waits for what moves now and will end. */
const TRANSITIONS_DONE = `Promise.allSettled(document.getAnimations()
  .filter(({ effect }) => effect.getComputedTiming().endTime !== Infinity)
  .map(({ finished }) => finished)).then(() => undefined)`;

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Looks at a page that is being redrawn, until nothing is found: a fault is what stays. */
const LOOKS = 5;

/** Findings of axe against WCAG 2.2 A and AA that stay on a page, one line each. */
export async function accessibilityFindings(page: Page): Promise<string[]> {
  let findings = await findingsNow(page);
  for (let look = 1; look < LOOKS && findings.length > 0; look += 1) findings = await findingsNow(page);
  return findings;
}

/** Injects axe by the debugger: the page's policy refuses scripts. */
async function findingsNow(page: Page): Promise<string[]> {
  // A button that was enabled a moment ago is still between two colours.
  await page.evaluate(TRANSITIONS_DONE);
  const session = await page.context().newCDPSession(page);
  try {
    await session.send('Runtime.evaluate', { expression: `${await axeSource};0` });
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression: `axe.run(document, { runOnly: ${JSON.stringify(RULES)}, resultTypes: ['violations'] }).then(({ violations }) =>
        JSON.stringify(violations.flatMap(({ id, help, nodes }) => nodes.map(({ html, target }) => id + ': ' + help + ' — ' + target + ' ' + html.slice(0, 160)))))`,
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return JSON.parse(String(result.value)) as string[];
  } finally {
    await session.detach();
  }
}
