import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { mkdir, readFile, realpath, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { findServersOf, isAlive, type ProcessName, processName } from './processes.ts';

const READY_WITHIN_MS = 10_000;
const RECORDED_WITHIN_MS = 1_500;
const STOP_WITHIN_MS = 5_000;

const recordSchema = z.object({
  pid: z.number().int().positive(),
  startTicks: z.string(),
  port: z.number().int().positive(),
  owner: z.object({ pid: z.number().int().positive(), startTicks: z.string() }),
});

/** A running embedded DynamoDB. */
export interface Dynoxide {
  /** `http://127.0.0.1:<port>` */
  endpoint: string;
  pid: number;
  /** False when another living process started it: then `stop` leaves it alone. */
  owned: boolean;
  /** Ends it and waits until it has ended. */
  stop(): Promise<void>;
}

/**
 * Starts DynamoDB's API over `dir/register.sqlite`, on loopback alone since it checks no signature, or adopts the one that runs
 * there: it outlives a killed parent. `dir/dynoxide.json` names pid and port; what it says is believed of a process only that has
 * this binary, this file and this start time. Nothing of it keeps the caller from exiting.
 *
 * @throws Error, with a sentence for the operator, where there is no binary for this platform or it does not start.
 */
export async function startDynoxide(dir: string): Promise<Dynoxide> {
  await mkdir(dir, { recursive: true });
  const databasePath = join(await realpath(dir), 'register.sqlite');
  for (const pid of await findServersOf(databasePath)) {
    const known = await recordOf(dir, pid);
    if (known && (await isAlive(known)) && (await answers(known.port))) {
      return await adopt(dir, known);
    }
    await end(pid);
  }
  return await launch(dir, databasePath);
}

async function adopt(dir: string, known: z.infer<typeof recordSchema>): Promise<Dynoxide> {
  const self = await processName(process.pid);
  const owned =
    (known.owner.pid === self.pid && known.owner.startTicks === self.startTicks) || !(await isAlive(known.owner));
  if (owned) await writeRecord(dir, { ...known, owner: self });
  return running(known.pid, known.port, owned);
}

async function launch(dir: string, databasePath: string): Promise<Dynoxide> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const log = openSync(join(dir, 'dynoxide.log'), 'a');
    // A group of its own: Ctrl-C ends the server first, which then ends this.
    const child = spawn(
      binaryPath(),
      ['serve', '--host', '127.0.0.1', '--port', String(port), '--db-path', databasePath],
      {
        stdio: ['ignore', log, log],
        detached: true,
      },
    );
    closeSync(log);
    child.unref();
    const failed = new Promise<string>((tell) => {
      child.once('error', (error) => tell(error.message));
      child.once('exit', (code, signal) => tell(`mã ${code ?? signal}`));
    });
    const outcome = await Promise.race([failed, ready(port)]);
    if (outcome === true && child.pid !== undefined) {
      const name = await processName(child.pid);
      await writeRecord(dir, { ...name, port, owner: await processName(process.pid) });
      return running(child.pid, port, true);
    }
    // Someone may have taken the port between our look and its bind.
    if (attempt === 3) {
      throw new Error(
        `Không khởi động được cơ sở dữ liệu nhúng (dynoxide): ${outcome}. Xem ${join(dir, 'dynoxide.log')}.`,
      );
    }
  }
}

function running(pid: number, port: number, owned: boolean): Dynoxide {
  return { endpoint: `http://127.0.0.1:${port}`, pid, owned, stop: async () => void (owned && (await end(pid))) };
}

function binaryPath(): string {
  try {
    return createRequire(import.meta.url).resolve('@dynoxide/linux-x64/dynoxide');
  } catch (cause) {
    throw new Error(
      'Không có cơ sở dữ liệu nhúng cho hệ điều hành này (cần Linux x64, hoặc WSL2 trên Windows). Đặt DYNAMODB_ENDPOINT để dùng một DynamoDB khác.',
      { cause },
    );
  }
}

async function ready(port: number): Promise<boolean> {
  for (const until = performance.now() + READY_WITHIN_MS; performance.now() < until; await sleep(20)) {
    if (await answers(port)) return true;
  }
  return false;
}

async function answers(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': 'DynamoDB_20120810.ListTables',
        'x-amz-date': '20260101T000000Z',
        authorization:
          'AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
      },
      body: '{}',
      signal: AbortSignal.timeout(2_000),
    });
    return z.object({ TableNames: z.array(z.string()) }).safeParse(await response.json()).success;
  } catch {
    return false;
  }
}

async function end(pid: number): Promise<void> {
  const name = await processName(pid).catch(() => undefined);
  if (!name) return;
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    for (const until = performance.now() + STOP_WITHIN_MS; performance.now() < until; await sleep(10)) {
      if (!(await isAlive(name))) return;
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? found(address.port) : failed(new Error('no port'))));
    });
  });
}

/** Another start may be between its launch and its record: it is given a moment. */
async function recordOf(dir: string, pid: number): Promise<z.infer<typeof recordSchema> | undefined> {
  for (const until = performance.now() + RECORDED_WITHIN_MS; performance.now() < until; await sleep(50)) {
    const record = await readRecord(dir);
    if (record?.pid === pid) return record;
  }
  return undefined;
}

async function readRecord(dir: string): Promise<z.infer<typeof recordSchema> | undefined> {
  try {
    return recordSchema.safeParse(JSON.parse(await readFile(join(dir, 'dynoxide.json'), 'utf8'))).data;
  } catch {
    return undefined;
  }
}

async function writeRecord(dir: string, record: ProcessName & { port: number; owner: ProcessName }): Promise<void> {
  const path = join(dir, 'dynoxide.json');
  await writeFile(`${path}.${process.pid}`, `${JSON.stringify(record)}\n`);
  await rename(`${path}.${process.pid}`, path);
}
