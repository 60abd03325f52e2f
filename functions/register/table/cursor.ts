import { z } from 'zod';
import type { PageRequest } from '../commands/page-requests.ts';
import { RegisterError } from '../model/register-error.ts';
import type { PageKey } from './table.ts';

const cursorSchema = z.tuple([z.string().max(300), z.string().max(300), z.string().max(300)]);

/** Encodes the start of an index's next page: the last key and its sort key. */
export function writeCursor(key: Readonly<Record<string, unknown>>, sortKey: string): string {
  return Buffer.from(JSON.stringify([key['PK'], key['SK'], key[sortKey]])).toString('base64url');
}

/**
 * The way back. The partition is the caller's, not the cursor's, so a cursor of another organ shows nothing of it.
 * Throws `bad-cursor`.
 */
export function readCursor(
  cursor: string,
  index: { readonly partitionKey: string; readonly sortKey: string },
  partition: string,
): PageKey {
  try {
    const [PK, SK, sort] = cursorSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return { PK, SK, [index.partitionKey]: partition, [index.sortKey]: sort };
  } catch (cause) {
    throw new RegisterError('bad-cursor', {}, { cause });
  }
}

/** Encodes the start of a partition's next page. */
export function writeTableCursor(lastKey: PageKey): string {
  return Buffer.from(JSON.stringify([lastKey['SK']])).toString('base64url');
}

/** The way back, within the caller's partition and its kind of item. Throws `bad-cursor`. */
export function readTableCursor(cursor: string, partition: string, startsWith: string): PageKey {
  try {
    const [SK] = z
      .tuple([z.string().max(300).startsWith(startsWith)])
      .parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return { PK: partition, SK };
  } catch (cause) {
    throw new RegisterError('bad-cursor', {}, { cause });
  }
}

/** Reads the size of a page. */
export function limitOf(page: PageRequest): number {
  return Math.min(100, Math.max(1, Math.trunc(page.limit ?? 50)));
}
