import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dataPaths } from '#local/data-directory/data-directory.ts';
import type { RunningServer } from '#local/server/start-options.ts';
import { startServer } from '#local/server/start-server.ts';
import { organsOf } from '#local/target/organs-of.ts';
import { addUser, removeUser } from '#local/users/users.ts';
import { root } from '../run-banhanh.ts';

const ORGAN = 'phuong-binh-long';
const PASSWORD = 'mật khẩu đủ dài';
let base: string;
let server: RunningServer;

const start = (name: string, organsFile = join(root, 'examples/organs.json')) =>
  startServer({ dir: join(base, name), port: 0, organsFile, report: () => {}, onRecovery: () => {} });

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'banhanh-accounts-'));
  server = await start('data');
});
afterAll(async () => {
  await server.close();
  await rm(base, { recursive: true });
});

// biome-ignore lint/suspicious/noExplicitAny: a test looks into answers as they come
type Reply = { status: number; readonly body: any };
async function ask(method: string, path: string, body?: object, token?: string, at = server): Promise<Reply> {
  const response = await fetch(at.url + path, {
    method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body && { 'content-type': 'application/json' }),
      'if-match': '"r1"',
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
}
const signIn = (username: string, password = PASSWORD, at = server) =>
  ask('POST', '/auth/token', { username, password }, undefined, at);
const tokenOf = async (username: string) => (await signIn(username)).body.access_token;
const users = () => dataPaths(join(base, 'data')).users;

describe('the first admin of a directory without people', () => {
  const first = { username: 'Quan-Tri ', name: 'Trần Thị Quản', password: PASSWORD, organ: ORGAN };
  const claim = (sent: object, at = server) => ask('POST', '/auth/first-admin', sent, undefined, at);

  test('claims it by the code that the start gives, once', async () => {
    const code = server.claimCode ?? '';
    expect(code).toMatch(/^[A-HJKM-NP-Z2-9]{4}(-[A-HJKM-NP-Z2-9]{4}){2}$/);
    expect(await claim({ ...first, code: 'AAAA-BBBB-CCCC' })).toMatchObject({
      status: 403,
      body: { code: 'claim-refused' },
    });
    expect(await claim({ ...first, code, organ: 'khong-co' })).toMatchObject({
      status: 422,
      body: { code: 'no-such-organ', detail: expect.stringContaining(ORGAN) },
    });
    expect(await claim({ ...first, code, password: '12345678' })).toMatchObject({
      status: 422,
      body: { code: 'password-refused' },
    });
    expect(await claim({ ...first, code: ` ${code.toLowerCase()}` })).toMatchObject({
      status: 201,
      body: { organ: ORGAN, staffId: 'quan-tri' },
    });
    expect(await claim({ ...first, username: 'hai', code })).toMatchObject({ status: 403 });
    const members = await ask('GET', '/members', undefined, await tokenOf('QUAN-TRI'));
    expect(members.body.items).toMatchObject([{ username: 'quan-tri', roles: ['admin'], name: first.name }]);
  });

  test('needs no organ where there is one, and no code is given where there are people', async () => {
    const [profile] = JSON.parse(await readFile(join(root, 'examples/organs.json'), 'utf8'));
    const organs = join(base, 'one.json');
    await writeFile(organs, JSON.stringify([profile]));
    const other = await start('one', organs);
    const { organ: _, ...without } = first;
    expect(await claim({ ...without, code: other.claimCode }, other)).toMatchObject({
      status: 201,
      body: { organ: profile.organId },
    });
    await other.close();
    const again = await start('one', organs);
    expect(again.claimCode).toBeUndefined();
    await again.close();
  });

  test('declares the office of a new directory, which is known from then on', async () => {
    const quiet = { port: 0, report: () => {}, onRecovery: () => {} };
    const dir = join(base, 'new');
    await expect(startServer({ dir, ...quiet })).rejects.toThrow('--new');
    const fresh = await startServer({ dir, isNew: true, ...quiet });
    const { organ: _, ...without } = first;
    const code = fresh.claimCode;
    expect(await claim({ ...without, code }, fresh)).toMatchObject({ body: { code: 'no-such-organ' } });
    expect(await claim({ ...without, code, organ: 'tram-y-te' }, fresh)).toMatchObject({ status: 201 });
    await fresh.close();
    expect(await organsOf({ dir }, undefined)).toEqual(['tram-y-te']);
    const again = await startServer({ dir, ...quiet });
    expect((await signIn('quan-tri', PASSWORD, again)).status).toBe(200);
    await again.close();
  });
});

describe('passwords', () => {
  beforeAll(async () => {
    for (const name of ['an', 'binh', 'cuc']) {
      await addUser(users(), { username: name, staffId: name, organ: ORGAN, roles: ['drafter'] }, PASSWORD);
    }
    await addUser(users(), { username: 'sep', staffId: 'sep', organ: ORGAN, roles: ['admin'] }, PASSWORD);
    await addUser(users(), { username: 'xa', staffId: 'xa', organ: 'dong-nai', roles: ['admin'] }, PASSWORD);
  });

  test('people change their own with the one they have', async () => {
    const token = await tokenOf('an');
    const change = (password: string, newPassword: string) =>
      ask('POST', '/account/password', { password, newPassword }, token);
    expect(await change('mật khẩu sai', 'mật khẩu khác')).toMatchObject({
      status: 401,
      body: { code: 'wrong-password' },
    });
    expect(await change(PASSWORD, PASSWORD)).toMatchObject({ status: 422, body: { code: 'password-refused' } });
    expect(await change(PASSWORD, 'qwertyuiop')).toMatchObject({
      status: 422,
      body: { detail: expect.stringContaining('rất nhiều người dùng') },
    });
    expect(await change(PASSWORD, 'mật khẩu khác hẳn')).toMatchObject({ status: 204 });
    expect((await signIn('an')).status).toBe(401);
    expect((await signIn('an', 'mật khẩu khác hẳn')).status).toBe(200);
    expect(await ask('GET', '/reminders', undefined, token)).toMatchObject({ status: 401 });
  });

  test('an admin gives a one-time password, which does nothing but set another', async () => {
    const admin = await tokenOf('sep');
    const reset = (staffId: string, token = admin) =>
      ask('POST', `/members/${staffId}/password-reset`, undefined, token);
    expect(await reset('sep')).toMatchObject({ status: 409, body: { code: 'own-reset' } });
    expect(await reset('khong-co')).toMatchObject({ status: 404 });
    expect(await reset('binh', await tokenOf('xa'))).toMatchObject({ status: 404 });
    expect(await reset('binh', await tokenOf('cuc'))).toMatchObject({ status: 403, body: { code: 'role-missing' } });
    const stolen = await tokenOf('binh');
    expect((await ask('GET', '/reminders', undefined, stolen)).status).toBe(200);
    const { oneTimePassword } = (await reset('binh')).body;
    expect(await ask('GET', '/reminders', undefined, stolen)).toMatchObject({ status: 401 });
    expect((await signIn('binh')).status).toBe(401);
    expect(await signIn('binh', oneTimePassword)).toMatchObject({
      status: 403,
      body: { code: 'password-must-change' },
    });
    const page = { origin: server.url, 'x-banhanh': '1', 'content-type': 'application/json' };
    const session = await fetch(`${server.url}/session`, {
      method: 'POST',
      headers: page,
      body: JSON.stringify({ username: 'binh', password: oneTimePassword }),
    });
    expect(session.status).toBe(403);
    const set = (password: string, newPassword: string) =>
      ask('POST', '/auth/password', { username: 'Binh', password, newPassword });
    expect(await set('mật khẩu sai', 'mật khẩu của bình')).toMatchObject({ status: 401 });
    expect(await set(oneTimePassword, 'mật khẩu của bình')).toMatchObject({ status: 204 });
    expect(await set(oneTimePassword, 'mật khẩu khác nữa')).toMatchObject({ status: 401 });
    expect((await signIn('binh', 'mật khẩu của bình')).status).toBe(200);
  });
});

describe('who is removed or has fewer roles', () => {
  test('can do less from the next request on', async () => {
    await addUser(users(), { username: 'dung', staffId: 'dung', organ: ORGAN, roles: ['admin'] }, PASSWORD);
    const [token, admin] = [await tokenOf('dung'), await tokenOf('sep')];
    expect((await ask('GET', '/members', undefined, token)).status).toBe(200);
    const fewer = { username: 'dung', name: 'Dũng', roles: ['drafter'], active: true };
    expect((await ask('PUT', '/members/dung', fewer, admin)).status).toBe(200);
    expect(await ask('GET', '/members', undefined, token)).toMatchObject({
      status: 403,
      body: { code: 'role-missing' },
    });
    expect((await ask('GET', '/reminders', undefined, token)).status).toBe(200);
    await removeUser(users(), 'dung');
    expect(await ask('GET', '/reminders', undefined, token)).toMatchObject({ status: 401 });
    await addUser(users(), { username: 'dung', staffId: 'dung', organ: ORGAN, roles: ['admin'] }, PASSWORD);
    expect(await ask('GET', '/reminders', undefined, token)).toMatchObject({ status: 401 });
    expect((await ask('GET', '/members', undefined, await tokenOf('dung'))).status).toBe(200);
  });
});
