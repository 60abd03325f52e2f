import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { banhanh, end, root, type ServerProcess, serve } from '../local/run-banhanh.ts';

const ORGAN = 'phuong-binh-long';
const PASSWORD = 'mot mat khau dai cho phep do';
const REQUESTS = 20_000;
const AT_ONCE = 10;

/** Collects what nobody needs, and says what is left: V8 keeps room for more than that, as it sees fit. */
const COLLECT = `import { setFlagsFromString } from 'node:v8';
import { isMainThread } from 'node:worker_threads';
import { runInNewContext } from 'node:vm';
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');
if (isMainThread)
  process.on('SIGUSR2', () => {
    collect();
    collect();
    const { heapUsed, external, rss } = process.memoryUsage();
    console.error('live=' + (heapUsed + external) + ' resident=' + rss);
  });
`;

let base: string;
let server: ServerProcess;
let token: string;
let data: unknown;

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'banhanh-memory-'));
  const dir = join(base, 'data');
  const hook = join(base, 'collect.mjs');
  await writeFile(hook, COLLECT);
  // As the unit of the service has it.
  const options = `--max-semi-space-size=4 --import=${pathToFileURL(hook).href}`;
  server = await serve(dir, { MALLOC_ARENA_MAX: '2', NODE_OPTIONS: options });
  const add = ['user', 'add', 'an', '--organ', ORGAN, '--roles', 'drafter,clerk', '--data', dir];
  expect(banhanh(add, { input: `${PASSWORD}\n` })).toMatchObject({ status: 0 });
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ username: 'an', password: PASSWORD });
  const signedIn = await fetch(`${server.url}/auth/token`, { method: 'POST', headers, body });
  token = z.object({ access_token: z.string() }).parse(await signedIn.json()).access_token;
  data = JSON.parse(await readFile(join(root, 'examples/ke-hoach-phuong-2026.json'), 'utf8'));
});
afterAll(async () => {
  await end(server, 'SIGTERM');
  await rm(base, { recursive: true, force: true });
});

async function ask(method: string, path: string, body?: unknown): Promise<number> {
  const answer = await fetch(`${server.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  await answer.arrayBuffer();
  return answer.status;
}

/** Requests of a day by turns: found, listed, looked for, read, refused, and now and then a draft. */
async function oneOf(n: number): Promise<void> {
  if (n % 400 === 0) expect(await ask('POST', '/documents', { data })).toBe(201);
  else if (n % 5 === 0) expect(await ask('GET', '/documents?state=draft')).toBe(200);
  else if (n % 5 === 1) expect(await ask('GET', `/search?text=cai%20cach&organ=${ORGAN}`)).toBe(200);
  else if (n % 5 === 2) expect(await ask('GET', '/lists')).toBe(200);
  else if (n % 50 === 3) expect(await ask('GET', '/documents/khong-co-dau')).toBe(404);
  else expect(await ask('GET', '/find?number=35%2FKH-UBND')).toBe(200);
}

async function many(requests: number): Promise<void> {
  for (let n = 0; n < requests; n += AT_ONCE)
    await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => oneOf(n + index)));
}

/** Megabytes that the server still needs, and those that the system counts as its own. */
async function heldMb(): Promise<{ readonly live: number; readonly resident: number }> {
  const seen = server.printed().length;
  server.child.kill('SIGUSR2');
  for (;;) {
    const [, live, resident] = /live=(\d+) resident=(\d+)/.exec(server.printed().slice(seen)) ?? [];
    if (live !== undefined) return { live: Number(live) / 1e6, resident: Number(resident) / 1e6 };
    await sleep(100);
  }
}

test('a server needs and holds a fifth more at most after 20,000 requests: it keeps nothing of them', async () => {
  // What is compiled and cached at the first of each kind is no growth.
  await many(2_000);
  const before = await heldMb();
  await many(REQUESTS);
  const after = await heldMb();
  const shown = ({ live, resident }: typeof before) => `${live.toFixed(0)} MB live, ${resident.toFixed(0)} resident`;
  console.log(`${shown(before)}; after ${REQUESTS} requests ${shown(after)}`);
  expect(after.live).toBeLessThanOrEqual(before.live * 1.2);
  expect(after.resident).toBeLessThanOrEqual(before.resident * 1.2);
});
