import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DemoPerson, signIn } from '#local/demo/demo-client.ts';
import { openStack } from '#local/target/open-stack.ts';
import { addUser } from '#local/users/users.ts';
import { provincePlan } from '../../localise/support/example.ts';
import { end, type ServerProcess, serve } from '../run-banhanh.ts';

const PASSWORD = 'mot mat khau dai';
const ORGAN = 'dong-nai';
const PATH = '/fan-outs/ca-thanh-pho';
let dir: string;
let server: ServerProcess;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'banhanh-fan-out-'));
  await addUser(
    join(dir, 'users.json'),
    { username: 'clerk', staffId: 'clerk', organ: ORGAN, roles: ['clerk'] },
    PASSWORD,
  );
  server = await serve(dir);
});
afterAll(async () => {
  await end(server, 'SIGKILL');
  rmSync(dir, { recursive: true, force: true });
});

test('a server that is killed amid a fan-out goes on with it by itself when it is started again, and makes nothing twice', async () => {
  const clerk = await signIn(server.url, 'clerk', PASSWORD);
  const body = { runId: 'ca-thanh-pho', plan: provincePlan(), units: '75' };
  expect((await clerk.send('POST', '/fan-outs', body)).status).toBe(202);
  const early = await until(clerk, ({ done }) => done >= 10);
  await end(server, 'SIGKILL');
  expect(early.done).toBeLessThan(95);

  server = await serve(dir);
  const again = await signIn(server.url, 'clerk', PASSWORD);
  expect(await until(again, ({ done }) => done === 95)).toEqual({ waiting: 0, leased: 0, done: 95, failed: 0 });

  const { bytes } = await again.send('GET', `${PATH}/zip`);
  expect(Object.keys(unzipSync(bytes))).toHaveLength(95 + 2);
  await breakOff();
  expect((await until(again, () => true)).done).toBe(95);
  await end(server, 'SIGTERM');
  const events = server
    .printed()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(events.filter(({ level }) => level === 'error')).toEqual([]);
  expect(events.at(-1)).toMatchObject({ event: 'stopped' });

  const stack = await openStack({ dir });
  try {
    const { fanOuts, register } = stack.deps;
    expect(await fanOuts.listOpen()).toEqual([]);
    const rows = await fanOuts.rows(ORGAN, 'ca-thanh-pho');
    expect(new Set(rows.map(({ docId }) => docId)).size).toBe(95);
    for (const { unitOrgan = '', docId = '' } of rows) {
      expect((await register.listEvents(unitOrgan, docId)).length).toBe(1);
      expect((await register.listByState(unitOrgan, 'draft')).items.length).toBe(1);
    }
  } finally {
    await stack.close();
  }
}, 60_000);

/** Takes the beginning of the ZIP and hangs up. */
async function breakOff(): Promise<void> {
  const controller = new AbortController();
  const signed = await fetch(`${server.url}/auth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'clerk', password: PASSWORD }),
  });
  const { access_token: token } = (await signed.json()) as { readonly access_token: string };
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(`${server.url}${PATH}/zip`, { headers, signal: controller.signal });
  await response.body!.getReader().read();
  controller.abort();
}

type Counts = { readonly waiting: number; readonly leased: number; readonly done: number; readonly failed: number };

async function until(clerk: DemoPerson, reached: (counts: Counts) => boolean): Promise<Counts> {
  for (;;) {
    const { counts } = (await clerk.send('GET', PATH)).json() as { readonly counts: Counts };
    if (reached(counts)) return counts;
    await sleep(50);
  }
}
