import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApi } from '#api/create-api.ts';
import type { App } from '#api/http/route.ts';
import { role } from '#usecases/actor.ts';
import { approve, example, must, office, openTestApi, someone, type TestApi } from '../test-api.ts';

const all = someone('phuong-binh-long', ...role.options);
let api: TestApi;
let app: App;
const reports: unknown[] = [];

beforeAll(async () => {
  api = await openTestApi('2026-03-16T09:00:00+07:00');
  await approve(api, await example('ke-hoach-phuong-2026'), 'van-ban-co-that');
  app = createApi({
    deps: { ...api.deps, fanOuts: api.fanOuts },
    startPump: async () => undefined,
    authenticate: async () => all,
    members: api.members,
    signIn: { check: async () => null, now: () => new Date(), addressOf: () => '127.0.0.1' },
    report: (report) => void reports.push(report),
  });
});
afterAll(() => api.close());

const JSON_BODIES = [
  '',
  ' ',
  '{',
  '[]',
  '{}',
  'null',
  '1',
  '"x"',
  '[1]',
  '{"data":null}',
  '{"data":1}',
  '{"a":{"b":[]}}',
  '\u{feff}{}',
];
const TYPES = [
  undefined,
  'application/json',
  'application/json; charset=utf-8',
  'application/x+json',
  'text/plain',
  'application/pdf',
  'nonsense',
  '',
];
const CONDITIONS: Record<string, string>[] = [
  {},
  { 'if-match': '"v1-r1"' },
  { 'if-match': 'x' },
  { 'if-match': '"r1"' },
  { 'if-none-match': '*' },
];

/** Every operation with every kind of body, type and condition: nothing that a caller sends is our fault. */
test('no request answers 500, whatever its body, its type and its headers are', async () => {
  const operations = app.routes.filter(({ path, method }) => path !== '/*' && method !== 'ALL');
  const names = [...new Set(operations.map(({ method, path }) => `${method} ${path}`))];
  expect(names.length).toBeGreaterThan(45);
  const seen = new Set<number>();
  for (const name of names) {
    const [method = '', path = ''] = name.split(' ');
    const urls = [path.replace(/:\w+/g, 'van-ban-co-that'), path.replace(/:\w+/g, '2026-01-01')];
    const bodies = method === 'GET' ? [undefined] : [undefined, ...JSON_BODIES];
    for (const url of new Set(urls)) {
      for (const body of bodies) {
        for (const type of body === undefined || body === '' ? TYPES : TYPES.slice(0, 5)) {
          for (const condition of method === 'GET' ? [{}] : CONDITIONS) {
            const headers: Record<string, string> = { authorization: 'Bearer a.b.c', ...condition };
            if (type !== undefined) headers['content-type'] = type;
            const reply = await app.request(url, { method, headers, ...(body !== undefined && { body }) });
            seen.add(reply.status);
            const told = reply.status < 500 ? '' : await reply.text();
            expect(told, `${name} ${JSON.stringify({ body, headers })}`).toBe('');
          }
        }
      }
    }
  }
  expect(reports).toEqual([]);
  expect([...seen]).toEqual(expect.arrayContaining([200, 400, 404, 409, 415, 422, 428]));
});

test('an empty body where one is needed says which fields are missing', async () => {
  const headers = { authorization: 'Bearer a.b.c', 'if-match': '"v1-r1"' };
  const reply = await app.request('/documents/van-ban-co-that/return', { method: 'POST', headers });
  expect(reply.status).toBe(422);
  expect(await reply.json()).toMatchObject({ errors: [{ code: 'MISSING', pointer: ['reason'] }] });
  const signIn = await app.request('/auth/token', { method: 'POST' });
  expect(await signIn.json()).toMatchObject({ status: 422, errors: [{ code: 'MISSING' }, { code: 'MISSING' }] });
});

test('412 carries the ETag that stands, for a document, a profile and a member', async () => {
  const { drafter } = office('phuong-binh-long');
  const data = await example('ke-hoach-phuong-2026');
  const draft = await must(api.send(drafter, 'POST', '/documents', { docId: 'se-cu-di', data }), 201);
  const path = '/documents/se-cu-di';
  const saved = await must(
    api.send(
      drafter,
      'PUT',
      path,
      { data: { ...data, subject: `${data.subject} lần hai` } },
      { 'if-match': draft.etag },
    ),
    200,
  );
  expect(saved.etag).not.toBe(draft.etag);
  const late = await must(api.send(drafter, 'PUT', path, { data }, { 'if-match': draft.etag }), 412);
  expect(late).toMatchObject({ etag: saved.etag, body: { code: 'stale' } });

  const member = { username: 'moi', name: 'Người Mới', roles: ['drafter'], active: true };
  const made = await must(api.send(all, 'PUT', '/members/nguoi-moi', member, { 'if-none-match': '*' }), 200);
  const again = await must(
    api.send(all, 'PUT', '/members/nguoi-moi', { ...member, name: 'Khác' }, { 'if-none-match': '*' }),
    412,
  );
  expect(again.etag).toBe(made.etag);
});

test('a weak ETag and a small “bearer” name the same; another spelling does not', async () => {
  const { drafter } = office('phuong-binh-long');
  const data = await example('ke-hoach-phuong-2026');
  const draft = await must(api.send(drafter, 'POST', '/documents', { docId: 'the-etag', data }), 201);
  const headers = { authorization: `bearer ${await api.tokenOf(drafter)}`, 'content-type': 'application/json' };
  const put = (ifMatch: string) =>
    api.raw('/documents/the-etag', {
      method: 'PUT',
      headers: { ...headers, 'if-match': ifMatch },
      body: JSON.stringify({ data }),
    });
  for (const wrong of ['"v01-r1"', '"v1-r01"', 'v1-r1', '*', '"v1-r1", "v1-r2"', 'w/"v1-r1"']) {
    expect((await put(wrong)).body, wrong).toMatchObject({ status: 400, code: 'if-match-invalid' });
  }
  expect((await put(`W/${draft.etag}`)).status).toBe(200);
});

test('who makes a profile without saying so is told how', async () => {
  const reply = await api.send(all, 'PUT', '/profiles/2026-03-01', {});
  expect(reply).toMatchObject({
    status: 428,
    body: { code: 'revision-required', detail: expect.stringContaining('If-None-Match: *') },
  });
});
