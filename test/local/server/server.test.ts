import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type DemoPerson, foundOf, signIn } from '#local/demo/demo-client.ts';
import { addUser } from '#local/users/users.ts';
import { banhanh, end, root, type ServerProcess, serve } from '../run-banhanh.ts';

const PASSWORD = 'mot mat khau dai';
const ORGAN = 'dong-nai';
let dir: string;
let running: ServerProcess[];

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'banhanh-server-'));
  running = [];
  for (const role of ['drafter', 'signer', 'clerk'] as const) {
    const staffId = role === 'signer' ? 'nguyen-thi-hoang' : role;
    const user = { username: role, staffId, organ: ORGAN, roles: [role] };
    await addUser(join(dir, 'users.json'), user, PASSWORD);
  }
});
afterEach(async () => {
  for (const server of running) await end(server, 'SIGKILL');
  rmSync(dir, { recursive: true, force: true });
});

async function start(): Promise<ServerProcess> {
  const server = await serve(dir);
  running.push(server);
  return server;
}

async function people({ url }: ServerProcess) {
  const [drafter, signer, clerk] = await Promise.all(
    ['drafter', 'signer', 'clerk'].map((name) => signIn(url, name, PASSWORD)),
  );
  return { drafter: drafter!, signer: signer!, clerk: clerk! };
}

/** A plan that has no basis and no day in it, so that it may be issued today. */
function plan() {
  const data = JSON.parse(readFileSync(join(root, 'examples/ke-hoach-tinh-2025.json'), 'utf8'));
  const signer = { authority: [{ prefix: 'KT.', position: 'Chủ tịch' }, { position: 'Phó Chủ tịch' }] };
  return { ...data, bases: [], signer };
}

async function approve(
  { drafter, signer }: { readonly drafter: DemoPerson; readonly signer: DemoPerson },
  docId: string,
): Promise<string> {
  const draft = await drafter.send('POST', '/documents', { docId, data: plan() });
  const submitted = await drafter.send('POST', `/documents/${docId}/submit`, {}, draft.etag);
  return (await signer.send('POST', `/documents/${docId}/approve`, {}, submitted.etag)).etag;
}

const issue = (clerk: DemoPerson, docId: string, etag: string) =>
  clerk.ask('POST', `/documents/${docId}/issue`, { signatureConfirmed: true }, etag);

describe('banhanh serve', () => {
  test('starts on loopback, ends on Ctrl-C, and leaves nothing running', async () => {
    const server = await start();
    expect(await (await fetch(`${server.url}/healthz`)).json()).toEqual({ status: 'ok' });
    expect(await end(server, 'SIGINT')).toBe(0);
    expect(server.printed()).toContain('Đã dừng.');
    expect(existsSync(join(dir, 'server.json'))).toBe(false);
    const second = await start();
    await waitFor(() => second.printed().includes('đã có hồ sơ cơ quan nên không dùng'));
    await end(second, 'SIGINT');
  });

  test('keeps keys and users from everyone but their owner', async () => {
    await start();
    for (const name of ['users.json', 'token-key.json']) expect(statSync(join(dir, name)).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(dir, 'users.json'), 'utf8')).not.toContain(PASSWORD);
  });

  test('refuses a second server on the same data, and takes over from one that was killed', async () => {
    const first = await start();
    const second = banhanh(['serve', '--data', dir, '--port', '0']);
    expect(second).toMatchObject({ status: 1, stderr: expect.stringContaining(first.url) });
    await end(first, 'SIGKILL');
    const third = await start();
    expect((await fetch(`${third.url}/healthz`)).status).toBe(200);
  });

  test('refuses a wrong password and an unknown name alike', async () => {
    const { url } = await start();
    const ask = async (username: string, password: string) => {
      const body = JSON.stringify({ username, password });
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(`${url}/auth/token`, { method: 'POST', headers, body });
      return { status: response.status, body: await response.json() };
    };
    const [wrong, unknown] = [await ask('clerk', 'sai rồi'), await ask('nobody', PASSWORD)];
    expect(wrong).toMatchObject({ status: 401, body: { code: 'wrong-password' } });
    expect(unknown).toEqual(wrong);
    expect((await ask('clerk', PASSWORD)).status).toBe(200);
  });

  test('finds by number from the command line, beside a running server and through it', async () => {
    const server = await start();
    const input = join(root, 'examples/ke-hoach-tinh-2025.json');
    const bringIn = ['bring-in', input, '--number', '35', '--date', '2025-01-24', '--data', dir];
    expect(banhanh(bringIn)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('Đã nhập 35/KH-UBND ngày 24/01/2025'),
    });
    const beside = banhanh(['find', '35 kh ubnd', '--data', dir]);
    expect(beside.status).toBe(0);
    expect(beside.stdout).toMatch(/35\/KH-UBND +24\/01\/2025 +Ủy ban nhân dân tỉnh Đồng Nai +đã cấp số \(nhập\)/);
    const through = banhanh(['find', '35/KH-UBND', '--server', server.url, '--user', 'clerk'], { input: PASSWORD });
    expect(through).toMatchObject({ status: 0, stdout: expect.stringContaining('24/01/2025') });
    const none = banhanh(['find', '7/KH-UBND', '--organ', ORGAN, '--data', dir]);
    expect(none).toMatchObject({ status: 1, stdout: expect.stringContaining('chưa cấp') });
    const strange = banhanh(['find', '35/QĐ-UBND', '--data', dir]);
    expect(strange).toMatchObject({ status: 1, stdout: expect.stringContaining('hãy kiểm tra lại ký hiệu') });
    await end(server, 'SIGTERM');
    expect(banhanh(['find', 'KH 35 2025', '--data', dir]).status).toBe(0);
  });
});

describe('a server that is killed', () => {
  test('between number and file finishes the document when it starts again: no gap, no duplicate, nothing lost', async () => {
    const first = await start();
    const staff = await people(first);
    const etag = await approve(staff, 'half-way');
    // A plain file where the store makes its objects: it reads, the number is given, the file cannot be kept.
    const blockage = join(dir, 'files/.tmp');
    rmSync(blockage, { recursive: true, force: true });
    writeFileSync(blockage, '');
    expect((await issue(staff.clerk, 'half-way', etag)).status).toBe(503);
    const half = await staff.clerk.send('GET', '/documents?state=numbered');
    expect(half.json()).toMatchObject({ items: [{ docId: 'half-way', codeNumber: 1 }] });
    await end(first, 'SIGKILL');
    rmSync(blockage);

    const second = await start();
    await waitFor(() => second.printed().includes('Đã hoàn tất văn bản cấp số dở dang'));
    const again = await people(second);
    const done = foundOf(await issue(again.clerk, 'half-way', etag));
    expect(done).toMatchObject({ document: { state: 'issued', symbol: '01/KH-UBND' }, files: [{ role: 'rendered' }] });
    expect((await again.clerk.send('GET', done.files[0]!.href)).bytes.byteLength).toBe(done.files[0]!.size);
    const next = foundOf(await issue(again.clerk, 'the-next', await approve(again, 'the-next')));
    expect(next.document.symbol).toBe('02/KH-UBND');
  });

  test('at any moment under load gives every number once, in one row, with its file', async () => {
    const etags = new Map<string, string>();
    for (let round = 0; round < 3; round++) {
      const server = await start();
      const staff = await people(server);
      const ids = Array.from({ length: 6 }, (_, i) => `round-${round}-${i}`);
      for (const id of ids) etags.set(id, await approve(staff, id));
      const requests = ids.map((id) => issue(staff.clerk, id, etags.get(id)!).catch(() => undefined));
      await sleep(20 + 40 * round);
      await end(server, 'SIGKILL');
      await Promise.all(requests);
    }
    const last = await start();
    const { clerk } = await people(last);
    const numbers: number[] = [];
    for (const [id, etag] of etags) {
      const { document, files } = foundOf(await issue(clerk, id, etag));
      numbers.push(document.codeNumber!);
      expect((await clerk.send('GET', files[0]!.href)).bytes.byteLength).toBe(files[0]!.size);
    }
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: etags.size }, (_, i) => i + 1));
    const states = await clerk.send('GET', '/documents?state=numbered');
    expect(states.json()).toEqual({ items: [] });
  });
});

async function waitFor(condition: () => boolean): Promise<void> {
  for (const until = Date.now() + 10_000; Date.now() < until; await sleep(20)) if (condition()) return;
  throw new Error('it did not happen');
}
