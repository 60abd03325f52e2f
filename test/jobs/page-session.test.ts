import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { OPEN_ROUTES } from '#infra/gateway.ts';
import { createMembers } from '#register/organs/members.ts';
import { openDynamoTable } from '#register/table/dynamo/dynamo-table.ts';
import { CITY, PEOPLE } from '../support/desk.ts';
import { ask } from './support/ask.ts';
import { startTestCloud, type TestCloud } from './support/cloud.ts';
import { issued } from './support/numbered.ts';
import type { RunningFunction } from './support/run-function.ts';
import { startTokenEndpoint, type TokenEndpoint } from './support/token-endpoint.ts';

// The bundled API behind the page's origin, with a stand-in for the pool's token endpoint.

const ORIGIN = 'https://d111111abcdef8.cloudfront.net';
const DOOR = 'what-only-cloudfront-knows';
const who = PEOPLE.clerk;
const COOKIE = '__Host-banhanh-session';

let cloud: TestCloud;
let endpoint: TokenEndpoint;
let api: RunningFunction;

beforeAll(async () => {
  cloud = await startTestCloud();
  endpoint = await startTokenEndpoint(cloud.pool, `${ORIGIN}/`);
  const members = createMembers(openDynamoTable(cloud.table.client(), cloud.table.tableName));
  const name = 'Nguyễn Thị Lan';
  const at = new Date();
  await members.put({ ...who, roles: [...who.roles], username: 'lan', name, active: true, rev: null, actor: 'qt', at });
  api = await cloud.start('api', { PAGE_ORIGIN: ORIGIN, SIGN_IN_URL: endpoint.url, DOOR_SECRET: DOOR });
});
afterAll(async () => {
  await endpoint.stop();
  await cloud.stop();
});
beforeEach(() => endpoint.answer(200));

const ofPage = { origin: ORIGIN, 'x-banhanh': '1', 'x-banhanh-door': DOOR };
const send = (method: string, path: string, json?: object, headers: Record<string, string> = {}) =>
  ask(api, cloud, null, method, path, { ...(json && { json }), headers: { ...ofPage, ...headers } });

async function open(isShared = false) {
  const verifier = randomBytes(32).toString('hex');
  const answer = await send('POST', '/api/session', { code: endpoint.codeOf(who, verifier), verifier, isShared });
  return { answer, cookie: cookieOf(answer.headers['set-cookie'] ?? '') };
}
const cookieOf = (header: string) => header.split(';')[0] ?? '';

describe('a session of the page', () => {
  test('begins with a code of the pool; the refresh token is in the cookie and nowhere else', async () => {
    const { answer, cookie } = await open();
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      expiresInSeconds: 600,
      isShared: false,
      person: { staffId: who.staffId, name: 'Nguyễn Thị Lan', organ: CITY },
    });
    const header = answer.headers['set-cookie'] ?? '';
    expect(header).toMatch(new RegExp(`^${COOKIE}=[^;]+; Max-Age=43200; Path=/; HttpOnly; Secure; SameSite=Strict$`));
    expect(JSON.stringify(answer.body)).not.toContain(cookie.slice(COOKIE.length + 1));
    const lists = await ask(api, cloud, null, 'GET', '/api/members', {
      token: answer.body.accessToken,
      headers: ofPage,
    });
    expect([200, 403]).toContain(lists.status);
  });

  test('is renewed by its cookie, and ends when it is closed', async () => {
    const { cookie } = await open();
    const renewed = await send('POST', '/api/session/renew', undefined, { cookie });
    expect([renewed.status, renewed.body.person.staffId]).toEqual([200, who.staffId]);
    expect((await send('DELETE', '/api/session', undefined, { cookie })).status).toBe(204);
    const over = await send('POST', '/api/session/renew', undefined, { cookie });
    expect([over.status, over.body.code]).toEqual([401, 'session-over']);
  });

  test('on a machine that several people use ends after a quarter of an hour without a renewal', async () => {
    const { answer, cookie } = await open(true);
    expect(answer.headers['set-cookie']).toContain('Max-Age=900');
    const renewed = await send('POST', '/api/session/renew', undefined, { cookie });
    expect([renewed.status, renewed.body.isShared]).toEqual([200, true]);
  });

  test('does not begin with a code that was used, of another verifier, or from another site', async () => {
    const verifier = randomBytes(32).toString('hex');
    const code = endpoint.codeOf(who, verifier);
    const other = await send('POST', '/api/session', { code, verifier: randomBytes(32).toString('hex') });
    expect(other.status).toBe(401);
    expect((await send('POST', '/api/session', { code, verifier })).status).toBe(401);
    const foreign = await send('POST', '/api/session', { code, verifier }, { origin: 'https://evil.example' });
    expect([foreign.status, foreign.body.code]).toEqual([403, 'foreign-origin']);
  });

  test('is to be asked for again where the pool does not answer', async () => {
    const { cookie } = await open();
    endpoint.answer(503);
    const answer = await send('POST', '/api/session/renew', undefined, { cookie });
    expect([answer.status, answer.body.code]).toEqual([503, 'unavailable']);
    expect(answer.headers['retry-after']).toBeDefined();
  });
});

describe('the API behind the page’s origin', () => {
  test('tells the page where people sign in', async () => {
    const { status, body } = await send('GET', '/config.json');
    expect([status, body]).toEqual([
      200,
      {
        signIn: 'code',
        isSample: false,
        isTold: false,
        authorizeUrl: `${endpoint.url}/oauth2/authorize`,
        logoutUrl: `${endpoint.url}/logout`,
        clientId: expect.any(String),
        redirectUri: `${ORIGIN}/`,
        scope: 'openid',
      },
    ]);
  });

  test('has nothing open that the gateway does not open as well, and the other way round', async () => {
    const { body } = await send('GET', '/api/openapi.json');
    const open = Object.entries<Record<string, { readonly security?: readonly unknown[] }>>(body.paths).flatMap(
      ([path, operations]) =>
        Object.entries(operations)
          .filter(([, { security }]) => security?.length === 0)
          .map(([method]) => `${method.toUpperCase()} /api${path}`),
    );
    const atTheGateway = OPEN_ROUTES.map(([method, path]) => `${method} ${path}`);
    const alsoForPrograms = [
      'GET /config.json',
      'GET /healthz',
      'GET /openapi.json',
      'GET /api/openapi.json',
      'GET /schemas/{name}',
    ];
    expect(atTheGateway.filter((one) => !alsoForPrograms.includes(one)).sort()).toEqual(open.sort());
  });

  test('logs the address that CloudFront saw, and never what a sender or whoever goes round it says', async () => {
    const forwarded = { 'x-forwarded-for': '10.0.0.1, 198.51.100.7, 130.176.1.1' };
    await send('GET', '/api/healthz', undefined, forwarded);
    await ask(api, cloud, null, 'GET', '/healthz', { headers: { ...forwarded, 'x-banhanh-door': 'guess' } });
    const lines = api.logs().filter(({ message }) => message === 'request');
    expect(lines.slice(-2).map(({ address }) => address)).toEqual(['198.51.100.7', undefined]);
  });

  test('answers nobody who goes round it', async () => {
    for (const headers of [{}, { 'x-banhanh-door': 'guess' }])
      expect((await ask(api, cloud, who, 'GET', '/healthz', { headers })).status).toBe(403);
  });

  test('hands a link to scripts as JSON, and redirects programs', async () => {
    const { row } = await issued(cloud.deps, 'lay-qua-trang');
    const path = `/api/issued/${CITY}/lay-qua-trang/files/${row.files[0]!.fileId}`;
    const asJson = await ask(api, cloud, who, 'GET', path, { headers: { ...ofPage, accept: 'application/json' } });
    expect([asJson.status, Object.keys(asJson.body)]).toEqual([200, ['url']]);
    expect((await fetch(asJson.body.url)).status).toBe(200);
    const followed = await ask(api, cloud, who, 'GET', path, { headers: ofPage });
    expect([followed.status, followed.headers['location']]).toEqual([303, expect.stringMatching(/^http/)]);
  });
});
