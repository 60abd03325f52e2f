import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';

/** A bundled function in a process of its own. */
export interface RunningFunction {
  /** Calls its handler. Rejects with what the runtime would be given. */
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into answers as they come
  invoke(event: unknown, options?: { readonly remainingMs?: number }): Promise<any>;
  /** The lines of its log that are no metrics. */
  logs(): LogLine[];
  /** The metrics that it published: each name with its values. */
  metrics(): Record<string, number[]>;
  /** All that it wrote, as it stands. */
  written(): string;
  stop(): Promise<void>;
}

/** A line of a log. */
export type LogLine = Record<string, unknown> & { readonly level: string; readonly message: string };

interface Answer {
  readonly id: string;
  readonly result?: unknown;
  readonly error?: { readonly name: string; readonly message: string };
}

/** Starts the function of a bundle's directory with these variables and no others. */
export async function runFunction(outDir: string, name: string, env: Record<string, string>): Promise<RunningFunction> {
  const child = fork(join(import.meta.dirname, 'lambda-child.ts'), [join(outDir, name, 'index.mjs')], {
    env: { POWERTOOLS_SERVICE_NAME: name, ...env },
    execArgv: ['--enable-source-maps'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let written = '';
  const reads = [child.stdout, child.stderr].map((stream) => {
    const own = { text: '' };
    stream?.on('data', (chunk) => {
      own.text += chunk;
      written += chunk;
    });
    return own;
  });
  const isRead = (id: string) => reads.every(({ text }) => text.includes(`END ${id}\n`));
  const waiting = new Map<string, (answer: Answer) => void>();
  child.on('message', (answer: Answer) => waiting.get(answer.id)?.(answer));
  const exited = once(child, 'close');
  await ready(child, waiting, exited, () => written);
  const lines = (): Record<string, unknown>[] =>
    written
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line));
  return {
    invoke: async (event, { remainingMs = 60_000 } = {}) => {
      const id = randomUUID();
      const answered = new Promise<Answer>((resolve) => waiting.set(id, resolve));
      child.send({ id, event, remainingMs });
      const { result, error } = await answered;
      while (!isRead(id)) await setImmediate();
      if (error) throw Object.assign(new Error(error.message), { name: error.name });
      return result;
    },
    logs: () => lines().filter((line): line is LogLine => !('_aws' in line)),
    metrics: () => {
      const published: Record<string, number[]> = {};
      for (const line of lines().filter((one) => '_aws' in one)) {
        for (const [key, value] of Object.entries(line)) {
          if (/^[A-Z]/.test(key)) published[key] = [...(published[key] ?? []), ...[value].flat().map(Number)];
        }
      }
      return published;
    },
    written: () => written.replace(/^END .*\n/gm, ''),
    stop: async () => {
      child.kill();
      await exited;
    },
  };
}

/** Waits until the bundle is imported. Rejects with what it wrote where that fails. */
async function ready(
  child: ChildProcess,
  waiting: Map<string, (answer: Answer) => void>,
  exited: Promise<unknown>,
  written: () => string,
): Promise<void> {
  const isReady = new Promise<Answer>((resolve) => waiting.set('ready', resolve));
  const first = await Promise.race([isReady, exited.then(() => undefined)]);
  if (!first) throw new Error(`${child.spawnfile} ended: ${written()}`);
}
