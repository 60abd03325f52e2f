import type { Pointer, RawFinding } from '../checking/findings.ts';
import { createRowPlacer } from '../checking/row-placer.ts';
import { type Column, leafColumns, type Table } from '../schemas/table.schema.ts';
import { legible } from '../text/forbidden-characters.ts';
import type { Rule } from './rule.ts';

/** So many findings of one table are enough: each is kept until all are counted. */
const MAX_PER_TABLE = 20_000;

/** Columns have ids and add up, rows hold cells or a group, merged cells cover what they say and no more. */
export const tableRule: Rule = (_doc, { parts }) =>
  parts.flatMap(({ part, pointer }) => (part.table ? ofTable(part.table, [...pointer, 'table']) : []));

function ofTable(table: Table, pointer: Pointer): RawFinding[] {
  const columns = ofColumns(table.columns, [...pointer, 'columns']);
  return columns.length > 0 ? columns : ofRows(table, pointer);
}

function ofColumns(columns: readonly Column[], pointer: Pointer): RawFinding[] {
  const wrong = (why: string, at: Pointer): RawFinding => ({ code: 'COLUMN_CONTENT', pointer: at, facts: { why } });
  const leaves = leafColumns(columns);
  const ids = leaves.flatMap((leaf) => leaf.id ?? []);
  return [
    ...nodes(columns, pointer).flatMap(({ column, pointer: at }) => {
      if (column.columns)
        return column.id || column.width || column.numbering
          ? [wrong(`Tiêu đề gộp “${legible(column.title)}” chỉ có title và columns`, at)]
          : [];
      return column.id === undefined ? [wrong(`Cột “${legible(column.title)}” phải có mã (id)`, at)] : [];
    }),
    ...(new Set(ids).size < ids.length ? [wrong('Có hai cột trùng mã (id)', pointer)] : []),
    ...(leaves.length > 20 ? [wrong('Bảng có quá 20 cột', pointer)] : []),
    ...(leaves.filter((leaf) => leaf.numbering).length > 1
      ? [wrong('Chỉ một cột là cột số thứ tự (numbering)', pointer)]
      : []),
    ...(leaves.some((leaf) => leaf.width) && leaves.some((leaf) => !leaf.width)
      ? [wrong('Độ rộng (width) phải ghi cho mọi cột hoặc không cột nào', pointer)]
      : ofWidths(leaves, pointer)),
  ];
}

/** Share of a table's width below which not even a digit fits into a column. */
const MIN_SHARE = 0.015;

function ofWidths(leaves: readonly Column[], pointer: Pointer): RawFinding[] {
  const total = leaves.reduce((sum, { width = 0 }) => sum + width, 0);
  return leaves
    .filter(({ width }) => width !== undefined && width < total * MIN_SHARE)
    .map(({ title }) => ({
      code: 'COLUMN_CONTENT',
      pointer,
      facts: { why: `Cột “${legible(title)}” hẹp quá so với cả bảng` },
    }));
}

function nodes(columns: readonly Column[], pointer: Pointer): Array<{ column: Column; pointer: Pointer }> {
  return columns.flatMap((column, i) => [
    { column, pointer: [...pointer, i] },
    ...nodes(column.columns ?? [], [...pointer, i, 'columns']),
  ]);
}

function ofRows(table: Table, pointer: Pointer): RawFinding[] {
  const placer = createRowPlacer(table.columns);
  const findings: RawFinding[] = [];
  const report = (row: number, problems: ReturnType<typeof placer.cut>) => {
    for (const { code, columnId, rowsAbove } of problems) {
      const at: Pointer = [...pointer, 'rows', row - rowsAbove, 'cells', columnId];
      findings.push({ code, pointer: at, facts: { column: columnId } });
    }
  };
  for (const [i, row] of table.rows.entries()) {
    if (findings.length > MAX_PER_TABLE) return findings;
    if ((row.cells === undefined) === (row.group === undefined)) {
      findings.push({ code: 'ROW_CONTENT', pointer: [...pointer, 'rows', i] });
    } else if (row.group !== undefined) {
      report(i, placer.cut());
    } else {
      report(i, placer.place(row).problems);
    }
  }
  report(table.rows.length, placer.cut());
  return findings;
}
