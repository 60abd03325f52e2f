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
      const numbers = summed.map((one) => numberIn(one, id, 0));
      const sum = numbers.reduce<number | null>(
        (total, one) => (total === null || one === null ? null : total + one),
        0,
      );
      if (sum === null || numbers.length === 0 || sum === said) return [];
      const params = { said: shown(said), sum: shown(sum) };
      return [{ code: 'SUM_DIFFERS', pointer: [...pointer, 'rows', i, 'cells', id], params }];
    });
  });
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
