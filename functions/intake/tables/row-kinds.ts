import type { Row, Table } from '#document/schemas/table.schema.ts';
import { copyOf, noRows, numberRow } from '#document/tables/row-numbers.ts';
import type { TableRow } from '#read/body/model.ts';
import { isBoldRow, plainText } from './cell-text.ts';

/** Kind of a table row, without its cells. */
export type RowKind = Pick<Row, 'level' | 'total' | 'continued'> & { readonly isGroup?: true };

/** Numbering of a table's rows; `kinds` has one entry a row. */
export interface RowCount {
  readonly restart: boolean;
  readonly numberGroups: boolean;
  readonly kinds: readonly RowKind[];
}

type Counting = Required<Pick<Table, 'restart' | 'numberGroups'>>;

/** Tells whether a column without a title that says so is one of row numbers: counted in full, and set in the middle. */
export function looksNumbered(rows: readonly TableRow[]): boolean {
  const signs = rows.flatMap(({ cells: [first] }) =>
    first?.blocks[0]?.kind === 'paragraph' && first.colSpan === 1 ? [first.blocks[0]] : [],
  );
  return signs.length > 0 && signs.every(({ format, text }) => format.props.align === 'center' || text === '');
}

/** Openings of totals. */
const TOTAL = /^(?:tổng|cộng|lũy kế|luỹ kế|mang sang)(?!\p{L})/iu;

const SIGNS: readonly (readonly [RegExp, NonNullable<Row['level']>])[] = [
  [/^[IVXLC]+$/, 'roman'],
  [/^[A-ZĐ]$/u, 'letter'],
  [/^\d+$/, 'clause'],
  [/^\d+\.\d+$/, 'subclause'],
  [/^[a-zđ]$/u, 'point'],
  [/^-$/, 'dash'],
];
/** Signs that only rows of levels have. */
const LEVELLED = /^(?:\d+\.\d+|[a-zđ]|-)$/u;

/** Finds how the first column counts a table's rows; null where no way of ours gives what is printed there. */
export function countRows(rows: readonly TableRow[], count: number): RowCount | null {
  if (rows.length === 0) return null;
  const numberGroups = !rows.some((row) => isNamedWhole(row, count) && signOf(row) === '');
  for (const restart of [false, true]) {
    const kinds = kindsOf(rows, count, { restart, numberGroups });
    if (kinds) return { restart, numberGroups, kinds };
  }
  return null;
}

function kindsOf(rows: readonly TableRow[], count: number, counting: Counting): RowKind[] | null {
  const isLevelled = rows.some((row) => LEVELLED.test(signOf(row)));
  const kinds: RowKind[] = [];
  let counts = noRows();
  for (const row of rows) {
    let next = counts;
    const kind = kindsItMayBe(row, count, isLevelled).find((one) => {
      next = copyOf(counts);
      const { label } = numberRow(next, one.isGroup ? { group: '…' } : one, counting);
      return one.total || (label ?? '') === signOf(row);
    });
    if (!kind) return null;
    counts = next;
    kinds.push(kind);
  }
  return kinds;
}

/** Lists the kinds that a row may have, the likeliest first. */
function kindsItMayBe(row: TableRow, count: number, isLevelled: boolean): RowKind[] {
  const [first] = row.cells;
  if (first?.merge === 'continue') return [{ continued: true }];
  if (row.cells.length === 1) return isNamedWhole(row, count) ? [{ isGroup: true }] : [];
  if (isTotal(row)) return [{ total: true }];
  const sign = signOf(row);
  const levels = SIGNS.filter(([pattern]) => pattern.test(sign)).map(([, level]): RowKind => ({ level }));
  const numbered = isLevelled ? [...levels, {}] : [{}, ...levels];
  return isNamedWhole(row, count) || isNamedInPart(row, count) ? [{ isGroup: true }, ...numbered] : numbered;
}

/** Reads the sign in a row's first column; nothing where that is a name over the whole width. */
function signOf({ cells }: TableRow): string {
  if (cells.length === 1) return '';
  return plainText(cells[0])
    .replace(/[.)]$/, '')
    .replace(/^[–—]$/, '-');
}

/** A row that has a number or none, and one name over all the rest. */
function isNamedWhole({ cells }: TableRow, count: number): boolean {
  const [first, second] = cells;
  if (cells.length === 1) return count > 1 && first?.colSpan === count;
  return cells.length === 2 && count > 2 && first?.colSpan === 1 && second?.colSpan === count - 1;
}

/** A group's row with cells beside its name: bold, and kept with the rows below it by its style. */
function isNamedInPart(row: TableRow, count: number): boolean {
  const block = row.cells[1]?.blocks[0];
  if (count <= 2 || block?.kind !== 'paragraph' || !isBoldRow(row)) return false;
  return block.format.props.keepNext && block.format.source('keepNext').kind !== 'direct';
}

/** A total: a label over the column of numbers too, or a name that says so. */
function isTotal(row: TableRow): boolean {
  const [first, second] = row.cells;
  if (first && first.colSpan > 1 && isBoldRow(row)) return true;
  const name = plainText(first) || plainText(second);
  return TOTAL.test(name) && (isBoldRow(row) || plainText(first) === '' || (first?.colSpan ?? 1) > 1);
}
