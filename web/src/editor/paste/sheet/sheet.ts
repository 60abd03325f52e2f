import type { Cell, Column, Row, Table } from '#document/schemas/table.schema.ts';

/** A cell of a pasted sheet, with what it covers. */
export interface SheetCell {
  readonly text: string;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly bold: boolean;
}

interface Placed extends SheetCell {
  readonly column: number;
}

const NUMBERING = /^(?:s?tt|số tt|số thứ tự)\.?$/iu;

/** A pasted sheet as a table: its first rows are the head, a column of running numbers is counted from then on. */
export function toTable(rows: ReadonlyArray<readonly SheetCell[]>): Table | null {
  const grid = placed(rows);
  const width = Math.max(
    0,
    ...grid.map((row) => row.reduce((end, cell) => Math.max(end, cell.column + cell.colSpan), 0)),
  );
  const [first] = grid;
  if (!first || width === 0) return null;
  const headRows = Math.max(1, ...first.map(({ rowSpan }) => rowSpan));
  const head = grid.length > headRows ? grid.slice(0, headRows) : [];
  const columns = head.length > 0 ? headColumns(head, 0, width, 0) : blankColumns(width);
  const numbering = head.length > 0 && NUMBERING.test(first[0]?.text.trim() ?? '');
  const [leaf] = columns;
  if (numbering && leaf && !leaf.columns) leaf.numbering = true;
  const body = grid.slice(head.length);
  if (body.length === 0) return null;
  return { columns, rows: body.map((row) => toRow(row, width, numbering)) };
}

type MutableColumn = { -readonly [Key in keyof Column]: Column[Key] };

function blankColumns(width: number): MutableColumn[] {
  return Array.from({ length: width }, (_, index) => ({ title: `Cột ${index + 1}`, id: `c${index + 1}` }));
}

function headColumns(head: ReadonlyArray<readonly Placed[]>, from: number, to: number, level: number): MutableColumn[] {
  const columns: MutableColumn[] = [];
  for (let column = from; column < to; ) {
    const cell = head[level]?.find((one) => one.column === column);
    const end = Math.min(to, column + (cell?.colSpan ?? 1));
    const title = cell?.text.replace(/\s+/g, ' ').trim() || `Cột ${column + 1}`;
    const below = head.length > level + (cell?.rowSpan ?? 1);
    if (end - column > 1 && below) columns.push({ title, columns: headColumns(head, column, end, level + 1) });
    else
      for (let leaf = column; leaf < end; leaf += 1)
        columns.push({ title: leaf === column ? title : `${title} ${leaf + 1}`, id: `c${leaf + 1}` });
    column = end;
  }
  return columns;
}

function toRow(cells: readonly Placed[], width: number, numbering: boolean): Row {
  const [only] = cells;
  if (only && only.text.trim() !== '' && isGroup(cells, width, numbering)) {
    const name = cells.findLast(({ text }) => text.trim() !== '')?.text ?? '';
    return { group: name.replace(/\s+/g, ' ').trim() };
  }
  const kept: Record<string, Cell> = {};
  for (const { text, column, rowSpan, colSpan } of cells) {
    if (numbering && column === 0) continue;
    const spans = { ...(rowSpan > 1 ? { rowSpan } : {}), ...(colSpan > 1 ? { colSpan } : {}) };
    kept[`c${column + 1}`] = rowSpan > 1 || colSpan > 1 ? { text, ...spans } : text;
  }
  return { cells: kept };
}

/** A row is a group's where one cell covers it all, or all but the column of numbers. */
function isGroup(cells: readonly Placed[], width: number, numbering: boolean): boolean {
  const last = cells.at(-1);
  const covers = last ? last.colSpan : 0;
  if (width < 2) return false;
  return (
    (cells.length === 1 && covers === width) ||
    (numbering && cells.length === 2 && covers === width - 1 && /^[IVX]+\.?$/.test(cells[0]?.text.trim() ?? ''))
  );
}

/** Finds the column in which each cell begins, with what cells of the rows above cover. */
export function placed(rows: ReadonlyArray<readonly SheetCell[]>): Placed[][] {
  const covered = new Map<number, number>();
  return rows.map((row) => {
    const taken = new Set([...covered].filter(([, left]) => left > 0).map(([column]) => column));
    for (const [column, left] of covered) covered.set(column, left - 1);
    let column = 0;
    return row.map((cell) => {
      while (taken.has(column)) column += 1;
      const at = column;
      for (let i = 0; i < cell.colSpan; i += 1)
        covered.set(at + i, Math.max(covered.get(at + i) ?? 0, cell.rowSpan - 1));
      column += cell.colSpan;
      return { ...cell, column: at };
    });
  });
}

/** Tab-separated text of a spreadsheet; a quoted cell may hold line ends. */
export function readTabbed(text: string): SheetCell[][] {
  const rows: SheetCell[][] = [[]];
  const pattern = /("(?:[^"]|"")*"|[^\t\r\n]*)(\t|\r?\n|$)/gy;
  for (let match = pattern.exec(text); match && match[0] !== ''; match = pattern.exec(text)) {
    const raw = match[1] ?? '';
    const value = raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw;
    rows.at(-1)?.push({ text: value.trim(), rowSpan: 1, colSpan: 1, bold: false });
    if (match[2] !== '\t' && pattern.lastIndex < text.length) rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}
