import type { Paragraph, ReadTable, TableCell, TableRow } from '../body/model.ts';
import { goesOn, joinTwo } from '../plain/join-lines.ts';
import { type PlainPlace, plainParagraph } from '../plain/plain-block.ts';
import type { Grid, GridCell } from './ruled-tables.ts';
import type { Piece } from './text-lines.ts';

const TWIPS_PER_POINT = 20;
/** Least room that a line leaves at a cell's right edge, in points. */
const CELL_EDGE = 12;

/** Tells whether a piece stands in a grid. */
export function isInGrid({ x1, x2, y, size }: Piece, { xs, ys }: Grid): boolean {
  const middle = (x1 + x2) / 2;
  const height = y - size * 0.3;
  return middle > (xs[0] ?? 0) && middle < (xs.at(-1) ?? 0) && height > (ys[0] ?? 0) && height < (ys.at(-1) ?? 0);
}

/** The table that a grid draws around pieces. */
export function tableOf(grid: Grid, pieces: readonly Piece[], page: number, nextIndex: () => number): ReadTable {
  const { xs, ys, cells } = grid;
  const rows = ys.slice(1).map((_, row): TableRow => {
    const own = cells.flatMap((cell) => rowCell(cell, row));
    return {
      cells: own.map(({ cell, merge }) => ({
        blocks: merge === 'continue' ? [] : cellBlocks(grid, cell, pieces, page, nextIndex),
        column: cell.column,
        colSpan: cell.colSpan,
        merge,
        widthTwips: widthOf(xs, cell),
        hasBorder: true,
      })),
      isHeader: false,
      mayBreak: true,
    };
  });
  const gridTwips = xs.slice(1).map((x, i) => Math.round((x - (xs[i] ?? x)) * TWIPS_PER_POINT));
  return { kind: 'table', rows, gridTwips, hasBorders: true, page, section: 0 };
}

function rowCell(cell: GridCell, row: number): { readonly cell: GridCell; readonly merge: TableCell['merge'] }[] {
  if (row < cell.row || row >= cell.row + cell.rowSpan) return [];
  return [{ cell, merge: cell.rowSpan === 1 ? 'none' : row === cell.row ? 'start' : 'continue' }];
}

function widthOf(xs: readonly number[], { column, colSpan }: GridCell): number {
  return Math.round(((xs[column + colSpan] ?? 0) - (xs[column] ?? 0)) * TWIPS_PER_POINT);
}

function cellBlocks(
  { xs, ys }: Grid,
  cell: GridCell,
  pieces: readonly Piece[],
  page: number,
  nextIndex: () => number,
): Paragraph[] {
  const [x1, x2] = [xs[cell.column] ?? 0, xs[cell.column + cell.colSpan] ?? 0];
  const [y1, y2] = [ys[cell.row] ?? 0, ys[cell.row + cell.rowSpan] ?? 0];
  const own = pieces.filter((piece) => {
    const middle = (piece.x1 + piece.x2) / 2;
    const height = piece.y - piece.size * 0.3;
    return middle > x1 && middle < x2 && height > y1 && height < y2;
  });
  return cellParagraphs(own, { x1, x2 }, { page, index: nextIndex() });
}

/** Lines of a cell joined where the next word found no room. */
function cellParagraphs(
  own: readonly Piece[],
  edges: { readonly x1: number; readonly x2: number },
  place: PlainPlace,
): Paragraph[] {
  const groups: Piece[][] = [];
  for (const piece of own) {
    const last = groups.at(-1)?.at(-1);
    const isFull = last && last.x2 + piece.firstWord + CELL_EDGE > edges.x2;
    if (last && isFull && goesOn(last.text, piece.text, { width: last.text.length, isGap: false }))
      groups.at(-1)?.push(piece);
    else if (last && /^\p{Ll}/u.test(piece.text) && !/[.;:]$/.test(last.text)) groups.at(-1)?.push(piece);
    else groups.push([piece]);
  }
  if (groups.length === 0) return [plainParagraph([], place)];
  return groups.map((group) => plainParagraph(joinedRuns(group), { ...place, align: alignOf(group, edges) }));
}

/** Runs of lines one after the other, parted by a space where no word was broken. */
export function joinedRuns(pieces: readonly Piece[]): Piece['runs'] {
  return pieces.flatMap(({ runs, text }, i) => {
    const before = pieces[i - 1]?.text;
    const isApart = before !== undefined && joinTwo(before, text).length > before.length + text.length;
    return runs.map((run, k) => (k === 0 && isApart ? { ...run, text: ` ${run.text.trimStart()}` } : run));
  });
}

function alignOf(
  group: readonly Piece[],
  { x1, x2 }: { readonly x1: number; readonly x2: number },
): 'left' | 'center' | 'right' {
  const before = group.map((piece) => piece.x1 - x1);
  const after = group.map((piece) => x2 - piece.x2);
  const isMiddle = group.every((_, i) => Math.abs((before[i] ?? 0) - (after[i] ?? 0)) < 5 && (before[i] ?? 0) > 7);
  if (isMiddle) return 'center';
  return Math.max(...after) < 8 && Math.min(...before) > 12 ? 'right' : 'left';
}
