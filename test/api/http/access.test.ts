import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApi } from '#api/create-api.ts';
import { accessOf, open } from '#api/http/access.ts';
import { undeclaredRoutes } from '#api/http/guard.ts';
import type { App } from '#api/http/route.ts';
import { openTestApi, someone, type TestApi } from '../test-api.ts';

let api: TestApi;
let app: App;

beforeAll(async () => {
  api = await openTestApi('2026-03-16T09:00:00+07:00');
});
afterAll(() => api.close());

function newApi(): App {
  return createApi({
    deps: { ...api.deps, fanOuts: api.fanOuts },
    startPump: async () => undefined,
    authenticate: async () => someone('phuong-binh-long', 'clerk'),
    members: api.members,
    signIn: { check: async () => null, now: () => new Date(), addressOf: () => '' },
    report: () => undefined,
  });
}

beforeAll(() => {
  app = newApi();
});

/** Routes of the app, without what runs for every request. */
const ownRoutes = (of: App) => of.routes.filter(({ path }) => path !== '/*');

test('every route of the app declares whom it lets in', () => {
  expect(ownRoutes(app).length).toBeGreaterThan(100);
  expect(undeclaredRoutes(ownRoutes(app))).toEqual([]);
});

test('only what is public lets anyone in', () => {
  const isOpen = ownRoutes(app).filter(({ handler }) => accessOf(handler)?.who === 'anyone');
  expect(isOpen.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
    'GET /healthz',
    'GET /openapi.json',
    'GET /schemas/:name',
    'POST /auth/token',
  ]);
});

test('everything else answers 401 without a token', async () => {
  const signedIn = ownRoutes(app).filter(({ handler }) => accessOf(handler)?.who === 'signed-in');
  expect(signedIn.length).toBeGreaterThan(40);
  for (const { method, path } of signedIn) {
    const url = path.replace(/:\w+/g, '2026-01-01');
    expect((await app.request(url, { method })).status, `${method} ${path}`).toBe(401);
  }
});

const headers = { authorization: 'Bearer a.b.c' };

test.each([
  ['get', (one: App) => one.get('/leak', (c) => c.text('secret'))],
  ['all', (one: App) => one.all('/leak', (c) => c.text('secret'))],
  ['use', (one: App) => one.use('/leak', async (c) => c.text('secret'))],
  [
    'behind an open one of another pattern',
    (one: App) => one.get('/:any', open().middleware, (_, next) => next()) && one.get('/leak', (c) => c.text('secret')),
  ],
])('a route that declares nothing is closed, with and without a token: %s', async (_, add) => {
  const other = newApi();
  add(other);
  expect(undeclaredRoutes(ownRoutes(other))).toHaveLength(1);
  for (const init of [{}, { headers }]) {
    const reply = await other.request('/leak', init);
    expect(reply.status).toBe(401);
    expect(await reply.text()).not.toContain('secret');
  }
});

test('a route that declares is open as far as it says', async () => {
  const other = newApi();
  other.get('/page/*', open().middleware, (c) =>
    c.html('<p>', 200, { 'Content-Security-Policy': "default-src 'self'", 'Cache-Control': 'no-cache' }),
  );
  const reply = await other.request('/page/x');
  expect(reply.status).toBe(200);
  expect(reply.headers.get('content-security-policy')).toBe("default-src 'self'");
  expect(reply.headers.get('cache-control')).toBe('no-cache');
});

test('every answer says how a browser has to treat it', async () => {
  for (const path of ['/healthz', '/find', '/nothing']) {
    const { headers } = await app.request(path);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
  }
});

test('a method that a path does not take is told which it takes, signed in or not', async () => {
  const reply = await app.request('/documents/some-document', { method: 'PATCH' });
  expect([reply.status, reply.headers.get('allow')]).toEqual([405, 'DELETE, GET, HEAD, PUT']);
});

test('HEAD answers as GET does, and is closed as GET is', async () => {
  expect((await app.request('/healthz', { method: 'HEAD' })).status).toBe(200);
  expect((await app.request('/find?number=1', { method: 'HEAD' })).status).toBe(401);
});
