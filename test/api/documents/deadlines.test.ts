import { afterAll, beforeAll, expect, test } from 'vitest';
import { example, issue, must, office, openTestApi, type Reply, type TestApi, type Who } from '../test-api.ts';

const OWN = 'phuong-binh-long';
const { drafter, signer, clerk } = office(OWN);
let api: TestApi;
let draft: Reply;
const path = '/documents/with-deadlines';

beforeAll(async () => {
  api = await openTestApi('2026-03-16T09:00:00+07:00');
  const data = await example('ke-hoach-phuong-2026');
  draft = await must(api.send(drafter, 'POST', '/documents', { docId: 'with-deadlines', data }), 201);
});
afterAll(() => api.close());

const set = (who: Who, etag: string, body: object) =>
  api.send(who, 'PUT', `${path}/deadlines`, body, { 'if-match': etag });

async function listed(who: Who, list: string) {
  const { body } = await must(api.send(who, 'GET', '/lists'), 200);
  return body[list].map(({ dueOn, isLate }: { readonly dueOn?: string; readonly isLate: boolean }) => ({
    dueOn,
    isLate,
  }));
}

test('a document says until when it is signed and answered, in lists, metadata and edXML', async () => {
  expect((await set(signer, draft.etag, { submitBy: '2026-03-18' })).body.code).toBe('role-missing');
  const first = await must(set(drafter, draft.etag, { submitBy: '2026-03-18', replyBy: '2026-04-15' }), 200);
  expect(first.body).toMatchObject({ submitBy: '2026-03-18', replyBy: '2026-04-15' });
  expect(await listed(drafter, 'drafts')).toEqual([{ dueOn: '2026-03-18', isLate: false }]);
  expect((await set(drafter, draft.etag, {})).body.code).toBe('stale');
  api.calendar.moveTo('2026-03-19T09:00:00+07:00');
  expect(await listed(drafter, 'drafts')).toEqual([{ dueOn: '2026-03-18', isLate: true }]);

  const submitted = await must(api.send(drafter, 'POST', `${path}/submit`, {}, { 'if-match': first.etag }), 200);
  expect(await listed(signer, 'to-sign')).toEqual([{ dueOn: '2026-03-18', isLate: true }]);
  const approved = await must(api.send(signer, 'POST', `${path}/approve`, {}, { 'if-match': submitted.etag }), 200);
  expect(await listed(clerk, 'to-number')).toEqual([{ dueOn: undefined, isLate: false }]);
  const issued = await must(issue(api, clerk, { path, etag: approved.etag }), 200);
  const metadata = await must(api.send(clerk, 'GET', `/issued/${OWN}/with-deadlines/metadata`), 200);
  expect(metadata.body.metadata.DueDate).toBe('2026-04-15');

  // The clerk ends one and keeps the other; what stands follows from the chain.
  const ended = await must(set(clerk, issued.etag, { replyBy: '2026-05-01' }), 200);
  expect([ended.body.submitBy, ended.body.replyBy]).toEqual([undefined, '2026-05-01']);
  const awaited = async () => (await must(api.send(drafter, 'GET', '/awaited-replies'), 200)).body.items;
  expect(await awaited()).toMatchObject([
    { document: { docId: 'with-deadlines', replyBy: '2026-05-01' }, isLate: false },
  ]);
  api.calendar.moveTo('2026-05-02T09:00:00+07:00');
  expect(await awaited()).toMatchObject([{ document: { docId: 'with-deadlines' }, isLate: true }]);
  expect((await api.send(signer, 'GET', '/awaited-replies')).body.code).toBe('role-missing');
  expect(await api.verify()).toEqual([]);
  api.forget({ PK: `A#${OWN}#D#with-deadlines`, SK: 'META' }, ['replyBy']);
  expect(await api.verify()).toContainEqual(expect.objectContaining({ code: 'chain-differs', what: 'replyBy' }));
});
