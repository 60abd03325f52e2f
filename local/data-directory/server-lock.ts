import { z } from 'zod';
import { type FileSystem, nodeFileSystem } from '#base/node/file-system.ts';
import { writeWhole } from '#base/node/files.ts';
import { OperatorError } from '../output/operator-error.ts';
import { dataPaths } from './data-directory.ts';
import { type FileLock, tryFileLock } from './file-lock.ts';

const hint = z.object({ url: z.string() });

/** The one lock of a data directory: a server, a restore or a conversion holds it, one at a time. */
export interface ServerLock extends FileLock {
  /** Records where the server answers, for the message to a second one. */
  record(url: string): Promise<void>;
  /** Removes the record and lets go. */
  leave(): Promise<void>;
}

/** Takes the lock of a data directory. Throws `OperatorError` that says where the first server runs. */
export async function takeServerLock(dir: string, fs: FileSystem = nodeFileSystem): Promise<ServerLock> {
  const path = dataPaths(dir).server;
  const lock = tryFileLock(path);
  if (!lock) {
    const url = hintedUrl(fs, path);
    throw new OperatorError(`Thư mục ${dir} đã có máy chủ đang chạy${url === undefined ? '' : ` tại ${url}`}.`);
  }
  return {
    ...lock,
    record: (url) => writeWhole(path, `${JSON.stringify({ pid: process.pid, url })}\n`, 0o600, fs),
    leave: async () => {
      await fs.remove(path);
      lock.release();
    },
  };
}

/** The record is a hint alone: what cannot be read says nothing. */
function hintedUrl(fs: FileSystem, path: string): string | undefined {
  try {
    return hint.parse(JSON.parse(fs.readText(path) ?? '')).url;
  } catch {
    return undefined;
  }
}
