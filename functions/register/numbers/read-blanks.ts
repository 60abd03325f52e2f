import { type BlankNumber, blankKindSchema, blankNumberSchema } from '../model/blank-number.schema.ts';
import { RegisterError } from '../model/register-error.ts';
import { any, type Condition, exists, isNew } from '../table/condition.ts';
import { blankKey, type RowId } from '../table/keys/row-keys.ts';
import { queryAll } from '../table/query-all.ts';
import { readItem } from '../table/read-item.ts';
import type { Table } from '../table/table.ts';
import type { Write } from '../table/write.ts';

/** Condition on the item of a blank: there is none, or it was dropped. */
export const freeOfBlank: Condition = any(isNew, exists('dropped'));

/** See `Register.listBlanks`. */
export async function listBlanks(table: Table, organ: string, year: number, series: string): Promise<BlankNumber[]> {
  const { PK: partition } = blankKey({ organ, year, series, codeNumber: 1 });
  const items = await queryAll(table, { partition, sort: { startsWith: 'B#' } });
  return items.map((item) => readItem(blankNumberSchema, item)).filter(({ dropped }) => dropped === undefined);
}

/** See `Register.getBlank`. */
export async function getBlank(table: Table, rowId: RowId): Promise<BlankNumber | undefined> {
  const item = await table.get(blankKey(rowId));
  const blank = item && readItem(blankNumberSchema, item);
  return blank?.dropped ? undefined : blank;
}

/** The check that a number is no blank of the older book. */
export const isNoBlank = (rowId: RowId): Write => ({ check: blankKey(rowId), if: freeOfBlank });

/** The error of a number that stands as a blank. */
export function blankError(symbol: string, kind: unknown): RegisterError {
  return new RegisterError('number-blank', { symbol, kind: blankKindSchema.safeParse(kind).data ?? 'empty' });
}
