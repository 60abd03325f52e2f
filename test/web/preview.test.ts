import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkDocument } from '#document/checking/check-document.ts';
import { renderDocument } from '#render/render.ts';
import { examples, organs } from '../document/scene.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { describeWith, needs } from '../support/ci-tools.ts';
import { convertToPdf } from '../support/office.ts';
import { type ServedBundle, serveBundle } from './support/bundle.ts';
import type { PreviewProbe, WithProbe } from './support/preview-probe.ts';
import { agreement, printedWords } from './support/printed-words.ts';

const cases = examples.map(({ name, on, data }, i) => ({
  name,
  input: { data, profiles: organs, issuance: { number: 35 + i, issuedDate: on }, on },
}));

async function pdfOf(): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const { name, input } of cases) {
    const { document, profile } = checkDocument(input.data, { profiles: organs, on: input.on });
    const [file] = await renderDocument({ ...input, document: document!, profile: profile! });
    files.set(name, file!.bytes);
  }
  return convertToPdf(files);
}

describeWith('chromium', 'the preview', () => {
  let bundle: ServedBundle;
  let browser: TestBrowser;
  let page: Page;
  let violations: string[];

  beforeAll(async () => {
    bundle = await serveBundle('preview');
    browser = await openBrowser();
    ({ page, violations } = await browser.open({ width: 1000, height: 1000 }));
    await page.goto(bundle.url);
    await page.waitForFunction(() => 'probe' in globalThis);
  });
  afterAll(async () => {
    await browser?.close();
    bundle?.close();
  });

  const show = (input: unknown, wraps?: boolean) =>
    page.evaluate(
      ([given, wrapped]) => (globalThis as unknown as WithProbe<PreviewProbe>).probe.show(given, wrapped as boolean),
      [input, wraps],
    );

  test.skipIf(!needs('soffice') || !needs('pdftotext'))('breaks lines and pages as LibreOffice does', async () => {
    const pdfs = await pdfOf();
    for (const { name, input } of cases) {
      const { pages, lines } = await show(input);
      const found = agreement(lines, pages, await printedWords(pdfs.get(name)!));
      expect(found.pages.preview, name).toBe(found.pages.pdf);
      expect(found.alike / found.lines, `${name}: ${found.unlike.join(' | ')}`).toBeGreaterThanOrEqual(0.95);
      expect(found.pagesAlike / pages, `${name}: page starts`).toBeGreaterThanOrEqual(0.75);
    }
  });

  test('draws the same lines where the browser wraps no columns', async () => {
    const wrapped = await show(cases[2]!.input, true);
    const unwrapped = await show(cases[2]!.input, false);
    expect(unwrapped.pages).toBe(wrapped.pages);
    expect(unwrapped.lines.map(({ page: at, words }) => [at, words])).toEqual(
      wrapped.lines.map(({ page: at, words }) => [at, words]),
    );
  });

  test('draws the same lines two pages beside each other and at another size', async () => {
    const one = await show(cases[2]!.input);
    const two = await page.evaluate(() => {
      const { probe } = globalThis as unknown as WithProbe<PreviewProbe>;
      probe.setView({ zoom: 0.5, beside: 2 });
      return probe.reveal(['body', 0]);
    });
    expect(two).toBe(true);
    expect(await page.locator('#host .sheet').count()).toBe(one.pages);
  });

  test('marks each finding at its line and leads a line back to its field', async () => {
    const [first] = cases;
    await show({ ...first!.input, data: { ...first!.input.data, recipients: undefined, subject: undefined } });
    expect(await page.locator('#host .mark').count()).toBeGreaterThanOrEqual(2);
    await page.locator('#host .s-TrichYeu').click();
    const chosen = await page.evaluate(() => (globalThis as unknown as WithProbe<PreviewProbe>).probe.chosen);
    expect(chosen.at(-1)).toBe('subject');
  });

  test('prints text as text, whatever it holds', async () => {
    const hostile = '<img src=x onerror=alert(1)> & </w:t> "\'';
    const { lines } = await show({ ...cases[0]!.input, data: { ...cases[0]!.input.data, subject: hostile } });
    expect(lines.map(({ words }) => words.join(' ')).join(' ')).toContain('<img src=x onerror=alert(1)> & </w:t>');
    expect(await page.locator('#host img').count()).toBe(0);
  });

  test('keeps the policy of the page', () => {
    expect(violations).toEqual([]);
  });
});
