import { RegisterError } from '../model/register-error.ts';
import { type RegisterRow, registerRowSchema } from '../model/register-row.schema.ts';
import { type RowId, rowKey } from '../table/keys/row-keys.ts';
import { queryAll } from '../table/query-all.ts';
import { readItem } from '../table/read-item.ts';
import type { Table } from '../table/table.ts';
import { blankError, getBlank } from './read-blanks.ts';

/** Lines that are read at once on the way to the next that is not struck. */
const PAGE_SIZE = 20;
/** Sorts after every suffix and copy of a number. */
const LAST = '~';

/**
 * Finds the copy of a number that a record takes: none for the first, 2 … after struck lines. Throws `duplicate-number`
 * where a line stands under it, `number-blank` where the older book has it without a document, and `day-out-of-order`
 * where the number before has a later day, or the one after an earlier. A line that the document has itself is no hindrance: another
 * request gave it meanwhile, which the write finds out.
 */
export async function freeCopy(
  table: Table,
  rowId: RowId & { readonly docId: string },
  issuedDate: string,
): Promise<number | undefined> {
  const blank = await getBlank(table, rowId);
  if (blank) throw blankError(blank.symbol, blank.kind);
  const at = await linesAt(table, rowId);
  const taken = at.find(standsFor(rowId.docId));
  if (taken) throw new RegisterError('duplicate-number', { docId: taken.docId, symbol: taken.symbol });
  const before = await neighbour(table, rowId, 'before');
  if (before && before.issuedDate > issuedDate) throw outOfOrder(before, issuedDate);
  const after = await neighbour(table, rowId, 'after');
  if (after && after.issuedDate < issuedDate) throw outOfOrder(after, issuedDate);
  return at.length === 0 ? undefined : Math.max(...at.map(({ copy = 1 }) => copy)) + 1;
}

/** Makes the test for a line that stands and is of another document. */
function standsFor(own: string) {
  return ({ struck, docId }: RegisterRow) => struck === undefined && docId !== own;
}

function outOfOrder({ symbol, issuedDate: day }: RegisterRow, issuedDate: string): RegisterError {
  return new RegisterError('day-out-of-order', { issuedDate, symbol, day });
}

async function linesAt(table: Table, { organ, year, series, codeNumber }: RowId): Promise<RegisterRow[]> {
  const { PK: partition, SK } = rowKey(organ, year, series, codeNumber);
  const items = await queryAll(table, { partition, sort: { startsWith: SK } });
  return items.map((item) => readItem(registerRowSchema, item));
}

/** The nearest line on one side that stands: what was struck has no say. */
async function neighbour(
  table: Table,
  { organ, year, series, codeNumber, docId }: RowId & { readonly docId: string },
  side: 'before' | 'after',
): Promise<RegisterRow | undefined> {
  if (side === 'before' && codeNumber === 1) return undefined;
  const key = (number: number) => rowKey(organ, year, series, number);
  const partition = key(1).PK;
  const sort =
    side === 'before'
      ? { from: key(1).SK, to: `${key(codeNumber - 1).SK}${LAST}` }
      : { from: key(codeNumber + 1).SK, to: `N#${LAST}` };
  let page = await table.query({ partition, sort, newestFirst: side === 'before', limit: PAGE_SIZE });
  for (;;) {
    const rows = page.items.map((item) => readItem(registerRowSchema, item));
    const found = rows.find(standsFor(docId));
    if (found || !page.lastKey) return found;
    page = await table.query({
      partition,
      sort,
      newestFirst: side === 'before',
      limit: PAGE_SIZE,
      startAt: page.lastKey,
    });
  }
}
