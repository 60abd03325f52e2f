import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { OperatorError } from '../output/operator-error.ts';

const TRY_EVERY_MS = 20;

/**
 * Does something while it alone, among all processes, holds the lock of a file: SQLite's own lock on an empty database
 * beside it. The kernel drops it with the process that held it, so a crash leaves nothing to be taken over.
 * Throws `OperatorError` where another one keeps it longer than `withinMs`.
 */
export async function withFileLock<Result>(
  path: string,
  act: () => Promise<Result>,
  withinMs = 10_000,
): Promise<Result> {
  const lock = new DatabaseSync(`${path}.lock`, { timeout: 0 });
  try {
    const until = performance.now() + withinMs;
    while (!takes(lock)) {
      if (performance.now() > until) throw new OperatorError(`Tệp ${path} đang có lệnh khác sửa; hãy thử lại.`);
      await wait(TRY_EVERY_MS);
    }
    return await act();
  } finally {
    lock.close();
  }
}

function takes(lock: DatabaseSync): boolean {
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if (error instanceof Error && /locked/.test(error.message)) return false;
    throw error;
  }
}
