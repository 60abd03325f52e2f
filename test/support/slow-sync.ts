import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Output of a program, line by line, and the count of its syncs of a file. */
export interface SlowRun {
  readonly lines: readonly string[];
  readonly syncs: number;
}

/** Runs a module on a machine whose every sync takes so many milliseconds longer (strace delays the call). */
export async function withSlowSync(dir: string, code: string, delayMs: number): Promise<SlowRun> {
  const trace = join(dir, 'syncs.txt');
  const options = ['-f', '-qq', '--seccomp-bpf', '-o', trace, '-e', 'trace=fsync,fdatasync'];
  const slowed = ['-e', `inject=fsync,fdatasync:delay_enter=${delayMs * 1000}`];
  const program = join(dir, 'program.mjs');
  await writeFile(program, code);
  const child = spawn('strace', [...options, ...slowed, process.execPath, program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.on('data', (chunk) => {
    printed += chunk;
  });
  const [status] = await once(child, 'close');
  if (status !== 0) throw new Error(`the program ended with ${status}: ${printed}`);
  const syncs = (await readFile(trace, 'utf8')).split('\n').filter((line) => /\bf(data)?sync\(/.test(line)).length;
  await rm(trace, { force: true });
  return { lines: printed.split('\n').slice(0, -1), syncs };
}
