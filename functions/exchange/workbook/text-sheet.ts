import { type Cell, cellText, isBlankRow, type SheetRows } from './cell.ts';

/** A cell as its text, with the rows and columns that it covers. */
export interface TextCell {
  readonly text: string;
  readonly rowSpan: number;
  readonly colSpan: number;
}

/**
 * Texts of a sheet as a person sees them: without empty and hidden rows and columns, each merged cell once. Numbers have a
 * comma for decimals; days are as documents print them.
 */
export function textSheet({ rows, merges, hiddenColumns }: SheetRows): TextCell[][] {
  const seen = rows.filter(({ cells, isHidden }) => !isHidden && !isBlankRow(cells));
  const width = Math.max(0, ...seen.map(({ cells }) => cells.length), ...merges.map(({ right }) => right + 1));
  const hidden = new Set(hiddenColumns);
  const hasText = (column: number) => seen.some(({ cells }) => shownText(cells[column] ?? null) !== '');
  const columns = range(0, width).filter((column) => !hidden.has(column) && hasText(column));
  return seen.map(({ row, cells }) =>
    columns.flatMap((column): TextCell[] => {
      const merge = merges.find(
        ({ top, bottom, left, right }) => top <= row && row <= bottom && left <= column && column <= right,
      );
      if (!merge) return [{ text: shownText(cells[column] ?? null), rowSpan: 1, colSpan: 1 }];
      const down = seen.filter((one) => merge.top <= one.row && one.row <= merge.bottom);
      const across = columns.filter((one) => merge.left <= one && one <= merge.right);
      if (down[0]?.row !== row || across[0] !== column) return [];
      const text = shownText(cells[merge.left] ?? null);
      return [{ text, rowSpan: down.length, colSpan: across.length }];
    }),
  );
}

function shownText(cell: Cell): string {
  if (cell instanceof Date && !Number.isNaN(cell.getTime())) {
    const [day, month] = [cell.getUTCDate(), cell.getUTCMonth() + 1].map((part) => String(part).padStart(2, '0'));
    return `${day}/${month}/${cell.getUTCFullYear()}`;
  }
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  return cellText(cell).normalize('NFC').replace(/\r\n?/g, '\n').trim();
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}
