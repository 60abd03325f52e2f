import { RegisterError } from '../../model/register-error.ts';
import { MAX_WRITES } from '../commit.ts';
import { itemSize } from '../item-size.ts';
import { jitteredSleep } from '../sleep.ts';
import type { Table } from '../table.ts';
import type { Write } from '../write.ts';
import { keyOf } from './apply-writes.ts';
import { fileWatch } from './number-guard.ts';
import { openReader } from './reader.ts';
import { startWriter } from './writer.ts';
import type { MarkOptions, WriterFault } from './writer-messages.ts';

/** A table in a file of this machine. */
export interface SqliteTable extends Table {
  /** Ends after what was asked before, and leaves one file. */
  close(): Promise<void>;
  /** Tells whether the file is still the one that was opened. */
  isInPlace(): boolean;
  /** Fault of the second copy of the last mark, or null. */
  outsideFault(): WriterFault | null;
}

/** Settings of a SQLite table. */
export interface SqliteTableOptions {
  /** The register file; it is made if it is not there. */
  readonly path: string;
  /** Paths where numbers are recorded before they are answered; tests of the table alone have none. */
  readonly marks?: MarkOptions | undefined;
  readonly sleep?: Table['sleep'];
}

/**
 * Opens the table in a file: SQLite in WAL mode, one thread that writes, readers beside it. Other processes may write to the same
 * file by turns.
 */
export async function openSqliteTable({
  path,
  marks,
  sleep = jitteredSleep,
}: SqliteTableOptions): Promise<SqliteTable> {
  const writer = startWriter({ path, marks });
  await writer.ready();
  const reader = openReader(path);
  return {
    get: async (key) => ours(() => reader.get(key)),
    getMany: async (keys) => ours(() => keys.map((key) => reader.get(key))),
    query: async (request) => ours(() => reader.query(request)),
    scan: async (startAt, share) => ours(() => reader.scan(startAt, share)),
    transact: async (writes) => {
      checkWrites(writes);
      return writer.transact(writes);
    },
    sleep,
    isInPlace: fileWatch(path),
    outsideFault: writer.outsideFault,
    close: async () => {
      reader.close();
      await writer.close();
    },
  };
}

function checkWrites(writes: readonly Write[]): void {
  const names = new Set(writes.map((write) => JSON.stringify(keyOf(write))));
  if (writes.length > MAX_WRITES || names.size < writes.length) {
    const cause = new RangeError(`a transaction has ${MAX_WRITES} writes at most, each on an item of its own`);
    throw new RegisterError('unavailable', {}, { cause });
  }
  for (const write of writes) itemSize('put' in write ? write.put : 'update' in write ? write.set : {});
}

function ours<Answer>(read: () => Answer): Answer {
  try {
    return read();
  } catch (error) {
    if (error instanceof RegisterError) throw error;
    throw new RegisterError('unavailable', {}, { cause: error });
  }
}
