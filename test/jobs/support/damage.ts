import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Flips one bit of an object of s3rver's, behind its back. `dir` is the bucket's. */
export async function damage(dir: string, key: string): Promise<void> {
  const path = await pathOf(dir, key);
  const bytes = await readFile(path);
  bytes[bytes.length >> 1]! ^= 1;
  await writeFile(path, bytes);
}

/** Takes an object of s3rver's away. */
export async function lose(dir: string, key: string): Promise<void> {
  await rm(await pathOf(dir, key));
}

async function pathOf(dir: string, key: string): Promise<string> {
  const files = await readdir(dir, { recursive: true });
  return join(dir, files.find((name) => name.startsWith(key) && name.endsWith('_object'))!);
}
