import type { Pointer, RawFinding } from '../checking/findings.ts';
import { leafColumns, ROW_LEVELS, type Row, type Table } from '../schemas/table.schema.ts';

/** A number as Vietnamese texts write it: 1.234.567, 12,5, -3. */
const NUMBER = /^-?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d{1,6})?$/;
/** Sums are compared in millionths, as whole numbers: 0,1 and 0,2 make 0,3. */
const MILLIONTHS = 1e6;

/** Totals that say what they sum are checked, column by column, where all that they sum are numbers. */
export function ofSums({ columns, rows }: Table, pointer: Pointer): RawFinding[] {
  return rows.flatMap((row, i): RawFinding[] => {
    if (!row.total || row.sums === undefined) return [];
    const summed = summedRows(rows, i, row.sums);
    return leafColumns(columns).flatMap(({ id }): RawFinding[] => {
      const said = id === undefined ? null : numberIn(row, id);
      if (id === undefined || said === null) return [];
      const sum = total(summed, id);
      if (sum === null || summed.length === 0 || sum === said) return [];
      const params = { said: shown(said), sum: shown(sum) };
      return [{ code: 'SUM_DIFFERS', pointer: [...pointer, 'rows', i, 'cells', id], params }];
    });
  });
}

/** Sums of a total by column id, as they are printed; columns that hold other texts than numbers have none. */
export function sumsOf({ columns, rows }: Table, at: number): Readonly<Record<string, string>> {
  const sums = rows[at]?.sums;
  if (sums === undefined) return {};
  const summed = summedRows(rows, at, sums);
  return Object.fromEntries(
    leafColumns(columns).flatMap(({ id }) => {
      const sum = id === undefined || !summed.some((row) => numberIn(row, id) !== null) ? null : total(summed, id);
      return id === undefined || sum === null ? [] : [[id, shown(sum)]];
    }),
  );
}

/** Sum of a column in millionths; null where it holds a text that is no number. */
function total(rows: readonly Row[], id: string): number | null {
  return rows.reduce<number | null>((sum, row) => {
    const one = numberIn(row, id, 0);
    return sum === null || one === null ? null : sum + one;
  }, 0);
}

function summedRows(rows: readonly Row[], at: number, sums: NonNullable<Row['sums']>): Row[] {
  if (typeof sums !== 'string') return rows.filter(({ id }) => id !== undefined && sums.includes(id));
  const above = rows.slice(0, at);
  const from = sums === 'table' ? 0 : above.findLastIndex((row) => row.group !== undefined || row.total) + 1;
  const items = above.slice(from).filter((row) => row.group === undefined && !row.total);
  // Of rows with levels the widest hold the others.
  const widest = ROW_LEVELS.find((level) => items.some((row) => row.level === level));
  return widest === undefined ? items : items.filter(({ level }) => level === widest);
}

/** The number that a cell holds in millionths; `empty` for an empty one, null for any other text. */
function numberIn(row: Row, id: string, empty: number | null = null): number | null {
  const cell = row.cells && Object.hasOwn(row.cells, id) ? row.cells[id] : undefined;
  const text = (typeof cell === 'string' ? cell : (cell?.text ?? '')).replaceAll('*', '').trim();
  if (text === '' || text === '-') return empty;
  if (!NUMBER.test(text)) return null;
  return Math.round(Number(text.replaceAll('.', '').replace(',', '.')) * MILLIONTHS);
}

function shown(millionths: number): string {
  return (millionths / MILLIONTHS).toLocaleString('vi-VN', { maximumFractionDigits: 6 });
}
