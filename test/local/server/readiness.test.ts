import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RunningServer } from '#local/server/start-options.ts';
import { startServer } from '#local/server/start-server.ts';
import { root } from '../run-banhanh.ts';

let dir: string;
let server: RunningServer | undefined;
beforeEach(async () => {
  dir = join(await mkdtemp(join(tmpdir(), 'banhanh-ready-')), 'data');
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  await rm(join(dir, '..'), { recursive: true, force: true });
});

const start = async () => {
  server = await startServer({
    dir,
    port: 0,
    organsFile: join(root, 'examples/organs.json'),
    report: () => {},
    onRecovery: () => {},
  });
  return server;
};

test('a server that can work says so, each part in words', async () => {
  const { url } = await start();
  const response = await fetch(`${url}/readyz`);
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({
    status: 'ok',
    checks: [
      { name: 'register', ok: true, detail: 'sổ mở được' },
      { name: 'files', ok: true, detail: 'thư mục dữ liệu ghi được' },
      { name: 'space', ok: true, detail: expect.stringMatching(/^còn .* MB$/) },
      { name: 'owed', ok: true, detail: 'không có văn bản dở dang' },
      { name: 'mark', ok: true },
      { name: 'clock', ok: true, detail: 'giờ của máy không nhảy' },
    ],
  });
});

test('a register that is gone while it runs is told, and only what answers is healthy', async () => {
  const { url } = await start();
  await rm(join(dir, 'register.sqlite'));
  const response = await fetch(`${url}/readyz`);
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({
    status: 'not-ready',
    checks: expect.arrayContaining([expect.objectContaining({ name: 'register', ok: false })]),
  });
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
});

test('a mistyped directory is refused before anything is made in it', async () => {
  await expect(startServer({ dir, port: 0, report: () => {}, onRecovery: () => {} })).rejects.toThrow('--organs');
  expect(existsSync(dir)).toBe(false);
});
