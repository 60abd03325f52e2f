import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createRegister, type RegisterOptions } from '#register/create-register.ts';
import type { Register } from '#register/register.ts';
import { exists } from '#register/table/condition.ts';
import type { ItemKey } from '#register/table/keys/key-parts.ts';
import { openSqliteTable } from '#register/table/sqlite/sqlite-table.ts';
import type { Table } from '#register/table/table.ts';

/** The table of one machine over a temporary directory. */
export interface TestTable {
  readonly dir: string;
  /** The register file. */
  readonly path: string;
  readonly table: Table;
  /** A register over it, or over another table that stands before it. */
  register(options?: Partial<RegisterOptions>): Register;
  /** Damages an item: sets and removes attributes past every rule. */
  change(key: ItemKey, set: Readonly<Record<string, unknown>>, remove?: readonly string[]): Promise<void>;
  /** Damages the table: an item is gone. */
  remove(key: ItemKey): void;
  stop(): Promise<void>;
}

/** Opens one. Call `stop` in `afterAll`. */
export async function openTestTable(): Promise<TestTable> {
  const dir = await mkdtemp(join(tmpdir(), 'banhanh-table-'));
  const path = join(dir, 'register.sqlite');
  const table = await openSqliteTable({ path });
  return {
    dir,
    path,
    table,
    register: (options) => createRegister({ table, ...options }),
    change: async ({ PK, SK }, set, remove = []) => {
      await table.transact([{ update: { PK, SK }, set, remove, if: exists('PK') }]);
    },
    remove: ({ PK, SK }) => {
      const db = new DatabaseSync(path);
      db.prepare('DELETE FROM items WHERE PK = ? AND SK = ?').run(PK, SK);
      db.close();
    },
    stop: async () => {
      await table.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
