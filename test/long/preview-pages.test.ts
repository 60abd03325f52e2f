import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkDocument } from '#document/checking/check-document.ts';
import { renderDocument } from '#render/render.ts';
import { examples, organs } from '../document/scene.ts';
import { randomDocument } from '../render/random-document.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { describeWith } from '../support/ci-tools.ts';
import { convertToPdf } from '../support/office.ts';
import { type ServedBundle, serveBundle } from '../web/support/bundle.ts';
import type { PreviewProbe, WithProbe } from '../web/support/preview-probe.ts';
import { type Agreement, agreement, printedWords } from '../web/support/printed-words.ts';

const RANDOM = 20;
const ON = '2026-02-10';

interface Case {
  readonly name: string;
  readonly input: {
    readonly data: Record<string, unknown>;
    readonly profiles: typeof organs;
    readonly issuance: { readonly number: number; readonly issuedDate: string };
    readonly on: string;
  };
}

const cases: Case[] = [
  ...examples.map(({ name, on, data }) => ({ name, on, data })),
  ...fc
    .sample(randomDocument, { numRuns: RANDOM, seed: 16 })
    .map(({ data }, i) => ({ name: `random ${i}`, on: ON, data })),
].map(({ name, on, data }) => ({
  name,
  input: { data, profiles: organs, issuance: { number: 35, issuedDate: on }, on },
}));

async function rendered({ data, profiles, issuance, on }: Case['input']): Promise<Uint8Array> {
  const { document, profile } = checkDocument(data, { profiles, on });
  const [file] = await renderDocument({ document: document!, profile: profile!, issuance, on });
  return file!.bytes;
}

describeWith('chromium', 'the preview beside LibreOffice', () => {
  let bundle: ServedBundle;
  let browser: TestBrowser;
  let page: Page;
  const found = new Map<string, Agreement>();

  beforeAll(async () => {
    bundle = await serveBundle('preview');
    browser = await openBrowser();
    ({ page } = await browser.open({ width: 1000, height: 1000 }));
    await page.goto(bundle.url);
    await page.waitForFunction(() => 'probe' in globalThis);
    const files = new Map<string, Uint8Array>();
    for (const { name, input } of cases) files.set(name, await rendered(input));
    const pdfs = await convertToPdf(files);
    for (const { name, input } of cases) {
      const { pages, lines } = await page.evaluate(
        (given) => (globalThis as unknown as WithProbe<PreviewProbe>).probe.show(given),
        input,
      );
      found.set(name, agreement(lines, pages, await printedWords(pdfs.get(name)!)));
    }
  }, 600_000);
  afterAll(async () => {
    await browser?.close();
    bundle?.close();
  });

  test('breaks at least 95 % of the lines of each document alike', () => {
    for (const [name, { alike, lines, unlike }] of found)
      expect(alike / lines, `${name}: ${unlike.slice(0, 5).join(' | ')}`).toBeGreaterThanOrEqual(0.95);
  });

  test('has the pages of at least 90 % of all pages begin alike, of no document under 75 %', () => {
    let all = 0;
    let alike = 0;
    for (const [name, { pages, pagesAlike }] of found) {
      expect(pages.preview, name).toBe(pages.pdf);
      expect(pagesAlike / pages.pdf, name).toBeGreaterThanOrEqual(0.75);
      all += pages.pdf;
      alike += pagesAlike;
    }
    expect(alike / all).toBeGreaterThanOrEqual(0.9);
  });
});
