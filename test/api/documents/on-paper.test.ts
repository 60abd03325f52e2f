import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { approve, example, must, office, openTestApi, type TestApi } from '../test-api.ts';

const OWN = 'phuong-binh-long';
const { clerk, drafter } = office(OWN);

let api: TestApi;
// biome-ignore lint/suspicious/noExplicitAny: an example as it is
let data: any;
beforeAll(async () => {
  api = await openTestApi('2026-03-16T09:00:00+07:00');
  data = await example('ke-hoach-phuong-2026');
});
afterAll(() => api.close());

const onPaper = async (docId: string) => (await must(api.send(clerk, 'GET', `/documents/${docId}/on-paper`), 200)).body;

test('the signing copy is the frozen text with number and day blank', async () => {
  const { path } = await approve(api, data, 'trinh-ky-1');
  const copy = await must(api.send(clerk, 'GET', `${path}/preview`), 200);
  const xml = strFromU8(unzipSync(copy.bytes)['word/document.xml']!).replace(/<[^>]+>/g, '');
  expect(xml).toMatch(/Số:\s+\/KH-UBND/);
  expect(xml).toMatch(/, ngày\s+tháng\s+năm 2026/);
  expect(xml).toMatch(/\(Kèm theo Kế hoạch số\s+\/KH-UBND ngày\s+tháng\s+năm 2026/);
  expect(xml).not.toContain('THIẾU');
  // Nothing here makes a PDF: the clerk counts.
  expect((await must(api.send(clerk, 'GET', `${path}/page-count`), 200)).body).toEqual({ pages: null });
});

test('after the number every place is listed where number and day are written by hand', async () => {
  const docId = 'trinh-ky-2';
  const { path, etag } = await approve(api, { ...data, subject: `${data.subject}, lần hai` }, docId);
  const before = await onPaper(docId);
  const labels = (data.appendices ?? []).length;
  expect(before.places).toHaveLength(2 + labels);
  expect(before.places.map(({ write }: { readonly write: null }) => write)).toEqual(before.places.map(() => null));
  const body = { signatureConfirmed: true, pages: 7 };
  const issued = await must(api.send(clerk, 'POST', `${path}/issue`, body, { 'if-match': etag }), 200);
  const { symbol } = issued.body.document;
  const { places, alike } = await onPaper(docId);
  expect(places[0]).toEqual({ place: 'number', where: 'Đầu văn bản, dòng Số', write: symbol });
  expect(places[1].write).toBe('ngày 16 tháng 3 năm 2026');
  for (const one of places.slice(2)) expect(one.write).toBe(`${symbol} ngày 16 tháng 3 năm 2026`);
  expect(alike).toEqual([]);
  const { events } = (await must(api.send(clerk, 'GET', `${path}/audit`), 200)).body;
  const numbered = events.find(({ act }: { readonly act: string }) => act === 'number');
  expect(numbered.facts).toMatchObject({ signatureConfirmed: true, pages: 7 });
  const { metadata } = (await must(api.send(clerk, 'GET', `/issued/${OWN}/${docId}/metadata`), 200)).body;
  expect(metadata.PageAmount).toBe(7);
  expect(await api.verify()).toEqual([]);
});

test('before the number the clerk is asked of what looks the same, of the last 30 days alone', async () => {
  const same = { ...data, subject: 'Tổng vệ sinh môi trường năm 2026' };
  const first = await approve(api, same, 'giong-nhau-1');
  await must(
    api.send(clerk, 'POST', `${first.path}/issue`, { signatureConfirmed: true }, { 'if-match': first.etag }),
    200,
  );
  await approve(api, same, 'giong-nhau-2');
  const [alike] = (await onPaper('giong-nhau-2')).alike;
  expect(alike).toMatchObject({ docId: 'giong-nhau-1', same: 'data' });
  expect(alike.question).toMatch(/^Nội dung giống văn bản số \d+\/KH-UBND ngày 16\/3\/2026\./);
  await approve(api, { ...same, recipients: ['Như trên'] }, 'giong-nhau-3').catch(() => undefined);
  api.calendar.moveTo('2026-04-20T09:00:00+07:00');
  expect((await onPaper('giong-nhau-2')).alike).toEqual([]);
  expect((await api.send(drafter, 'GET', '/documents/giong-nhau-2/on-paper')).status).toBe(403);
});
