import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { banhanh, end, root, type ServerProcess, serve } from '../local/run-banhanh.ts';

const ORGAN = 'phuong-binh-long';
const PASSWORD = 'mot mat khau dai cho phep do';
const REQUESTS = 20_000;
const AT_ONCE = 10;

let base: string;
let server: ServerProcess;
let token: string;
let data: unknown;

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'banhanh-memory-'));
  const dir = join(base, 'data');
  // As the unit of the service has it.
  server = await serve(dir, { MALLOC_ARENA_MAX: '2', NODE_OPTIONS: '--max-semi-space-size=1' });
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

/** Megabytes that the server holds when nobody asks. */
async function heldMb(): Promise<number> {
  await sleep(35_000);
  const status = readFileSync(`/proc/${server.child.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

test('a server holds a fifth more at most after 20,000 requests', async () => {
  // What is compiled and cached at the first of each kind is no growth.
  await many(2_000);
  const before = await heldMb();
  await many(REQUESTS);
  const after = await heldMb();
  console.log(`${before.toFixed(0)} MB before, ${after.toFixed(0)} MB after ${REQUESTS} requests`);
  expect(after).toBeLessThanOrEqual(before * 1.2);
});
