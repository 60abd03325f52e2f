import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createServerLog, type LogOutput } from '#local/output/server-log.ts';
import { addUser } from '#local/users/users.ts';
import { banhanh, end, root, type ServerProcess, serve } from '../run-banhanh.ts';

let dir: string;
let running: ServerProcess[];
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'banhanh-log-'));
  running = [];
});
afterEach(async () => {
  for (const server of running) await end(server, 'SIGKILL');
  rmSync(dir, { recursive: true, force: true });
});

const at = new Date('2026-11-29T08:05:09Z');
const output = (isTTY: boolean, write: (text: string) => void): LogOutput => ({ isTTY, write, on: () => undefined });
const serveArgs = (...more: readonly string[]) => [
  ...['serve', '--data', dir, '--port', '0', '--organs', join(root, 'examples/organs.json'), ...more],
];

describe('the log of a server', () => {
  test('is words on a terminal, and a line of JSON an event elsewhere', () => {
    const lines: string[] = [];
    const keep = (text: string) => void lines.push(text);
    const terminal = createServerLog(output(true, keep), output(true, keep), () => at);
    terminal.info('started', 'Đang chạy', { url: 'http://a' });
    terminal.error('broken', 'Lỗi', new Error('why'));
    expect(lines[0]).toMatch(/^\d\d:05:09 Đang chạy\n$/);
    expect(lines[1]).toMatch(/^\d\d:05:09 Lỗi\nError: why\n {4}at /);
    lines.length = 0;
    const file = createServerLog(output(false, keep), output(false, keep), () => at);
    file.info('request', 'GET /a 200', { id: 'x', ms: 3 });
    file.error('broken', 'Lỗi', new Error('why'), { id: 'y' });
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { at: at.toISOString(), level: 'info', event: 'request', message: 'GET /a 200', id: 'x', ms: 3 },
      {
        ...{ at: at.toISOString(), level: 'error', event: 'broken', message: 'Lỗi', id: 'y' },
        why: expect.stringMatching(/^Error: why\n {4}at /),
      },
    ]);
  });

  test('drops lines that cannot be written', () => {
    const full = output(false, () => {
      throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
    });
    const log = createServerLog(full, full, () => at);
    expect(() => log.info('a', 'b')).not.toThrow();
    expect(() => log.error('a', 'b', new Error('c'))).not.toThrow();
  });

  test('tells of start, requests with id and time, refused sign-ins and stop; never of what was searched for', async () => {
    await addUser(
      join(dir, 'users.json'),
      { username: 'lan', staffId: 'lan', organ: 'dong-nai', roles: ['clerk'] },
      'mot mat khau dai',
    );
    const server = await serve(dir);
    running.push(server);
    const found = await fetch(`${server.url}/find?number=35%2FKH-UBND`);
    const id = found.headers.get('x-request-id');
    await fetch(`${server.url}/healthz`);
    const body = JSON.stringify({ username: 'lan', password: 'sai' });
    await fetch(`${server.url}/auth/token`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    await end(server, 'SIGTERM');
    const events = server
      .printed()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(events).toContainEqual(expect.objectContaining({ event: 'started', url: server.url }));
    expect(events).toContainEqual(
      expect.objectContaining({
        event: 'request',
        method: 'GET',
        path: '/find',
        status: 401,
        id,
        ms: expect.any(Number),
      }),
    );
    expect(events).toContainEqual(
      expect.objectContaining({ event: 'sign-in-refused', status: 401, address: '127.0.0.1' }),
    );
    expect(events.at(-1)).toMatchObject({ event: 'stopped', message: 'Đã dừng.' });
    expect(server.printed()).not.toMatch(/KH-UBND|healthz|"lan"/);
  });

  test('that nobody reads any more does not end the server', async () => {
    const server = await serve(dir);
    running.push(server);
    server.child.stdout?.destroy();
    server.child.stderr?.destroy();
    for (let n = 0; n < 20; n++) expect((await fetch(`${server.url}/find?number=1`)).status).toBe(401);
  });
});

describe('a start that cannot be', () => {
  test('for a damaged file of users is a sentence, and leaves nothing running', () => {
    writeFileSync(join(dir, 'users.json'), '{"schema":"users@2","users":[{');
    const { status, stderr } = banhanh(serveArgs());
    expect([status, stderr]).toEqual([1, `Tệp người dùng hỏng: ${join(dir, 'users.json')}\n`]);
  });

  test('for an address that is taken is a sentence, and the directory is free again', async () => {
    const server = await serve(dir);
    running.push(server);
    const other = mkdtempSync(join(tmpdir(), 'banhanh-other-'));
    try {
      const { port } = new URL(server.url);
      const args = ['serve', '--data', other, '--port', port, '--organs', join(root, 'examples/organs.json')];
      const { status, stderr } = banhanh(args);
      expect([status, stderr]).toEqual([1, `Cổng ${port} đang có chương trình khác dùng.\n`]);
      expect(banhanh(['service', 'status', '--data', other]).stdout).toBe('Máy chủ không chạy.\n');
    } finally {
      rmSync(other, { recursive: true, force: true });
    }
  });

  test('for a hint file that is no JSON starts all the same', async () => {
    writeFileSync(join(dir, 'server.json'), 'not json');
    running.push(await serve(dir));
    expect(banhanh(serveArgs()).stderr).toMatch(/đã có máy chủ đang chạy tại http/);
  });

  test('of sample offices for other machines is refused', () => {
    writeFileSync(join(dir, 'du-lieu-mau.json'), '{ "schema": "sample@1" }');
    const { status, stderr } = banhanh(serveArgs('--host', '0.0.0.0', '--insecure'));
    expect([status, stderr]).toEqual([1, expect.stringContaining('là dữ liệu mẫu, chỉ mở trên chính máy này')]);
  });
});
