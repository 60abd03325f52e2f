import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createDirectorySync } from '#store/directory-sync.ts';

/** A sync that takes a while, and says when it began. */
function slowSync() {
  const began: string[] = [];
  let failures = 0;
  const directories = createDirectorySync('/root', async (dir) => {
    began.push(dir);
    await sleep(10);
    if (failures-- > 0) throw new Error('EIO');
  });
  const failNext = () => {
    failures = 1;
  };
  return { began, ...directories, failNext };
}

describe('names in directories', () => {
  it('that come at once share a sync that begins after they came', async () => {
    const { began, name } = slowSync();
    const first = name('/root/a', undefined);
    const others = Array.from({ length: 50 }, () => name('/root/a', undefined));
    await first;
    expect(began.filter((dir) => dir === '/root/a')).toHaveLength(2);
    let isDone = false;
    const late = name('/root/a', undefined).then(() => {
      isDone = true;
    });
    await Promise.all(others);
    expect(isDone).toBe(false);
    await late;
    expect(began.filter((dir) => dir === '/root/a')).toHaveLength(3);
  });

  it('are synced up to the root, those above once', async () => {
    const { began, name } = slowSync();
    await name('/root/a/b/c', '/root/a');
    expect(began.sort()).toEqual(['/root', '/root/a', '/root/a/b', '/root/a/b/c']);
    began.length = 0;
    await name('/root/a/b/c', undefined);
    expect(began.sort()).toEqual(['/root/a/b', '/root/a/b/c']);
  });

  it('of a directory that was made anew are synced anew', async () => {
    const { began, name } = slowSync();
    await name('/root/a/b', '/root/a');
    began.length = 0;
    await name('/root/a/b', '/root/a');
    expect(began.sort()).toEqual(['/root', '/root/a', '/root/a/b']);
  });

  it('are not taken for durable when their sync failed', async () => {
    const { began, name, failNext } = slowSync();
    failNext();
    await expect(name('/root/a', undefined)).rejects.toThrow('EIO');
    await name('/root/a', undefined);
    expect(began).toHaveLength(4);
  });
});
