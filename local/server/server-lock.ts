import { readFile, rm } from 'node:fs/promises';
import { z } from 'zod';
import { dataPaths, writeWhole } from '../data-directory/data-directory.ts';
import { isAlive, processName } from '../data-directory/processes.ts';
import { OperatorError } from '../output/operator-error.ts';

const schema = z.object({ pid: z.number(), startTicks: z.string(), url: z.string() });

/** Refuses a second server on one data directory. Throws `OperatorError` that says where the first one runs. */
export async function checkNoServer(dir: string): Promise<void> {
  const running = await runningServer(dir);
  if (running !== undefined) throw new OperatorError(`Thư mục ${dir} đã có máy chủ đang chạy tại ${running}.`);
}

/** Where the server of a data directory runs, if it does. */
export async function runningServer(dir: string): Promise<string | undefined> {
  const text = await readFile(dataPaths(dir).server, 'utf8').catch(() => '{}');
  const record = schema.safeParse(JSON.parse(text)).data;
  return record && (await isAlive(record)) ? record.url : undefined;
}

/** Leaves word of the server that runs now. */
export async function recordServer(dir: string, url: string): Promise<void> {
  await writeWhole(dataPaths(dir).server, `${JSON.stringify({ ...(await processName(process.pid)), url })}\n`);
}

/** Takes the word back. */
export async function forgetServer(dir: string): Promise<void> {
  await rm(dataPaths(dir).server, { force: true });
}
