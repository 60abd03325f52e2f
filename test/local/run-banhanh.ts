import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';

/** The project's root. */
export const root = join(import.meta.dirname, '../..');
const program = join(root, 'local/banhanh.js');

/** Runs the real program to its end. */
export function banhanh(args: readonly string[], options: { readonly input?: string; readonly cwd?: string } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', ...options });
  return { status, stdout, stderr };
}

/** Runs the real program to its end while this process goes on: a server of the test answers it. */
export async function banhanhAside(args: readonly string[]) {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { status: child.exitCode, stdout, stderr };
}

/** A server in a process of its own. */
export interface ServerProcess {
  readonly child: ChildProcess;
  readonly url: string;
  /** Output printed so far. */
  printed(): string;
}

/** Starts `banhanh serve` and waits until it says where it runs. */
export async function serve(dir: string, env: Readonly<Record<string, string>> = {}): Promise<ServerProcess> {
  const organs = join(root, 'examples/organs.json');
  const args = [program, 'serve', '--data', dir, '--port', '0', '--organs', organs];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  let printed = '';
  const url = await new Promise<string>((started, failed) => {
    const keep = (line: string) => {
      printed += `${line}\n`;
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
      if (found) started(found);
    };
    createInterface({ input: child.stdout }).on('line', keep);
    createInterface({ input: child.stderr }).on('line', (line) => {
      printed += `${line}\n`;
    });
    child.once('exit', (code) => failed(new Error(`ended with ${code}: ${printed}`)));
  });
  return { child, url, printed: () => printed };
}

/** Ends a process that this test started, and waits for it. */
export async function end({ child }: ServerProcess, signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
  return child.exitCode;
}
