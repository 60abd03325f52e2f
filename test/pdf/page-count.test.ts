import { afterAll, beforeAll, expect, test } from 'vitest';
import { openConverter } from '#pdf/convert.ts';
import { PdfError } from '#pdf/pdf-error.ts';
import { pdfPages } from '#pdf/pdf-pages.ts';
import { countPages } from '#usecases/pdf-copies/count-pages.ts';
import { approve, example, must, office, openTestApi, type TestApi } from '../api/test-api.ts';
import { convertToPdf, pageCount } from '../support/office.ts';

const OWN = 'phuong-binh-long';
const { clerk } = office(OWN);
let api: TestApi;
beforeAll(async () => {
  api = await openTestApi('2026-03-16T09:00:00+07:00');
  await approve(api, await example('ke-hoach-phuong-2026'), 'to-be-counted');
});
afterAll(() => api.close());

test('counts the pages that LibreOffice lays the signing copy out on', async () => {
  const { bytes } = await must(api.send(clerk, 'GET', '/documents/to-be-counted/preview'), 200);
  const pdf = (await convertToPdf(new Map([['copy', bytes]]))).get('copy')!;
  const pages = await pageCount(pdf);
  expect(pages).toBeGreaterThan(1);
  expect(await pdfPages(pdf)).toBe(pages);
  expect(await countPages(api.deps, clerk, 'to-be-counted', openConverter())).toBe(pages);
}, 120_000);

test('leaves it to the clerk where no PDF comes of it', async () => {
  const failing = async () => {
    throw new PdfError('not-installed');
  };
  expect(await countPages(api.deps, clerk, 'to-be-counted', failing)).toBeNull();
  expect(await pdfPages(Buffer.from('no PDF at all'))).toBeUndefined();
});
