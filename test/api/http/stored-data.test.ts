import { afterAll, beforeAll, expect, test } from 'vitest';
import { example, must, office, openTestApi, type TestApi } from '../test-api.ts';

const { drafter } = office('phuong-binh-long');
let api: TestApi;

beforeAll(async () => {
  api = await openTestApi('2026-03-16T09:00:00+07:00');
});
afterAll(() => api.close());

/** The plan with another text in the first cell of its task table. */
// biome-ignore lint/suspicious/noExplicitAny: a test changes data as it comes
function withCell(plan: any, text: string): any {
  const copy = structuredClone(plan);
  const { table } = copy.appendices[0].body.find((part: { readonly table?: object }) => part.table);
  const row = table.rows.find((one: { readonly cells?: object }) => one.cells);
  row.cells[Object.keys(row.cells)[0]!] = text;
  return copy;
}

test('stores what was checked: the same data in NFD and with CRLF is stored as the same bytes', async () => {
  const good = await example('ke-hoach-phuong-2026');
  const sent = JSON.parse(JSON.stringify(withCell(good, 'Việc một\r\nviệc hai')).normalize('NFD'));
  await must(api.send(drafter, 'POST', '/documents', { docId: 'nhu-da-gui', data: sent }), 201);
  const plain = withCell(good, 'Việc một\nviệc hai');
  await must(api.send(drafter, 'POST', '/documents', { docId: 'nhu-da-luu', data: plain }), 201);
  const [one, two] = await Promise.all(
    ['nhu-da-gui', 'nhu-da-luu'].map((id) => must(api.send(drafter, 'GET', `/documents/${id}`), 200)),
  );
  expect(one!.body.data).toEqual(two!.body.data);
});
