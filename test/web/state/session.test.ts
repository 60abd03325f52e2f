import { get } from 'svelte/store';
import { beforeEach, expect, test } from 'vitest';
import { createSession, IDLE_MS, type SessionPorts } from '../../../web/src/api/session.ts';

/** Two tabs of one browser over one server, in memory. */
let nowMs: number;
let asked: string[];
let isOver: boolean;
let isShared: boolean;
let listeners: ((event: { readonly data: unknown }) => void)[];
let lock: Promise<unknown>;

beforeEach(() => {
  nowMs = 0;
  asked = [];
  isOver = false;
  isShared = false;
  listeners = [];
  lock = Promise.resolve();
});

function openTab() {
  const own: (typeof listeners)[number][] = [];
  const ports = {
    fetch: async (path: string, { method }: RequestInit) => {
      asked.push(`${method} ${path}`);
      const status = isOver && path.endsWith('renew') ? 401 : 200;
      const person = { staffId: 'an', name: 'An', organ: 'p', roles: ['drafter'] };
      const body =
        status === 200
          ? { accessToken: `token-${asked.length}`, expiresInSeconds: 600, isShared, person }
          : { detail: 'Đã kết thúc.', code: 'session-over' };
      return Response.json(body, { status });
    },
    tabs: {
      postMessage: (data: unknown) => {
        for (const listen of listeners) if (!own.includes(listen)) listen({ data });
      },
      addEventListener: (_: string, listen: (typeof listeners)[number]) => {
        own.push(listen);
        listeners.push(listen);
      },
    },
    exclusive: (act: () => Promise<unknown>) => {
      lock = lock.then(act, act);
      return lock;
    },
    nowMs: () => nowMs,
  } as unknown as SessionPorts;
  return createSession(ports);
}

test('two tabs share one renewal', async () => {
  const [one, other] = [openTab(), openTab()];
  await one.open('an', 'mật khẩu', false);
  expect(await other.token()).toBe('token-1');
  nowMs = 590_000;
  expect(new Set(await Promise.all([one.token(), other.token(), one.token()]))).toEqual(new Set(['token-2']));
  expect(asked).toEqual(['POST /api/session', 'POST /api/session/renew']);
});

test('a token that the server refuses is renewed once for all who wait', async () => {
  const tab = openTab();
  await tab.open('an', 'mật khẩu', false);
  expect(await Promise.all([tab.token(true), tab.token(true)])).toEqual(['token-2', 'token-2']);
});

test('a session that is over asks for the password over what is there', async () => {
  const tab = openTab();
  await tab.open('an', 'mật khẩu', false);
  isOver = true;
  nowMs = 600_000;
  await expect(tab.token()).rejects.toMatchObject({ code: 'session-over' });
  expect(get(tab.signedIn)).toEqual({ state: 'out', ended: true, isShared: false });
});

test('signing out signs out every tab', async () => {
  const [one, other] = [openTab(), openTab()];
  await one.open('an', 'mật khẩu', false);
  await other.close();
  expect(get(one.signedIn).state).toBe('out');
});

test('on a shared machine a session ends after fifteen idle minutes, and a key keeps it', async () => {
  isShared = true;
  const tab = openTab();
  await tab.open('an', 'mật khẩu', true);
  nowMs = IDLE_MS - 1;
  tab.touch();
  nowMs += IDLE_MS;
  await tab.checkIdle();
  expect(get(tab.signedIn).state).toBe('in');
  nowMs += 1;
  await tab.checkIdle();
  expect(get(tab.signedIn)).toEqual({ state: 'out', ended: true, isShared: true });
});

test('on a shared machine a tab that nobody looks at does not end the session of the one that is used', async () => {
  isShared = true;
  const [used, idle] = [openTab(), openTab()];
  await used.open('an', 'mật khẩu', true);
  nowMs = IDLE_MS;
  used.touch();
  nowMs += IDLE_MS;
  await idle.checkIdle();
  expect([get(used.signedIn).state, get(idle.signedIn).state]).toEqual(['in', 'in']);
  nowMs += 1;
  await idle.checkIdle();
  expect(get(used.signedIn)).toEqual({ state: 'out', ended: true, isShared: true });
});

test('what a closing view still asks after signing out opens no session anew', async () => {
  const tab = openTab();
  await tab.open('an', 'mật khẩu', false);
  const closing = tab.close();
  await expect(tab.token()).rejects.toMatchObject({ code: 'session-over' });
  await closing;
  expect(asked).toEqual(['POST /api/session', 'DELETE /api/session']);
  await tab.open('binh', 'mật khẩu', false);
  expect(await tab.token()).toBe('token-3');
});
