import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { currentMember, MEMBER_TRUSTED_MS } from '#api/sign-in/current-member.ts';
import { dataPaths } from '../../../local/data-directory/data-directory.ts';
import { openLocalSessions, SESSION_SECONDS, SHARED_IDLE_SECONDS } from '../../../local/server/local-sessions.ts';
import type { RunningServer } from '../../../local/server/start-options.ts';
import { startServer } from '../../../local/server/start-server.ts';
import { openTokens } from '../../../local/server/tokens.ts';
import { createFileMembers } from '../../../local/target/file-members.ts';
import { addUser, removeUser, setPassword } from '../../../local/users/users.ts';

const ORGAN = 'phuong-binh-long';
const PASSWORD = 'mật khẩu đủ dài';
let dir: string;
let server: RunningServer;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'banhanh-session-'));
  const page = join(dir, 'page');
  await mkdir(join(page, 'assets'), { recursive: true });
  await writeFile(join(page, 'index.html'), '<!doctype html><title>Ban Hành</title>');
  await writeFile(join(page, 'assets/a-1234.js'), `export const a = 1;${' '.repeat(2000)}`);
  server = await startServer({
    dir: join(dir, 'data'),
    port: 0,
    organsFile: join(import.meta.dirname, '../../../examples/organs.json'),
    pageDir: page,
    report: () => {},
    onRecovery: () => {},
  });
  for (const name of ['an', 'binh', 'cuc']) await add(name);
});
afterAll(async () => {
  await server.close();
  await rm(dir, { recursive: true });
});

const users = () => dataPaths(join(dir, 'data')).users;
const add = (name: string) =>
  addUser(users(), { username: name, staffId: name, organ: ORGAN, roles: ['drafter'] }, PASSWORD);

/** Asks as the page does; `headers` overrides. */
function ask(method: string, path: string, body?: object, headers: Record<string, string> = {}) {
  return fetch(server.url + path, {
    method,
    headers: { origin: server.url, 'x-banhanh': '1', ...(body && { 'content-type': 'application/json' }), ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
}
// biome-ignore lint/suspicious/noExplicitAny: a test looks into answers as they come
const bodyOf = (response: Response): Promise<any> => response.json();
const cookieOf = (response: Response) => response.headers.getSetCookie()[0]?.split(';')[0] ?? '';

describe('a session', () => {
  test('opens by a password, asks with its token, is renewed by its cookie, and ends', async () => {
    const opened = await ask('POST', '/api/session', { username: 'an', password: PASSWORD });
    const session = await bodyOf(opened);
    expect(session).toMatchObject({
      expiresInSeconds: 600,
      person: { staffId: 'an', organ: ORGAN, roles: ['drafter'] },
    });
    expect(opened.headers.getSetCookie()[0]).toMatch(
      /^banhanh-session=.*; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Strict$/,
    );

    const bearer = { authorization: `Bearer ${session.accessToken}` };
    expect((await ask('GET', '/api/reminders', undefined, bearer)).status).toBe(200);
    expect((await ask('GET', '/api/reminders', undefined, { cookie: cookieOf(opened) })).status).toBe(401);

    const renewed = await ask('POST', '/api/session/renew', undefined, { cookie: cookieOf(opened) });
    expect(renewed.status).toBe(200);
    const ended = await ask('DELETE', '/api/session', undefined, { cookie: cookieOf(renewed) });
    expect(ended.status).toBe(204);
    const again = await ask('POST', '/api/session/renew', undefined, { cookie: cookieOf(opened) });
    expect([again.status, (await bodyOf(again)).code]).toEqual([401, 'session-over']);
  });

  test('is refused to a wrong password, and to another site', async () => {
    const body = { username: 'an', password: 'không phải' };
    expect((await bodyOf(await ask('POST', '/api/session', body))).code).toBe('wrong-password');
    for (const headers of [{ origin: 'https://khac.vn' }, { 'x-banhanh': '0' }]) {
      const response = await ask('POST', '/api/session', { username: 'an', password: PASSWORD }, headers);
      expect([response.status, (await bodyOf(response)).code]).toEqual([403, 'foreign-origin']);
    }
  });

  test('ends with another password', async () => {
    const opened = await ask('POST', '/api/session', { username: 'binh', password: PASSWORD });
    await setPassword(users(), 'binh', 'một mật khẩu khác');
    expect((await ask('POST', '/api/session/renew', undefined, { cookie: cookieOf(opened) })).status).toBe(401);
  });

  test('a token is not one for renewal, nor the other way', async () => {
    const opened = await ask('POST', '/api/session', { username: 'an', password: PASSWORD });
    const { accessToken } = await bodyOf(opened);
    const cookie = `banhanh-session=${accessToken}`;
    expect((await ask('POST', '/api/session/renew', undefined, { cookie })).status).toBe(401);
    const authorization = `Bearer ${cookieOf(opened).split('=')[1]}`;
    expect((await ask('GET', '/api/reminders', undefined, { authorization })).status).toBe(401);
  });
});

describe('on a clock of its own, a session', () => {
  let nowMs = Date.parse('2026-03-16T08:00:00+07:00');
  const now = () => new Date(nowMs);
  const open = async () => {
    const tokens = await openTokens(join(dir, 'data/token-key.json'), now);
    return openLocalSessions({ usersPath: users(), endedPath: join(dir, 'ended.json'), tokens, now });
  };

  test('lasts a working day, however often it is renewed', async () => {
    const sessions = await open();
    let token = (await sessions.open({ username: 'an', password: PASSWORD }, false))!.refreshToken;
    for (let hour = 1; hour < SESSION_SECONDS / 3600; hour += 1) {
      nowMs += 3_600_000;
      token = (await sessions.renew(token))!.refreshToken;
    }
    nowMs += 3_600_000;
    expect(await sessions.renew(token)).toBeNull();
  });

  test('on a shared machine ends when nobody works', async () => {
    const sessions = await open();
    const session = (await sessions.open({ username: 'an', password: PASSWORD }, true))!;
    expect(session.cookieSeconds).toBeNull();
    nowMs += (SHARED_IDLE_SECONDS - 1) * 1000;
    const renewed = await sessions.renew(session.refreshToken);
    nowMs += (SHARED_IDLE_SECONDS - 1) * 1000;
    expect(await sessions.renew(renewed!.refreshToken)).not.toBeNull();
    expect(await sessions.renew(session.refreshToken)).toBeNull();
  });

  test('stays ended after a restart', async () => {
    const sessions = await open();
    const { refreshToken } = (await sessions.open({ username: 'an', password: PASSWORD }, false))!;
    await sessions.close(refreshToken);
    expect(await (await open()).renew(refreshToken)).toBeNull();
  });

  test('stays ended after a restart, however many sign out at once', async () => {
    const sessions = await open();
    const person = { username: 'an', password: PASSWORD };
    const opened = await Promise.all(Array.from({ length: 12 }, () => sessions.open(person, false)));
    await Promise.all(opened.map((one) => sessions.close(one!.refreshToken)));
    const after = await open();
    const renewed = await Promise.all(opened.map((one) => after.renew(one!.refreshToken)));
    expect(renewed.filter((one) => one !== null)).toEqual([]);
  });

  test('of a removed person does nothing within a minute, though the token holds', async () => {
    const tokens = await openTokens(join(dir, 'data/token-key.json'), now);
    const authenticate = currentMember(tokens.authenticate, createFileMembers(users()), now);
    const token = await tokens.sign({ username: 'cuc', staffId: 'cuc', organ: ORGAN, roles: ['clerk'] }, 600);
    expect(await authenticate(token)).toMatchObject({ staffId: 'cuc', roles: ['drafter'] });
    await removeUser(users(), 'cuc');
    nowMs += MEMBER_TRUSTED_MS;
    await expect(authenticate(token)).rejects.toMatchObject({ code: 'token-invalid' });
  });
});

describe('the page', () => {
  const html = { accept: 'text/html' };

  test('answers at its address and at those of its views, with its policy, and never from a cache', async () => {
    for (const path of ['/', '/cho-ky', '/van-ban/phuong-binh-long/mau']) {
      const response = await fetch(server.url + path, { headers: html });
      expect(await response.text(), path).toContain('<title>Ban Hành</title>');
      expect(response.headers.get('content-security-policy')).toMatch(
        /^default-src 'none'; .*require-trusted-types-for/,
      );
      expect(response.headers.get('cache-control')).toBe('no-cache');
    }
  });

  test('gives a file named by its hash for good, packed', async () => {
    const response = await fetch(`${server.url}/assets/a-1234.js`);
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(await response.text()).toContain('export const a');
    const etag = response.headers.get('etag')!;
    expect((await fetch(`${server.url}/assets/a-1234.js`, { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  test('leaves the old paths of the API to programs, and says no to files that are not there', async () => {
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${server.url}/api/healthz`)).status).toBe(200);
    expect((await fetch(`${server.url}/reminders`, { headers: html })).status).toBe(200);
    expect((await fetch(`${server.url}/assets/../../users.json`, { headers: html })).status).toBe(404);
    expect((await bodyOf(await fetch(`${server.url}/config.json`))).isSample).toBe(false);
  });
});
