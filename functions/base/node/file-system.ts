import { closeSync, existsSync, fdatasyncSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { mkdir, open, opendir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, resolve, toNamespacedPath } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** The few acts on files that keep data safe; Windows does some of them otherwise than Linux and macOS. */
export interface FileSystem {
  /** An absolute path in the form whose length has no limit. */
  rooted(path: string): string;
  read(path: string): Promise<Uint8Array>;
  /** Writes a file that is not there yet, read-only where the system knows that, and syncs it. */
  writeNew(path: string, data: Uint8Array | string): Promise<void>;
  /** Makes a directory and those above it; the uppermost that was made, if any. */
  makeDirectory(dir: string): Promise<string | undefined>;
  /** Gives a directory its name. Throws where there is one of this name that is not empty. */
  nameDirectory(from: string, to: string): Promise<void>;
  /** Puts a file in the place of another one, or of none. Waits for who has the other one open. */
  replaceFile(from: string, to: string): Promise<void>;
  /** Removes a file or a directory with all in it, if it is there. */
  remove(path: string): Promise<void>;
  /** Moment of the last change of a file or directory; undefined where there is none. */
  changedAt(path: string): Promise<Date | undefined>;
  /** Makes a file or directory as new as if it changed now. Throws `ENOENT`. */
  renew(path: string): Promise<void>;
  /** Names in a directory, in no order. */
  names(dir: string): AsyncIterable<string>;
  /** Makes the names in a directory durable. */
  syncDirectory(dir: string): Promise<void>;
  /** Text of a file; undefined where there is none. */
  readText(path: string): string | undefined;
  /** Opens a file to add to its end, each time synced. */
  openForAppending(path: string): AppendedFile;
}

/** A file that grows at its end. */
export interface AppendedFile {
  /** Adds and syncs. */
  append(text: string): void;
  close(): void;
}

/** Files of this machine by Node's own modules, which know each system's paths. */
export const nodeFileSystem: FileSystem = {
  rooted: (path) => toNamespacedPath(resolve(path)),
  read: (path) => readFile(path),
  writeNew: async (path, data) => {
    await using file = await open(path, 'wx', 0o444);
    await file.writeFile(data);
    await file.sync();
  },
  makeDirectory: (dir) => mkdir(dir, { recursive: true }),
  nameDirectory: (from, to) => rename(from, to),
  replaceFile: (from, to) => patiently(() => rename(from, to)),
  remove: (path) => rm(path, { recursive: true, force: true }),
  changedAt: async (path) => {
    const found = await stat(path).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error;
    });
    return found?.mtime;
  },
  renew: async (path) => {
    const now = new Date();
    await utimes(path, now, now);
  },
  names: async function* (dir) {
    for await (const { name } of await opendir(dir)) yield name;
  },
  syncDirectory: async (dir) => {
    await using handle = await open(dir, 'r');
    await handle.sync();
  },
  readText: (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined),
  openForAppending: (path) => {
    const isNew = !existsSync(path);
    const file = openSync(path, 'a', 0o600);
    if (isNew) syncNamesNow(dirname(path));
    return {
      append: (text) => {
        writeSync(file, text);
        fdatasyncSync(file);
      },
      close: () => closeSync(file),
    };
  },
};

/** Codes of systems that cannot sync a directory; NTFS keeps the order of names in its own journal. */
const CANNOT_SYNC: ReadonlySet<unknown> = new Set(['EPERM', 'EISDIR', 'EINVAL', 'ENOTSUP']);

/** Tells whether an error says that this system syncs no directories. */
export function cannotSync(error: unknown): boolean {
  return CANNOT_SYNC.has(codeOf(error));
}

function syncNamesNow(dir: string): void {
  try {
    const handle = openSync(dir, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    if (!cannotSync(error)) throw error;
  }
}

/** Codes of a file that a scanner or reader has open; elsewhere than on Windows EPERM means what it says. */
const IN_USE: ReadonlySet<unknown> = new Set(process.platform === 'win32' ? ['EPERM', 'EACCES', 'EBUSY'] : ['EBUSY']);
const TRIES = 8;
const FIRST_WAIT_MS = 5;

/** Tries again, for about a second, what fails because a file is in use. */
export async function patiently<Result>(act: () => Promise<Result>): Promise<Result> {
  for (let tried = 1; ; tried++) {
    try {
      return await act();
    } catch (error) {
      if (tried === TRIES || !IN_USE.has(codeOf(error))) throw error;
      await wait(FIRST_WAIT_MS * 2 ** (tried - 1));
    }
  }
}

/** The system's code of an error, such as `ENOENT`. */
export function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
