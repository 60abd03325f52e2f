import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApi } from '#api/create-api.ts';
import { createSignInLimit, SIGN_IN_LIMITS } from '#api/sign-in/sign-in-limit.ts';
import { openStack, type Stack } from '#local/place/open-stack.ts';

const START_MS = Date.parse('2026-03-16T09:00:00+07:00');
const { person, place, personInPlace, windowSeconds } = SIGN_IN_LIMITS;

describe('wrong passwords', () => {
  let nowMs = START_MS;
  const open = () => {
    nowMs = START_MS;
    return createSignInLimit(() => new Date(nowMs));
  };
  const times = <T>(count: number, take: (index: number) => T) => Array.from({ length: count }, (_, i) => take(i));

  test('of one person from one place count to five, for a quarter of an hour', () => {
    const limit = open();
    expect(times(personInPlace, () => limit.take('lan', 'a'))).toEqual([0, 0, 0, 0, 0]);
    nowMs += 60_000;
    expect(limit.take('lan', 'a')).toBe(windowSeconds - 60);
    expect(limit.take('LAN', 'a')).toBeGreaterThan(0);
    expect(limit.take('hoa', 'a')).toBe(0);
    expect(limit.take('lan', 'b')).toBe(0);
    nowMs = START_MS + windowSeconds * 1000;
    expect(limit.take('lan', 'a')).toBe(0);
  });

  test('of one person count from many places, and of many people from one', () => {
    const limit = open();
    expect(times(person, (i) => limit.take('lan', `place-${i}`))).toEqual(times(person, () => 0));
    expect(limit.take('lan', 'another-place')).toBeGreaterThan(0);
    expect(times(place, (i) => limit.take(`person-${i}`, 'a'))).toEqual(times(place, () => 0));
    expect(limit.take('another-person', 'a')).toBeGreaterThan(0);
  });

  test('count no more once the right one came', () => {
    const limit = open();
    for (let round = 0; round < 3; round++) {
      expect(times(personInPlace, () => limit.take('lan', 'a'))).toEqual([0, 0, 0, 0, 0]);
      limit.forgive('lan', 'a');
    }
  });

  test('of others from one place stay counted when one person signs in there', () => {
    const limit = open();
    expect(times(place - 1, (i) => limit.take(`person-${i}`, 'a'))).toEqual(times(place - 1, () => 0));
    expect(limit.take('lan', 'a')).toBe(0);
    limit.forgive('lan', 'a');
    expect(limit.take('hoa', 'a')).toBe(0);
    expect(limit.take('mai', 'a')).toBeGreaterThan(0);
  });

  test('of hundreds of thousands of names are counted in bounded memory, and the newest are known', () => {
    const limit = open();
    for (let i = 0; i < 200_000; i++) limit.take(`person-${i}`, `place-${i}`);
    expect(times(personInPlace, () => limit.take('lan', 'a'))).toEqual([0, 0, 0, 0, 0]);
    expect(limit.take('lan', 'a')).toBeGreaterThan(0);
  });
});

describe('signing in', () => {
  let dir: string;
  let stack: Stack;
  let checked = 0;
  let address = '10.0.0.1';
  let post: (username: string, password: string) => Promise<Response>;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'banhanh-sign-in-'));
    stack = await openStack({ dir });
    const app = createApi({
      deps: stack.deps,
      startPump: async () => {},
      authenticate: () => Promise.reject(new Error('nobody is asked')),
      signIn: {
        check: async (_, password) => {
          checked += 1;
          return password === 'right' ? { token: 'a-token', expiresInSeconds: 60 } : null;
        },
        now: () => new Date(START_MS),
        addressOf: () => address,
      },
      report: () => {},
    });
    post = async (username, password) =>
      app.request('/auth/token', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': `10.1.1.${checked}` },
        body: JSON.stringify({ username, password }),
      });
  });
  afterAll(async () => {
    await stack.close();
    await rm(dir, { recursive: true, force: true });
  });

  test('is answered 429 with the time to wait, and the password is not looked at', async () => {
    for (let i = 0; i < personInPlace; i++) expect((await post('lan', 'wrong')).status).toBe(401);
    const before = checked;
    const refused = await post('lan', 'right');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, String(windowSeconds)]);
    expect(await refused.json()).toMatchObject({
      code: 'too-many-sign-ins',
      detail: 'Đã nhập sai mật khẩu quá nhiều lần; hãy thử lại sau 15 phút.',
    });
    expect(checked).toBe(before);
    expect((await post('hoa', 'right')).status).toBe(200);
    address = '10.0.0.2';
    expect((await post('lan', 'right')).status).toBe(200);
  });

  test('of many at once lets through no more than one after the other', async () => {
    address = '10.0.0.3';
    const replies = await Promise.all(Array.from({ length: 20 }, () => post('minh', 'wrong')));
    expect(replies.filter(({ status }) => status === 401)).toHaveLength(personInPlace);
    expect(replies.filter(({ status }) => status === 429)).toHaveLength(20 - personInPlace);
  });
});
