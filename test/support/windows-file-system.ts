import { lstatSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { type FileSystem, nodeFileSystem, patiently } from '#base/node/file-system.ts';

const MAX_PATH = 259;
/** Prefix `\\?\` of Windows: names below it have no limit of length. */
const NAMESPACE = '/?';
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;

/** Files as Windows has them, for what Linux would never refuse. */
export interface WindowsFileSystem extends FileSystem {
  /** Files that a reader or a virus scanner has open, with the number of tries that fail for it. */
  readonly open: Map<string, number>;
  /** Refusals, as `code name`. */
  readonly refused: readonly string[];
}

/** A file system over a real directory that does what Windows does otherwise. */
export function windowsFileSystem(): WindowsFileSystem {
  const open = new Map<string, number>();
  const refused: string[] = [];
  const refuse = (code: string, path: string): never => {
    refused.push(`${code} ${basename(path)}`);
    throw Object.assign(new Error(`${code}: ${path}`), { code });
  };
  /** The path on this machine. Throws for what Windows has no file for. */
  const real = (path: string): string => {
    const isRooted = path.startsWith(`${NAMESPACE}/`);
    if (!isRooted && path.length > MAX_PATH) refuse('ENOENT', path);
    if (path.split('/').some((name) => RESERVED.test(name) || /[. ]$/.test(name))) refuse('ENOENT', path);
    return isRooted ? path.slice(NAMESPACE.length) : path;
  };
  const isThere = (path: string) => lstatSync(real(path), { throwIfNoEntry: false }) !== undefined;
  const checkNotOpen = (path: string) => {
    const tries = open.get(real(path)) ?? 0;
    if (tries <= 0) return;
    open.set(real(path), tries - 1);
    refuse('EBUSY', path);
  };
  const node = nodeFileSystem;
  return {
    open,
    refused,
    rooted: (path) => NAMESPACE + resolve(path),
    read: async (path) => node.read(real(path)),
    // Modes mean nothing: whatever was asked for, the owner may write.
    writeNew: async (path, data) => node.writeNew(real(path), data),
    makeDirectory: async (dir) => node.makeDirectory(real(dir)),
    nameDirectory: async (from, to) => {
      checkNotOpen(from);
      if (isThere(to)) refuse('EPERM', to);
      await node.nameDirectory(real(from), real(to));
    },
    replaceFile: async (from, to) =>
      patiently(async () => {
        checkNotOpen(to);
        await node.replaceFile(real(from), real(to));
      }),
    changedAt: async (path) => node.changedAt(real(path)),
    renew: async (path) => node.renew(real(path)),
    remove: async (path) => node.remove(real(path)),
    names: async function* (dir) {
      yield* node.names(real(dir));
    },
    syncDirectory: async (dir) => refuse('EPERM', dirname(dir)),
    readText: (path) => node.readText(real(path)),
    openForAppending: (path) => node.openForAppending(real(path)),
  };
}
