import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServerProcess, serve } from '../run-banhanh.ts';

let base: string;
let server: ServerProcess;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'banhanh-stop-'));
  server = await serve(join(base, 'data'));
});
afterAll(async () => {
  server.child.kill('SIGKILL');
  await rm(base, { recursive: true, force: true });
});

test('a request that is open when the signal comes is answered, then the server ends well and takes no other', async () => {
  const { hostname, port } = new URL(server.url);
  const body = JSON.stringify({ username: 'ai-do', password: 'mật khẩu dài mà sai' });
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  const length = Buffer.byteLength(body);
  const head = `POST /auth/token HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n`;
  socket.write(head);
  // The server has the head: it asks for the body.
  const [first] = await once(socket, 'data');
  expect(String(first)).toContain('100 Continue');
  const ended = once(server.child, 'exit');
  server.child.kill('SIGTERM');
  await expect
    .poll(() =>
      fetch(`${server.url}/healthz`).then(
        () => true,
        () => false,
      ),
    )
    .toBe(false);
  socket.write(body);
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 401 /);
  expect((await ended)[0]).toBe(0);
  expect(server.printed()).toContain('"event":"stopped"');
});
