import { join } from 'node:path';
import { codeOf, type FileSystem, patiently } from '#base/node/file-system.ts';
import { diskName } from './disk-names.ts';

/** Ends the name of an object's directory; that of a folder has none of these. */
const OBJECT = '@';
/** Ends the name of an object that is being removed; a kill may leave it, and it is read as before. */
const ASIDE = '~';

/** Directory of a key or a prefix below a root. */
export function folderOf(dir: string, key: string): string {
  return join(dir, ...key.split('/').map(diskName));
}

/** Directory of an object below a root. */
export function placeOf(dir: string, key: string): string {
  return folderOf(dir, key) + OBJECT;
}

/** Directory to which an object is moved before it is removed. */
export function asideOf(dir: string, key: string): string {
  return folderOf(dir, key) + ASIDE;
}

/** Reads the name of an object off that of its directory; undefined for a folder. */
export function objectName(name: string): string | undefined {
  return name.endsWith(OBJECT) || name.endsWith(ASIDE) ? name.slice(0, -1) : undefined;
}

/** Gives an object its place. Windows says EPERM both of a name that is taken and of a file in use: whether an object is there tells them apart. */
export async function nameOnce(fs: FileSystem, from: string, to: string): Promise<void> {
  await patiently(async () => {
    try {
      await fs.nameDirectory(from, to);
    } catch (cause) {
      const isThere = await fs.read(join(to, 'object.json')).then(
        () => true,
        () => false,
      );
      throw isThere ? new TakenError(to, { cause }) : cause;
    }
  });
}

/** A place that an object has already. */
class TakenError extends Error {
  override readonly name = 'TakenError';
}

/** Tells whether a place could not be given because it is taken. */
export function isTaken(error: unknown): boolean {
  return error instanceof TakenError || codeOf(error) === 'ENOTEMPTY' || codeOf(error) === 'EEXIST';
}
