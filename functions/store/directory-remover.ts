import { join } from 'node:path';
import { codeOf, type FileSystem, nodeFileSystem } from '#base/node/file-system.ts';
import { newId } from '#base/node/ids.ts';
import { checkKey } from './checks.ts';
import { asideOf, isTaken, nameOnce, placeOf } from './object-place.ts';
import type { Remover } from './store.ts';
import { StoreError } from './store-error.ts';

/**
 * Removes from a store in a directory, beside processes that write it. An object is moved aside, looked at again, and put back if it was
 * renewed meanwhile; what a kill leaves aside is put back first.
 */
export function createDirectoryRemover(root: string, fs: FileSystem = nodeFileSystem): Remover {
  const dir = fs.rooted(root);
  const isOlder = async (place: string, before: Date) => {
    const changedAt = await fs.changedAt(place);
    return changedAt !== undefined && changedAt < before;
  };

  const move = async (from: string, to: string): Promise<'moved' | 'gone' | 'taken'> => {
    try {
      await nameOnce(fs, from, to);
      return 'moved';
    } catch (cause) {
      if (isTaken(cause)) return 'taken';
      if (codeOf(cause) === 'ENOENT') return 'gone';
      throw cause;
    }
  };

  /** Moved whole before its files go, so that nobody puts back a half. */
  const discard = async (place: string): Promise<boolean> => {
    const gone = join(dir, '.tmp', newId());
    await fs.makeDirectory(join(dir, '.tmp'));
    if ((await move(place, gone)) !== 'moved') return false;
    await fs.remove(gone);
    return true;
  };

  const putBack = async (key: string): Promise<void> => {
    const aside = asideOf(dir, key);
    if ((await fs.changedAt(aside)) === undefined) return;
    // It was put anew: what was set aside has the same bytes.
    if ((await move(aside, placeOf(dir, key))) === 'taken') await discard(aside);
  };

  return {
    removeOlder: async (key, before) => {
      checkKey(key);
      try {
        await putBack(key);
        if (!(await isOlder(placeOf(dir, key), before))) return false;
        if ((await move(placeOf(dir, key), asideOf(dir, key))) !== 'moved') return false;
        if (await isOlder(asideOf(dir, key), before)) return await discard(asideOf(dir, key));
        await putBack(key);
        return false;
      } catch (cause) {
        if (cause instanceof StoreError) throw cause;
        throw new StoreError('unavailable', key, { cause });
      }
    },
  };
}
