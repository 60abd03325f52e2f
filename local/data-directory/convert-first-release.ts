import { createReadStream, existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { syncNames, writeWhole } from '#base/node/files.ts';
import type { ItemKey } from '#register/table/keys/key-parts.ts';
import { loadItems } from '#register/table/sqlite/load-items.ts';
import { openSettled } from '#register/table/sqlite/open-settled.ts';
import type { StoredItem } from '#register/table/table.ts';
import { OperatorError } from '../output/operator-error.ts';
import { dataPaths } from './data-directory.ts';

/** The table of release 0.1.0, in the file of the database that ran beside it. */
const TABLE = 'banhanh';

const fields = z.record(z.string(), z.unknown());
const keyed = z.object({ PK: z.string(), SK: z.string() });

/** Result of a conversion: its count of items, and the path of the old file. */
export interface Converted {
  readonly items: number;
  readonly copy: string;
}

/** Converts the register of a directory that release 0.1.0 wrote; undefined where there is nothing to do. `onItem` hears each item. */
export async function convertIfOld(
  dir: string,
  onItem: (done: number, total: number) => void = () => {},
): Promise<Converted | undefined> {
  const path = dataPaths(dir).register;
  return isFirstRelease(path) ? convertFirstRelease(path, onItem) : undefined;
}

/** Tells whether a register file was written by release 0.1.0. */
export function isFirstRelease(path: string): boolean {
  if (!existsSync(path)) return false;
  try {
    const db = openSettled(path);
    try {
      return db.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_tables'").get() !== undefined;
    } finally {
      db.close();
    }
  } catch {
    // What cannot be read is told where the register is opened.
    return false;
  }
}

/**
 * Turns the register file of release 0.1.0 into ours, after a copy beside it (`<path>.0.1.0`). A crash leaves the old file or the
 * new one, whole. Throws `OperatorError` while the old server still has it open.
 */
async function convertFirstRelease(path: string, onItem: (done: number, total: number) => void): Promise<Converted> {
  const copy = `${path}.0.1.0`;
  const made = `${path}.new`;
  await removeMade(made);
  const old = new DatabaseSync(path, { timeout: 5_000 });
  try {
    // Takes every lock of the file and folds its log into it: nobody else has it open, and it is one file.
    old.exec('PRAGMA journal_mode = DELETE');
    await writeWhole(copy, createReadStream(path), 0o600);
    const items = loadItems(made, itemsOf(old, onItem));
    old.close();
    await rename(made, path);
    await syncNames(dirname(path));
    return { items, copy };
  } catch (cause) {
    if (old.isOpen) old.close();
    await removeMade(made);
    const isOpenElsewhere = cause instanceof Error && /locked|busy/.test(cause.message);
    throw isOpenElsewhere
      ? new OperatorError(`Sổ ${path} đang được máy chủ của bản 0.1.0 dùng; hãy dừng nó (Ctrl-C) rồi chạy lại.`, {
          cause,
        })
      : cause;
  }
}

async function removeMade(made: string): Promise<void> {
  for (const rest of ['', '-wal', '-shm', '-journal']) await rm(`${made}${rest}`, { force: true });
}

function* itemsOf(old: DatabaseSync, onItem: (done: number, total: number) => void): Iterable<ItemKey & StoredItem> {
  const total = Number(old.prepare(`SELECT count(*) AS items FROM "${TABLE}"`).get()?.['items']);
  let done = 0;
  for (const row of old.prepare(`SELECT item_json FROM "${TABLE}"`).iterate()) {
    const item = plainItem(JSON.parse(String(row['item_json'])));
    yield { ...item, ...keyed.parse(item) };
    onItem(++done, total);
  }
}

function plainItem(stored: unknown): StoredItem {
  return Object.fromEntries(Object.entries(fields.parse(stored)).map(([name, value]) => [name, plainValue(value)]));
}

/** A value in DynamoDB's JSON: `{"S": "…"}`, `{"N": "1"}` … */
function plainValue(stored: unknown): unknown {
  const value = fields.parse(stored);
  if ('S' in value || 'BOOL' in value) return value['S'] ?? value['BOOL'];
  if ('N' in value) return Number(value['N']);
  if ('NULL' in value) return null;
  if ('L' in value) return z.array(z.unknown()).parse(value['L']).map(plainValue);
  return plainItem(value['M']);
}
