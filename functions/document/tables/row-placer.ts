import { type Cell, type Column, leafColumns, type Row } from '../schemas/table.schema.ts';

/** A cell where it stands in its row. */
export interface PlacedCell {
  readonly column: number;
  readonly colSpan: number;
  /** `start` opens a merge down the column, `continue` is covered by one. */
  readonly merge: 'none' | 'start' | 'continue';
  /** Null for a covered cell, and for the cell of the row number, which is counted. */
  readonly text: string | null;
  /** Tells whether it is a total's label, which covers the column of numbers too. */
  readonly label?: boolean;
}

/** Fault of a row's cells. */
export interface CellProblem {
  readonly code:
    | 'CELL_MISSING'
    | 'CELL_COVERED'
    | 'CELL_IN_NUMBERING'
    | 'CELL_UNKNOWN_COLUMN'
    | 'COLUMN_SPAN_TOO_WIDE'
    | 'ROW_SPAN_CUT';
  readonly columnId: string;
  /** Rows between the faulty cell and the row that was placed below it. */
  readonly rowsAbove: number;
}

/** Rows still to be covered below a merged cell, by the column it starts in. */
interface OpenMerge {
  readonly column: number;
  readonly colSpan: number;
  readonly rowsLeft: number;
  /** Rows that it covers already, its own among them. */
  readonly rowsDone: number;
}

/**
 * Places the cells of a table row by row: a table of any length is laid out in one pass. Every place of a row is either
 * a cell of its own or covered by one, never both, never neither.
 */
export function createRowPlacer(columns: readonly Column[]) {
  const leaves = leafColumns(columns);
  let open: OpenMerge[] = [];

  function cut(): CellProblem[] {
    const problems = open.map(({ column, rowsDone }) => problem('ROW_SPAN_CUT', leaves[column], rowsDone));
    open = [];
    return problems;
  }

  const typed = leaves.filter((leaf) => !leaf.numbering).length;

  /** The row that nearly all rows are: a text for every column and no merge above. Null for any other. */
  function placePlain(given: Readonly<Record<string, Cell>>): PlacedCell[] | null {
    if (open.length > 0 || Object.keys(given).length !== typed) return null;
    const cells: PlacedCell[] = [];
    for (const [column, leaf] of leaves.entries()) {
      const text = leaf.numbering ? null : cellOf(given, leaf);
      if (text !== null && typeof text !== 'string') return null;
      cells.push({ column, colSpan: 1, merge: 'none', text });
    }
    return cells;
  }

  function place(row: Pick<Row, 'cells' | 'total' | 'level'>): {
    readonly cells: PlacedCell[];
    readonly problems: CellProblem[];
  } {
    const given = row.cells ?? {};
    const plain = row.total ? null : placePlain(given);
    if (plain) return { cells: plain, problems: [] };
    const cells: PlacedCell[] = [];
    const problems: CellProblem[] = [];
    for (const id of Object.keys(given)) {
      if (!leaves.some((leaf) => leaf.id === id))
        problems.push({ code: 'CELL_UNKNOWN_COLUMN', columnId: id, rowsAbove: 0 });
    }
    const above = open;
    open = [];
    for (let column = 0; column < leaves.length; ) {
      const leaf = leaves[column];
      const covering = above.find((merge) => merge.column === column);
      const cell = cellOf(given, leaf);
      let span = covering ? covering.colSpan : spanOf(cell);
      if (covering) {
        cells.push({ column, colSpan: span, merge: 'continue', text: null });
        const { rowsLeft, rowsDone } = covering;
        if (rowsLeft > 1) open.push({ ...covering, rowsLeft: rowsLeft - 1, rowsDone: rowsDone + 1 });
      } else if (leaf?.numbering && row.total && column === 0 && cell === undefined) {
        const label = cellOf(given, leaves[1]);
        span = 1 + spanOf(label);
        cells.push({
          column,
          colSpan: span,
          merge: 'none',
          text: label === undefined ? '' : textOf(label),
          label: true,
        });
        problems.push(...spanProblems(column, span, above));
      } else if (leaf?.numbering && !(row.total && cell !== undefined)) {
        cells.push({ column, colSpan: 1, merge: 'none', text: null });
      } else if (cell === undefined && (row.total || isHeading(row))) {
        cells.push({ column, colSpan: 1, merge: 'none', text: '' });
      } else if (cell === undefined) {
        problems.push(problem('CELL_MISSING', leaf));
      } else {
        const rows = typeof cell === 'string' ? 1 : (cell.rowSpan ?? 1);
        if (rows > 1) open.push({ column, colSpan: span, rowsLeft: rows - 1, rowsDone: 1 });
        const label = row.total === true && leaf?.numbering === true;
        cells.push({
          column,
          colSpan: span,
          merge: rows > 1 ? 'start' : 'none',
          text: textOf(cell),
          ...(label ? { label } : {}),
        });
        problems.push(...spanProblems(column, span, above));
      }
      const own = cells.at(-1)?.label && leaf?.numbering && cell === undefined;
      if (!own) problems.push(...coveredProblems(column, span, covering !== undefined, row.total === true, given));
      column += span;
    }
    return { cells, problems };
  }

  function spanProblems(column: number, span: number, above: readonly OpenMerge[]): CellProblem[] {
    const inside = (at: number) => at > column && at < column + span;
    const clash =
      column + span > leaves.length ||
      above.some((merge) => inside(merge.column)) ||
      leaves.some((leaf, at) => inside(at) && leaf.numbering);
    return clash ? [problem('COLUMN_SPAN_TOO_WIDE', leaves[column])] : [];
  }

  function coveredProblems(
    column: number,
    span: number,
    covered: boolean,
    total: boolean,
    given: Readonly<Record<string, Cell>>,
  ) {
    return leaves.slice(column, column + span).flatMap((leaf, i): CellProblem[] => {
      if (cellOf(given, leaf) === undefined) return [];
      if (leaf.numbering && !total) return [problem('CELL_IN_NUMBERING', leaf)];
      return covered || i > 0 ? [problem('CELL_COVERED', leaf)] : [];
    });
  }

  /** A group row with cells: its name up to the first of them, then they; what is not given is empty. */
  function placeGroup(row: Pick<Row, 'cells' | 'group'>): {
    readonly cells: readonly PlacedCell[];
    readonly problems: CellProblem[];
  } {
    const given = row.cells ?? {};
    const problems = cut();
    const from = leaves[0]?.numbering && leaves.length > 1 ? 1 : 0;
    for (const id of Object.keys(given)) {
      const at = leaves.findIndex((leaf) => leaf.id === id);
      if (at < 0) problems.push({ code: 'CELL_UNKNOWN_COLUMN', columnId: id, rowsAbove: 0 });
      else if (at <= from)
        problems.push(problem(leaves[at]?.numbering ? 'CELL_IN_NUMBERING' : 'CELL_COVERED', leaves[at]));
    }
    const first = leaves.findIndex((leaf, at) => at > from && cellOf(given, leaf) !== undefined);
    const end = first < 0 ? leaves.length : first;
    const cells: PlacedCell[] = from === 1 ? [{ column: 0, colSpan: 1, merge: 'none', text: null }] : [];
    cells.push({ column: from, colSpan: end - from, merge: 'none', text: row.group ?? '' });
    for (let column = end; column < leaves.length; column++) {
      const cell = cellOf(given, leaves[column]);
      cells.push({ column, colSpan: 1, merge: 'none', text: cell === undefined ? '' : textOf(cell) });
    }
    return { cells, problems };
  }

  return {
    place,
    placeGroup,
    /** A group row, or the table's end: merges that are still open do not add up. They are counted from the row after the last one placed. */
    cut,
  };
}

function problem(code: CellProblem['code'], leaf: Column | undefined, rowsAbove = 0): CellProblem {
  return { code, columnId: leaf?.id ?? '', rowsAbove };
}

/** A column may be called `constructor`: only what the row itself has is its cell. */
function cellOf(given: Readonly<Record<string, Cell>>, leaf: Column | undefined): Cell | undefined {
  return leaf?.id !== undefined && Object.hasOwn(given, leaf.id) ? given[leaf.id] : undefined;
}

function spanOf(cell: Cell | undefined): number {
  return cell === undefined || typeof cell === 'string' ? 1 : (cell.colSpan ?? 1);
}

function textOf(cell: Cell): string {
  return typeof cell === 'string' ? cell : cell.text;
}

/** Tells whether a row heads those below it (A, I); like a total it may leave columns empty. */
function isHeading({ level }: Pick<Row, 'level'>): boolean {
  return level === 'letter' || level === 'roman';
}
