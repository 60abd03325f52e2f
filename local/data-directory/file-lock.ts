import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { OperatorError } from '../output/operator-error.ts';

const TRY_EVERY_MS = 20;

/** A lock that this process holds. */
export interface FileLock {
  release(): void;
}

/**
 * Takes the lock of a file, among all processes: SQLite's own lock on an empty database beside it. The system drops it with the
 * process that held it, so a crash leaves nothing to clear. Undefined where another one holds it.
 */
export function tryFileLock(path: string): FileLock | undefined {
  const lock = openLock(`${path}.lock`);
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return { release: () => lock.close() };
  } catch (error) {
    lock.close();
    if (error instanceof Error && /locked/.test(error.message)) return undefined;
    throw error;
  }
}

function openLock(path: string): DatabaseSync {
  try {
    return new DatabaseSync(path, { timeout: 0 });
  } catch (error) {
    // SQLite does not say which file it could not open.
    throw Object.assign(error instanceof Error ? error : new Error(String(error)), { path });
  }
}

/** Does something under the lock of a file. Throws `OperatorError` where another process keeps it longer than `withinMs`. */
export async function withFileLock<Result>(
  path: string,
  act: () => Promise<Result>,
  withinMs = 10_000,
): Promise<Result> {
  const until = performance.now() + withinMs;
  let lock = tryFileLock(path);
  while (!lock) {
    if (performance.now() > until) throw new OperatorError(`Tệp ${path} đang có lệnh khác sửa; hãy thử lại.`);
    await wait(TRY_EVERY_MS);
    lock = tryFileLock(path);
  }
  try {
    return await act();
  } finally {
    lock.release();
  }
}
