import { afterAll, beforeAll, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { XLSX } from '#base/content-types.ts';
import { must, office, openTestApi, someone, type TestApi } from '../test-api.ts';

const OWN = 'phuong-binh-long';
const { drafter } = office(OWN);
let api: TestApi;

beforeAll(async () => {
  api = await openTestApi('2026-03-16T09:00:00+07:00');
});
afterAll(() => api.close());

const post = async (bytes: Uint8Array, who = drafter) =>
  api.raw('/sheets', {
    method: 'POST',
    headers: { authorization: `Bearer ${await api.tokenOf(who)}`, 'content-type': XLSX },
    body: Buffer.from(bytes),
  });

test('an .xlsx comes back as texts with its merged cells, numbers as they are shown', async () => {
  const file = await writeXlsxFile([
    {
      sheet: 'Kinh phí',
      data: [
        [{ value: 'Việc', rowSpan: 2 }, { value: 'Tiền', columnSpan: 2 }, null],
        [null, { value: 'Tỉnh' }, { value: 'Xã' }],
        [
          { value: 'Tập huấn' },
          { value: 1234567, type: Number, format: '#,##0' },
          { value: 0.125, type: Number, format: '0.0%' },
        ],
        [
          { value: new Date('2026-03-05T00:00:00Z'), type: Date, format: 'dd/mm/yyyy' },
          { value: 2026 },
          { value: 0.5 },
        ],
      ],
    },
  ]).toBuffer();
  const { body } = await must(post(new Uint8Array(file)), 200);
  expect(body.sheets.map(({ name }: { readonly name: string }) => name)).toEqual(['Kinh phí']);
  expect(body.sheets[0].rows[0]).toEqual([
    { text: 'Việc', rowSpan: 2, colSpan: 1 },
    { text: 'Tiền', rowSpan: 1, colSpan: 2 },
  ]);
  expect(
    body.sheets[0].rows.slice(1).map((row: readonly { readonly text: string }[]) => row.map(({ text }) => text)),
  ).toEqual([
    ['Tỉnh', 'Xã'],
    ['Tập huấn', '1.234.567', '12,5%'],
    ['05/03/2026', '2026', '0,5'],
  ]);
});

test('what is no .xlsx is named one, and who drafts nothing reads none', async () => {
  expect((await must(post(new TextEncoder().encode('no zip')), 422)).body.code).toBe('list-unreadable');
  await must(post(new Uint8Array(), someone(OWN, 'reader')), 403);
});
