import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const READY_WITHIN_MS = 10_000;

/** A running dynoxide: DynamoDB's API over a file, for tests and benches alone. It checks no signature. */
export interface Dynoxide {
  /** `http://127.0.0.1:<port>` */
  readonly endpoint: string;
  readonly pid: number;
  /** Ends it and waits until it has ended. */
  stop(): Promise<void>;
}

/** Starts dynoxide over `dir/register.sqlite`, on loopback. Throws where there is no binary for this platform. */
export async function startDynoxide(dir: string): Promise<Dynoxide> {
  await mkdir(dir, { recursive: true });
  const binary = createRequire(import.meta.url).resolve('@dynoxide/linux-x64/dynoxide');
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const options = ['serve', '--host', '127.0.0.1', '--port', String(port), '--db-path', join(dir, 'register.sqlite')];
    const child = spawn(binary, options, { stdio: 'ignore' });
    const exited = once(child, 'exit');
    const started = await Promise.race([exited.then(() => false), answers(port)]);
    if (started && child.pid !== undefined) {
      const stop = async () => {
        child.kill('SIGTERM');
        await exited;
      };
      process.once('exit', () => child.kill('SIGKILL'));
      child.unref();
      return { endpoint: `http://127.0.0.1:${port}`, pid: child.pid, stop };
    }
    child.kill('SIGKILL');
    if (attempt === 3) throw new Error('dynoxide does not start');
  }
}

async function answers(port: number): Promise<boolean> {
  for (const until = performance.now() + READY_WITHIN_MS; performance.now() < until; await sleep(20)) {
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
    }).catch(() => undefined);
    if (response?.ok) return true;
  }
  return false;
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
