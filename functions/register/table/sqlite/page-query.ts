import type { SQLInputValue } from 'node:sqlite';
import { RegisterError } from '../../model/register-error.ts';
import type { QueryRequest } from '../table.ts';
import { tableShape } from '../table-shape.ts';

/** A query as SQL, with its values in order. */
export interface PageSql {
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
}

/** The statement that reads a page in order. Throws `bad-cursor` for a start outside the partition or the range. */
export function pageSql(request: QueryRequest): PageSql {
  const { partition, sort, newestFirst = false, startAt } = request;
  const shape = request.index ? tableShape.indexes[request.index] : tableShape;
  const clauses = [`${shape.partitionKey} = ?`];
  const values: SQLInputValue[] = [partition];
  const range = rangeOf(sort);
  if (range.from !== undefined) {
    clauses.push(`${shape.sortKey} >= ?`);
    values.push(range.from);
  }
  if (range.below !== undefined) {
    clauses.push(`${shape.sortKey} < ?`);
    values.push(range.below);
  }
  if (range.upTo !== undefined) {
    clauses.push(`${shape.sortKey} <= ?`);
    values.push(range.upTo);
  }
  const order = request.index ? [shape.sortKey, 'PK', 'SK'] : ['SK'];
  if (startAt) {
    if (startAt[shape.partitionKey] !== partition) throw new RegisterError('bad-cursor');
    const from = order.map((name) => startAt[name]);
    const start = from.flatMap((value) => (value === undefined ? [] : [value]));
    if (start.length < order.length) throw new RegisterError('bad-cursor');
    clauses.push(`(${order.join(', ')}) ${newestFirst ? '<' : '>'} (${order.map(() => '?').join(', ')})`);
    values.push(...start);
  }
  const direction = newestFirst ? ' DESC' : '';
  const sql = `SELECT item, size, PK, SK, ${shape.sortKey} AS sort FROM items WHERE ${clauses.join(' AND ')}
    ORDER BY ${order.map((name) => `${name}${direction}`).join(', ')}`;
  return { sql, values };
}

interface Range {
  readonly from?: string;
  readonly upTo?: string;
  readonly below?: string;
}

function rangeOf(sort: QueryRequest['sort']): Range {
  if (!sort) return {};
  if ('upTo' in sort) return { upTo: sort.upTo };
  if ('from' in sort) {
    // As DynamoDB does, so that a mistake shows on both.
    if (Buffer.compare(Buffer.from(sort.from), Buffer.from(sort.to)) > 0) {
      throw new RegisterError('unavailable', {}, { cause: new RangeError('the range ends before it starts') });
    }
    return { from: sort.from, upTo: sort.to };
  }
  const below = afterPrefix(sort.startsWith);
  return { from: sort.startsWith, ...(below !== undefined && { below }) };
}

/** The first text after all that start with a prefix, in the order of code points, which is that of UTF-8 bytes. */
function afterPrefix(prefix: string): string | undefined {
  const points = Array.from(prefix, (char) => char.codePointAt(0) ?? 0);
  for (let last = points.pop(); last !== undefined; last = points.pop()) {
    if (last < 0x10ffff) return String.fromCodePoint(...points, last === 0xd7ff ? 0xe000 : last + 1);
  }
  return undefined;
}
