import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApi } from '#api/create-api.ts';
import { createSignInLimit, SIGN_IN_LIMITS } from '#api/sign-in/sign-in-limit.ts';
import { openStack, type Stack } from '#local/target/open-stack.ts';

const START_MS = Date.parse('2026-03-16T09:00:00+07:00');
const { person, place, personInPlace, windowSeconds } = SIGN_IN_LIMITS;

describe('wrong passwords', () => {
  let nowMs = START_MS;
  const open = () => {
    nowMs = START_MS;
    return createSignInLimit(() => new Date(nowMs));
  };
  const times = <T>(count: number, take: (index: number) => T) => Array.from({ length: count }, (_, i) => take(i));
  const free = (count: number) => times(count, () => 0);

  test('of one person in one place slow down after five: a second, two, four … a minute at most', () => {
    const limit = open();
    expect(times(personInPlace.free, () => limit.take('lan', 'a'))).toEqual(free(5));
    expect(limit.take('LAN ', 'a')).toBe(1);
    const waits = times(8, () => {
      const seconds = limit.take('lan', 'a');
      nowMs += seconds * 1000;
      expect(limit.take('lan', 'a')).toBe(0);
      return seconds;
    });
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
    expect(limit.take('hoa', 'a')).toBe(0);
    nowMs += windowSeconds * 1000;
    expect(times(5, () => limit.take('lan', 'a'))).toEqual(free(5));
  });

  test('of one person slow down from many places, and of many people in one', () => {
    const limit = open();
    expect(times(person.free, (i) => limit.take('lan', `place-${i}`))).toEqual(free(person.free));
    expect(limit.take('lan', 'another-place')).toBeGreaterThan(0);
    expect(times(place.free, (i) => limit.take(`person-${i}`, 'a'))).toEqual(free(place.free));
    expect(limit.take('another-person', 'a')).toBeGreaterThan(0);
  });

  test('of others shut nobody out who signed in there before', () => {
    const limit = open();
    expect(limit.take('lan', 'office')).toBe(0);
    limit.forgive('lan', 'office');
    for (let i = 0; i < 500; i++) limit.take(`guess-${i}`, 'office');
    for (let i = 0; i < 500; i++) limit.take('lan', `far-${i}`);
    expect(limit.take('hoa', 'office')).toBeGreaterThan(0);
    expect(limit.take('lan', 'elsewhere')).toBeGreaterThan(0);
    expect(limit.take('lan', 'office')).toBe(0);
  });

  test('make nobody wait longer than a minute, however many came', () => {
    const limit = open();
    for (let i = 0; i < 95; i++) limit.take('lan', 'a');
    nowMs += 60_000;
    expect(limit.take('lan', 'a')).toBe(0);
  });

  test('count no more once the right one came', () => {
    const limit = open();
    for (let round = 0; round < 3; round++) {
      expect(times(personInPlace.free, () => limit.take('lan', 'a'))).toEqual(free(5));
      limit.forgive('lan', 'a');
    }
  });

  test('of hundreds of thousands of names are counted in bounded memory, and the newest are known', () => {
    const limit = open();
    for (let i = 0; i < 200_000; i++) limit.take(`person-${i}`, `place-${i}`);
    expect(times(personInPlace.free, () => limit.take('lan', 'a'))).toEqual(free(5));
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
    for (let i = 0; i < personInPlace.free; i++) expect((await post('lan', 'wrong')).status).toBe(401);
    const before = checked;
    const refused = await post('lan', 'right');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1']);
    expect(await refused.json()).toMatchObject({
      code: 'too-many-sign-ins',
      detail: 'Đã nhập sai mật khẩu quá nhiều lần; hãy thử lại sau 1 giây.',
    });
    expect(checked).toBe(before);
    expect((await post('hoa', 'right')).status).toBe(200);
    address = '10.0.0.2';
    expect((await post('lan', 'right')).status).toBe(200);
  });

  test('of many at once lets through no more than one after the other', async () => {
    address = '10.0.0.3';
    const replies = await Promise.all(Array.from({ length: 20 }, () => post('minh', 'wrong')));
    expect(replies.filter(({ status }) => status === 401)).toHaveLength(personInPlace.free);
    expect(replies.filter(({ status }) => status === 429)).toHaveLength(20 - personInPlace.free);
  });
});
