import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

// `npm run bench:start`: from the command to the first answer, and what the server holds when nobody asks. The first start makes
// the directory and the page and fills the compile cache; what counts is the median of those after it.

const RUNS = 7;
const IDLE_MS = 5_000;
const root = join(import.meta.dirname, '../..');

async function start(dir: string): Promise<{ readonly ms: number; readonly mb: number }> {
  const began = performance.now();
  const options = ['--max-semi-space-size=4', 'local/banhanh.js', 'serve', '--data', dir, '--port', '0'];
  const command = [...options, '--organs', 'examples/organs.json'];
  const child = spawn(process.execPath, command, {
    cwd: root,
    // As the unit of the service has it.
    env: { ...process.env, MALLOC_ARENA_MAX: '2' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((found, failed) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const at = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
      if (at) found(at);
    });
    child.once('exit', (code) => failed(new Error(`ended with ${code}`)));
  });
  await (await fetch(`${url}/find?number=1`)).arrayBuffer();
  const ms = performance.now() - began;
  await sleep(IDLE_MS);
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8');
  const mb = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
  return { ms, mb };
}

const base = await mkdtemp(join(tmpdir(), 'banhanh-start-'));
try {
  const dir = join(base, 'data');
  const first = await start(dir);
  const later: { readonly ms: number; readonly mb: number }[] = [];
  for (let run = 0; run < RUNS; run++) later.push(await start(dir));
  const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  console.log(`first start to first answer: ${first.ms.toFixed(0)} ms`);
  console.log(`a later start to first answer: ${median(later.map(({ ms }) => ms)).toFixed(0)} ms (median of ${RUNS})`);
  console.log(`memory when nobody asks: ${median(later.map(({ mb }) => mb)).toFixed(0)} MB`);
} finally {
  await rm(base, { recursive: true, force: true });
}
