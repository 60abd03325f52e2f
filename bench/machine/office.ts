import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

/** A server of some checkout, with one person of each role signed in. */
export interface Office {
  ask(role: 'drafter' | 'clerk', method: string, path: string, body?: unknown): Promise<Response>;
  /** Puts bytes, as the drafter. */
  put(path: string, bytes: Uint8Array<ArrayBuffer>, headers: Readonly<Record<string, string>>): Promise<Response>;
  /** Runs a command over the same directory, beside the server. */
  beside(...args: readonly string[]): ChildProcess;
  /** Resident memory in megabytes. */
  memoryMb(): Promise<number>;
  stop(): Promise<void>;
}

const PASSWORD = 'mot mat khau dai cho phep do';
export const ORGAN = 'dong-nai';
/** Another checkout may start another file. */
const packageSchema = z.object({ bin: z.object({ banhanh: z.string() }) });

/** Starts `banhanh serve` of the checkout in `root` over a fresh directory. */
export async function openOffice(root: string, dir: string): Promise<Office> {
  const { bin } = packageSchema.parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));
  const program = join(root, bin.banhanh);
  const args = ['serve', '--data', dir, '--port', '0', '--organs', join(root, 'examples/organs.json')];
  const child = spawn(process.execPath, [program, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] });
  const url = await new Promise<string>((found, failed) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const at = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
      if (at) found(at);
    });
    child.once('exit', (code) => failed(new Error(`ended with ${code}`)));
  });
  const tokens = new Map<string, string>();
  for (const role of ['drafter', 'clerk']) {
    const add = ['user', 'add', role, '--organ', ORGAN, '--roles', role, '--data', dir];
    spawnSync(process.execPath, [program, ...add], { cwd: root, input: `${PASSWORD}\n` });
    const body = JSON.stringify({ username: role, password: PASSWORD });
    const headers = { 'content-type': 'application/json' };
    const signedIn = await fetch(`${url}/auth/token`, { method: 'POST', headers, body });
    tokens.set(role, z.object({ access_token: z.string() }).parse(await signedIn.json()).access_token);
  }
  return {
    ask: (role, method, path, body) =>
      fetch(`${url}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${tokens.get(role)}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    put: (path, body, headers) =>
      fetch(`${url}${path}`, {
        method: 'PUT',
        headers: { ...headers, authorization: `Bearer ${tokens.get('drafter')}` },
        body,
      }),
    beside: (...more) => spawn(process.execPath, [program, ...more, '--data', dir], { cwd: root, stdio: 'ignore' }),
    memoryMb: async () => {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
    },
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}
