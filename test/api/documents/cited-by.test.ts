import { afterAll, beforeAll, expect, test } from 'vitest';
import { approve, example, issue, must, office, openTestApi, sendOut, someone, type TestApi } from '../test-api.ts';

const WARD = 'phuong-binh-long';
const CITY = 'dong-nai';
const { drafter, signer, clerk } = office(WARD);
let api: TestApi;
// biome-ignore lint/suspicious/noExplicitAny: an example as it is
let data: any;

beforeAll(async () => {
  api = await openTestApi('2026-03-16T09:00:00+07:00');
  data = await example('ke-hoach-phuong-2026');
});
afterAll(() => api.close());

const citing = (symbol: string) => ({
  ...data,
  bases: [
    ...data.bases,
    {
      verb: 'Thực hiện',
      cites: {
        typeName: 'Kế hoạch',
        code: symbol,
        issuedDate: '2026-03-16',
        organName: 'Ủy ban nhân dân phường Bình Long',
        subject: 'tuyên truyền cải cách hành chính',
      },
    },
  ],
});
const citedBy = async (who: typeof clerk, organ: string, docId: string) =>
  (await must(api.send(who, 'GET', `/issued/${organ}/${docId}/cited-by`), 200)).body.items.map(
    ({ docId: id }: { readonly docId: string }) => id,
  );

test('a document tells which numbered documents of the asker’s organ cite it, and no draft', async () => {
  const cited = await must(issue(api, clerk, await approve(api, data, 'duoc-vien-dan')), 200);
  const { symbol } = cited.body.document;
  expect(await citedBy(clerk, WARD, 'duoc-vien-dan')).toEqual([]);
  const waiting = await approve(api, citing(symbol), 'vien-dan-mot');
  expect(await citedBy(clerk, WARD, 'duoc-vien-dan')).toEqual([]);
  await must(issue(api, clerk, waiting), 200);
  api.calendar.moveTo('2026-03-17T09:00:00+07:00');
  await must(issue(api, clerk, await approve(api, citing(symbol), 'vien-dan-hai')), 200);
  expect(await citedBy(clerk, WARD, 'duoc-vien-dan')).toEqual(['vien-dan-hai', 'vien-dan-mot']);
  expect(await citedBy(clerk, WARD, 'vien-dan-hai')).toEqual([]);
  expect(await api.verify()).toEqual([]);
});

test('what a later text leaves out is not told', async () => {
  const { symbol } = (await must(api.send(clerk, 'GET', `/issued/${WARD}/duoc-vien-dan`), 200)).body.document;
  const draft = await must(
    api.send(drafter, 'POST', '/documents', { docId: 'bo-vien-dan', data: citing(symbol) }),
    201,
  );
  const path = '/documents/bo-vien-dan';
  const submitted = await must(api.send(drafter, 'POST', `${path}/submit`, {}, { 'if-match': draft.etag }), 200);
  const back = await must(
    api.send(signer, 'POST', `${path}/return`, { reason: 'Bỏ căn cứ thừa' }, { 'if-match': submitted.etag }),
    200,
  );
  const saved = await must(api.send(drafter, 'PUT', path, { data }, { 'if-match': back.etag }), 200);
  const again = await must(api.send(drafter, 'POST', `${path}/submit`, {}, { 'if-match': saved.etag }), 200);
  const approved = await must(api.send(signer, 'POST', `${path}/approve`, {}, { 'if-match': again.etag }), 200);
  await must(issue(api, clerk, { path, etag: approved.etag }), 200);
  expect(await citedBy(clerk, WARD, 'duoc-vien-dan')).not.toContain('bo-vien-dan');
});

test('another organ is told of its own documents alone, and of one it may not see nothing', async () => {
  const reader = someone(CITY, 'reader');
  const path = '/documents/duoc-vien-dan';
  const { etag } = await must(api.send(clerk, 'GET', path), 200);
  expect((await must(api.send(reader, 'GET', `/issued/${WARD}/duoc-vien-dan/cited-by`), 404)).body.code).toBe(
    'not-found',
  );
  await sendOut(api, clerk, { path, etag });
  expect(await citedBy(reader, WARD, 'duoc-vien-dan')).toEqual([]);
});
