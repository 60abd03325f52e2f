import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The product as `npm start` brings it up: a process of its own on fresh sample offices. */
export interface StartedProduct {
  readonly url: string;
  /** Password that was printed for a person. */
  passwordOf(username: string): string;
  close(): Promise<void>;
}

const ENTRY = join(import.meta.dirname, '../../../local/sample/start.ts');

/** Runs what `npm start` runs, on a directory that is not there yet, and reads what it prints. */
export async function npmStart(): Promise<StartedProduct> {
  const parent = await mkdtemp(join(tmpdir(), 'banhanh-start-'));
  const child = spawn(process.execPath, [ENTRY, join(parent, 'data'), '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const printed = await untilAddress(child);
  return {
    url: /http:\/\/[\w.:]+/.exec(printed)?.[0] ?? '',
    passwordOf: (username) => new RegExp(`^${username}\\s+(\\S+)`, 'm').exec(printed)?.[1] ?? '',
    close: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
      await rm(parent, { recursive: true });
    },
  };
}

/** Everything printed up to the address; the rest is read too, or the child would print into a closed pipe. */
function untilAddress(child: ChildProcess): Promise<string> {
  return new Promise((settled, failed) => {
    let printed = '';
    child.stdout?.on('data', (chunk) => {
      printed += String(chunk);
      if (/http:\/\/[\w.]+:\d+\D/.test(printed)) settled(printed);
    });
    child.once('exit', (code) => failed(new Error(`npm start ended with ${code}: ${printed}`)));
  });
}
