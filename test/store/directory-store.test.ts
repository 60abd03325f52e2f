import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDirectoryStore } from '#store/directory-store.ts';
import type { Store } from '#store/store.ts';
import { describeStore, newKey } from './contract.ts';

let dir: string;
let store: Store;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'banhanh-store-'));
  store = createDirectoryStore(dir);
});
afterAll(() => rm(dir, { recursive: true, force: true }));

const placeOf = (key: string) => join(dir, `${key}@`);

async function rewrite(path: string, change: (bytes: Buffer) => Buffer): Promise<void> {
  const bytes = await readFile(path);
  await chmod(path, 0o644);
  await writeFile(path, change(bytes));
}

describeStore('a directory', {
  store: () => store,
  reopened: () => createDirectoryStore(dir),
  damage: (key) =>
    rewrite(join(placeOf(key), 'content'), (bytes) => {
      bytes[bytes.length >> 1]! ^= 1;
      return bytes;
    }),
  lacks: {},
});

describe('the store in a directory', () => {
  const once1 = { contentType: 'text/plain', ifAbsent: true };

  it('makes its files read-only', async () => {
    const key = newKey();
    await store.put(key, Buffer.from('x'), once1);
    for (const name of await readdir(placeOf(key))) {
      expect((await stat(join(placeOf(key), name))).mode & 0o777, name).toBe(0o444);
    }
  });

  it('notices a damaged record and missing bytes', async () => {
    const [torn, gone] = [newKey(), newKey()];
    await store.put(torn, Buffer.from('x'), once1);
    await rewrite(join(placeOf(torn), 'object.json'), (bytes) => bytes.subarray(0, 20));
    await expect(store.head(torn)).rejects.toMatchObject({ code: 'integrity-mismatch' });
    await store.put(gone, Buffer.from('x'), once1);
    await rm(join(placeOf(gone), 'content'));
    await expect(store.get(gone)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('leaves nothing behind when a key is taken', async () => {
    const key = newKey();
    await store.put(key, Buffer.from('x'), once1);
    await store.put(key, Buffer.from('y'), once1).catch(() => undefined);
    expect(await readdir(join(dir, '.tmp'))).toEqual([]);
  });

  it('says that it is unavailable where it may not write', async () => {
    const blocked = join(dir, 'blocked');
    await mkdir(blocked);
    await writeFile(join(blocked, 'issued'), 'a file where a directory should be');
    const put = createDirectoryStore(blocked).put(newKey(), Buffer.from('x'), once1);
    await expect(put).rejects.toMatchObject({ name: 'StoreError' });
  });

  it('has all it acknowledged, and no half object, when the process is killed', async () => {
    const killedDir = join(dir, 'killed');
    const code = `import { createDirectoryStore } from ${JSON.stringify(join(import.meta.dirname, '../../functions/store/directory-store.ts'))};
      const store = createDirectoryStore(${JSON.stringify(killedDir)});
      for (let n = 0; ; n++) {
        await Promise.all([0, 1, 2, 3].map(async (k) => {
          await store.put('issued/' + n + '/' + k, Buffer.alloc(200_000, k), { contentType: 'x/y', ifAbsent: true });
          process.stdout.write('issued/' + n + '/' + k + '\\n');
        }));
      }`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', code], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
      if (said.split('\n').length > 40) child.kill('SIGKILL');
    });
    await once(child, 'close');
    const acknowledged = said.split('\n').slice(0, -1);
    expect(acknowledged.length).toBeGreaterThanOrEqual(40);

    const reopened = createDirectoryStore(killedDir);
    const all = await readdir(killedDir, { recursive: true, withFileTypes: true });
    const stored = all
      .filter((entry) => entry.name.endsWith('@'))
      .map((entry) => join(entry.parentPath, entry.name).slice(killedDir.length + 1, -1));
    expect(stored).toEqual(expect.arrayContaining(acknowledged));
    for (const key of stored) expect((await reopened.get(key)).size).toBe(200_000);
  });
});
