import type { Block, Paragraph, ReadTable, TableCell } from '../body/model.ts';
import { isBold, joined, lineOfParagraph, splitRuns, tidy } from './line.ts';

/** Fewest columns that tabs make a table of, and most. */
const LEAST_COLUMNS = 3;
const MAX_COLUMNS = 63;
const LEAST_ROWS = 2;

/** Lines that tabs part into as many filled columns as their neighbours are rows of a table. */
export function withTabbedTables(blocks: readonly Block[]): Block[] {
  const out: Block[] = [];
  for (let i = 0; i < blocks.length; ) {
    const rows = rowsFrom(blocks, i);
    const [first] = rows;
    const table = first && rows.length >= LEAST_ROWS ? tableOf(rows, first) : null;
    if (table) out.push(table);
    else out.push(...blocks.slice(i, i + Math.max(1, rows.length)));
    i += Math.max(1, rows.length);
  }
  return out;
}

function rowsFrom(blocks: readonly Block[], from: number): Paragraph[] {
  const rows: Paragraph[] = [];
  for (const block of blocks.slice(from)) {
    const count = columnsOf(block);
    const known = rows[0] ? columnsOf(rows[0]) : count;
    if (block.kind !== 'paragraph' || count < LEAST_COLUMNS || count > MAX_COLUMNS || count !== known) break;
    rows.push(block);
  }
  return rows;
}

/** Columns of a line whose first and last are filled; none where it is no row. */
function columnsOf(block: Block): number {
  if (block.kind !== 'paragraph' || block.text.includes('\n')) return 0;
  const cells = block.text.split('\t').map(tidy);
  return cells[0] !== '' && cells.filter((cell) => cell !== '').length >= LEAST_COLUMNS ? cells.length : 0;
}

/** The first row is the head; where it comes again, a new page began. */
function tableOf(rows: readonly Paragraph[], first: Paragraph): ReadTable {
  const own = rows.filter((row, i) => i === 0 || row.text !== first.text);
  return {
    kind: 'table',
    rows: own.map((row, i) => ({
      cells: splitRuns(row.runs, '\t').map((runs, column) => cellOf(row, runs, column)),
      isHeader: i === 0 && (isBold(lineOfParagraph(row)) || /^S?TT\b/iu.test(row.text)),
      mayBreak: true,
    })),
    gridTwips: [],
    hasBorders: true,
    page: first.page,
    section: first.section,
  };
}

function cellOf(row: Paragraph, runs: Paragraph['runs'], column: number): TableCell {
  const text = joined(runs).trim();
  const format = { ...row.format, props: { ...row.format.props, align: alignOf(text), firstLine: 0, left: 0 } };
  const trimmed = runs.map((run, i) => (i === 0 ? { ...run, text: run.text.trimStart() } : run));
  const block: Paragraph = { ...row, text, runs: trimmed, format, list: null };
  return { blocks: [block], column, colSpan: 1, merge: 'none', widthTwips: null, hasBorder: true };
}

/** A number of a row stands in the middle of its column. */
function alignOf(text: string): 'center' | 'left' {
  return /^\d+$/.test(text) ? 'center' : 'left';
}
