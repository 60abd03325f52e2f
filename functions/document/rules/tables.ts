import type { Pointer, RawFinding } from '../checking/findings.ts';
import { mmToTwips, textWidthMm } from '../page-size.ts';
import type { Orientation } from '../schemas/appendix.schema.ts';
import { type Column, leafColumns, MAX_COLUMNS, type Row, type Table } from '../schemas/table.schema.ts';
import { layColumns } from '../tables/column-layout.ts';
import { createRowPlacer } from '../tables/row-placer.ts';
import { legible } from '../text/forbidden-characters.ts';
import { inPart, type Rule } from './rule.ts';
import { ofSums } from './table-sums.ts';

/** Most columns that a message names. */
const MAX_NAMED = 3;
/** So many findings of one table are enough: each is kept until all are counted. */
const MAX_PER_TABLE = 20_000;

/**
 * Checks that columns have ids and add up. Rows hold cells or a group; merged cells cover what they say and no more.
 */
export const tableRule: Rule = (_doc, { parts }) => parts.flatMap(inTable);

const inTable = inPart(({ table }) => (table ? ofTable(table, ['table']) : []));

function ofTable(table: Table, pointer: Pointer): RawFinding[] {
  const columns = ofColumns(table.columns, [...pointer, 'columns']);
  return columns.length > 0 ? columns : [...ofRows(table, pointer), ...ofSums(table, pointer)];
}

/** No word and no number is broken in a cell: where no type is small enough, the page is turned, or the columns are named. */
export const tableWidthRule: Rule = (doc, { parts }) =>
  parts.flatMap((placed) => {
    const [where, index] = placed.pointer;
    const lies = where === 'appendices' ? doc.appendices[Number(index)]?.orientation : doc.orientation;
    return lies === 'landscape' ? onItsSide(placed) : upright(placed);
  });

const upright = inPart(({ table }) => ofWidth(table, 'portrait'));
const onItsSide = inPart(({ table }) => ofWidth(table, 'landscape'));

function ofWidth(table: Table | undefined, orientation: Orientation): RawFinding[] {
  if (!table?.columns.length) return [];
  const { tooNarrow } = layColumns(table, mmToTwips(textWidthMm(orientation)));
  if (tooNarrow.length === 0) return [];
  const turned = orientation === 'portrait' && layColumns(table, mmToTwips(textWidthMm('landscape')));
  const helps = turned && turned.tooNarrow.length === 0;
  const named = tooNarrow.slice(0, MAX_NAMED).map((title) => `“${legible(title, 30)}”`);
  const more = tooNarrow.length - named.length;
  const params = { columns: `${named.join(', ')}${more > 0 ? ` và ${more} cột khác` : ''}` };
  return [{ code: helps ? 'TABLE_NEEDS_LANDSCAPE' : 'COLUMN_TOO_NARROW', pointer: ['table', 'columns'], params }];
}

function ofColumns(columns: readonly Column[], pointer: Pointer): RawFinding[] {
  const wrong = (why: string, at: Pointer): RawFinding => ({ code: 'COLUMN_CONTENT', pointer: at, params: { why } });
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
    // A list that is too long by itself is told of by its shape.
    ...(leaves.length > MAX_COLUMNS && !isLong(columns) ? [wrong(`Bảng có quá ${MAX_COLUMNS} cột`, pointer)] : []),
    ...(leaves.filter((leaf) => leaf.numbering).length > 1
      ? [wrong('Chỉ một cột là cột số thứ tự (numbering)', pointer)]
      : []),
    ...(leaves.some((leaf) => leaf.width) && leaves.some((leaf) => !leaf.width)
      ? [wrong('Độ rộng (width) phải ghi cho mọi cột hoặc không cột nào', pointer)]
      : []),
  ];
}

function isLong(columns: readonly Column[]): boolean {
  return columns.length > MAX_COLUMNS || columns.some((column) => isLong(column.columns ?? []));
}

function nodes(
  columns: readonly Column[],
  pointer: Pointer,
): Array<{ readonly column: Column; readonly pointer: Pointer }> {
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
      findings.push({ code, pointer: at, params: { column: columnId } });
    }
  };
  for (const [i, row] of table.rows.entries()) {
    if (findings.length > MAX_PER_TABLE) return findings;
    const before = findings.length;
    const why = rowProblem(row, table.rows[i - 1]);
    if (why !== null) {
      findings.push({ code: 'ROW_CONTENT', pointer: [...pointer, 'rows', i], params: { why } });
    } else if (row.group !== undefined) {
      report(i, row.cells ? placer.placeGroup(row).problems : placer.cut());
    } else {
      report(i, placer.place(row).problems);
    }
    if (findings.length === before) findings.push(...misnumbered(row, i, table, [...pointer, 'rows', i]));
  }
  report(table.rows.length, placer.cut());
  return findings;
}

/** Fault of a row whose fields do not go together, or null. */
function rowProblem(row: Row, above: Row | undefined): string | null {
  if (row.cells === undefined && row.group === undefined)
    return 'Mỗi dòng có các ô (cells) hoặc tên nhóm (group), dòng nhóm có thể có cả hai';
  const kinds = [row.group !== undefined, row.total, row.continued, row.level !== undefined].filter(Boolean).length;
  if (kinds > 1)
    return 'Một dòng chỉ là một loại: nhóm (group), cộng (total), tiếp theo (continued) hoặc có cấp (level)';
  if (row.sums !== undefined && !row.total) return 'Chỉ dòng cộng (total) mới có “sums”';
  if (row.continued && (!above || above.group !== undefined || above.total))
    return 'Dòng tiếp theo (continued) phải đứng ngay dưới dòng việc mà nó nối tiếp';
  return null;
}

/** Openings of rows that sum others. */
const TOTAL = /^\W*(?:tổng(?: cộng| số)?|cộng)\s*(?:\(|:|$|cộng|chi|thu|kinh phí|mang sang|chuyển|trang)/iu;
/** The number of a column, as a row below the head gives it: (1), (4)=(2)x(3), A, 3=1x2. */
const COLUMN_NUMBER = /^(?:\((?:\d{1,2}|[A-EĐ])\)|\d{1,2}|[A-EĐ])\s*(?:=.*)?$/;

/** Tells whether texts are the numbers of columns: letters, then numbers, each one more than the one before. */
function areColumnNumbers(texts: readonly string[]): boolean {
  if (texts.length < 2 || !texts.every((text) => COLUMN_NUMBER.test(text))) return false;
  const names = texts.map((text) => /[A-EĐ]|\d+/.exec(text)?.[0] ?? '');
  const numbers = names.filter((name) => /\d/.test(name)).map(Number);
  const first = numbers[0] ?? 1;
  const letters = names.slice(0, names.length - numbers.length);
  return first <= 2 && letters.every((name) => /\D/.test(name)) && numbers.every((number, i) => number === first + i);
}

/** A row that is numbered, or called a group, although it is a total or gives the numbers of the columns. */
function misnumbered(row: Row, index: number, { columns, numberGroups }: Table, pointer: Pointer): RawFinding[] {
  if (row.total || row.level) return [];
  const leaves = leafColumns(columns);
  const texts = leaves.flatMap(({ id }) => {
    const cell = id !== undefined && row.cells && Object.hasOwn(row.cells, id) ? row.cells[id] : undefined;
    return cell === undefined ? [] : [typeof cell === 'string' ? cell : cell.text];
  });
  const numbered = leaves.some(({ numbering }) => numbering);
  const [first = ''] = row.group === undefined ? texts.filter((text) => text !== '') : [row.group];
  const counted = row.group === undefined ? numbered : numberGroups !== false;
  if (TOTAL.test(first) && counted) return [{ code: 'TOTAL_NUMBERED', pointer }];
  const filled = texts.filter((text) => text !== '');
  if (index === 0 && numbered && areColumnNumbers(filled)) return [{ code: 'COLUMN_NUMBERS_TYPED', pointer }];
  return [];
}
