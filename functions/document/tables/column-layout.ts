import { oncePerPieceAndWay } from '../common-pieces.ts';
import { type Column, leafColumns, TABLE_SIZES, type Table, type TableSize } from '../schemas/table.schema.ts';
import { type Face, textWidthPt, widestWordEms } from '../text/text-width.ts';
import { createRowNumberer } from './row-numbers.ts';

/** Widths, letter size and margin of a table's columns. */
export interface ColumnLayout {
  /** Widths of the leaf columns in twips; they add up to the table's. */
  readonly widths: readonly number[];
  readonly sizePt: TableSize;
  /** Room between a column's edge and its text, on either side. */
  readonly marginTwips: number;
  /** Titles of columns in which a word or a number does not fit, even so. */
  readonly tooNarrow: readonly string[];
  /** Width of the widest part after a comma, in ems, of columns set by the comma; 0 of others. */
  readonly fractionEms: readonly number[];
}

/** Room between a column's edge and its text on either side: as a rule, and where the smallest type does not fit. */
const MARGINS_TWIPS = { usual: 85, tight: 30 } as const;
/** Room beside the reckoned width, for a machine that sets letters a trace wider. */
const SLACK = 1.02;
const TWIPS_PER_PT = 20;
/** Share of an ordinary column that the column of numbers takes where the author gives none. */
const NUMBERING_SHARE = 0.35;
/** Words from this length on are links and addresses, which may be broken. */
const LINK_CHARS = 28;

type Measured = Pick<Table, 'columns' | 'rows' | 'fontSize' | 'columnNumbers' | 'restart' | 'numberGroups'>;

/**
 * Sets the columns: as their author shares the width, where every word and number fits; else no narrower than the longest
 * word, in the largest type in which that is possible. The column of numbers never breaks its heading or a number.
 */
export const layColumns = oncePerPieceAndWay((table: Measured, tableTwips: number): ColumnLayout => {
  const leaves = leafColumns(table.columns);
  const shared = sharedWidths(leaves, tableTwips);
  const stated = TABLE_SIZES.find((size) => size === table.fontSize);
  const sizePt = stated ?? TABLE_SIZES[0];
  const fractionEms = leaves.map((leaf) => (leaf.align === 'decimal' ? decimalEms(table, leaf).fraction : 0));
  const usual = { marginTwips: MARGINS_TWIPS.usual, fractionEms, tooNarrow: [] };
  if (fits(table, leaves, shared, sizePt)) return { ...usual, widths: shared, sizePt };
  const ems = widestEms(table, leaves);
  const sizes = stated === undefined ? TABLE_SIZES : [stated];
  const size = sizes.at(-1) ?? sizePt;
  const ways = [...sizes.map((one) => [one, MARGINS_TWIPS.usual] as const), [size, MARGINS_TWIPS.tight] as const];
  for (const [one, marginTwips] of ways) {
    const least = ems.map((em) => twipsOf(em, one, marginTwips));
    if (sum(least) > tableTwips) continue;
    return { ...usual, widths: between(shared, least, tableTwips), sizePt: one, marginTwips };
  }
  const marginTwips = MARGINS_TWIPS.tight;
  const least = ems.map((em) => twipsOf(em, size, marginTwips));
  const widths = squeezed(leaves, least, tableTwips);
  const even = tableTwips / leaves.length;
  const wide = leaves.filter((leaf, i) => !leaf.numbering && (least[i] ?? 0) > Math.max(even, widths[i] ?? 0));
  return { ...usual, widths, sizePt: size, marginTwips, tooNarrow: wide.map(({ title }) => title) };
});

/** Widths as the author shares them; they add up to the table's. */
function sharedWidths(leaves: readonly Column[], tableTwips: number): number[] {
  return rounded(
    leaves.map((leaf) => leaf.width ?? (leaf.numbering ? NUMBERING_SHARE : 1)),
    tableTwips,
  );
}

/** Whole widths in these proportions that add up. */
function rounded(shares: readonly number[], tableTwips: number): number[] {
  const total = sum(shares);
  let edge = 0;
  let taken = 0;
  return shares.map((share) => {
    edge += (share / total) * tableTwips;
    const width = Math.round(edge) - taken;
    taken += width;
    return width;
  });
}

function twipsOf(em: number, sizePt: number, marginTwips: number): number {
  return Math.ceil(em * sizePt * TWIPS_PER_PT * SLACK) + 2 * marginTwips;
}

/** Tells whether every word fits its column. */
function fits(table: Measured, leaves: readonly Column[], widths: readonly number[], sizePt: number): boolean {
  const room = widths.map((width) => (width - 2 * MARGINS_TWIPS.usual) / (sizePt * TWIPS_PER_PT * SLACK));
  const heads = headEms(table, leaves);
  return leaves.every((leaf, i) => {
    const ems = room[i] ?? 0;
    if ((heads[i] ?? 0) > ems) return false;
    const needed = leaf.align === 'decimal' ? decimalEms(table, leaf).whole : cellEms(table.rows, leaf, ems);
    return needed <= ems;
  });
}

/** Width of each column's widest word or number, in ems. */
function widestEms(table: Measured, leaves: readonly Column[]): number[] {
  const heads = headEms(table, leaves);
  return leaves.map((leaf, i) => {
    const head = heads[i] ?? 0;
    return leaf.align === 'decimal' ? Math.max(head, decimalEms(table, leaf).whole) : cellEms(table.rows, leaf, head);
  });
}

/** Width of the widest word of a column's cells, or `knownEms`; cells over several columns have room enough. */
function cellEms(rows: Measured['rows'], { id }: Column, knownEms: number): number {
  if (id === undefined) return knownEms;
  let ems = knownEms;
  for (const { cells, total } of rows) {
    const cell = cells?.[id];
    const text = typeof cell === 'string' ? cell : cell?.colSpan === undefined ? cell?.text : undefined;
    if (text) ems = widestWordOf(text, total ? 'bold' : 'regular', ems);
  }
  return ems;
}

/** Widths that headings and row numbers need: a heading over several columns gives its last one the rest. */
function headEms(table: Measured, leaves: readonly Column[]): number[] {
  const ems = leaves.map(({ title, numbering }) =>
    Math.max(widestWordOf(title, 'bold'), numbering ? numberEms(table) : 0),
  );
  if (table.columnNumbers !== true) return ems;
  return ems.map((em, i) => Math.max(em, widestWordOf(`(${i + 1})`, 'regular')));
}

/** Width of the widest row number. */
function numberEms(table: Measured): number {
  const number = createRowNumberer(table);
  let items = 0;
  let ems = 0;
  for (const row of table.rows) {
    const { label, bold } = number(row);
    if (label === null) continue;
    // Of plain numbers the longest is the widest.
    if (/^\d+$/.test(label)) items = Math.max(items, label.length);
    else ems = Math.max(ems, textWidthPt(label, bold ? 'bold' : 'regular', 1));
  }
  return Math.max(ems, textWidthPt('0'.repeat(items), 'regular', 1));
}

function widestWordOf(text: string, face: Face, knownEms?: number): number {
  return widestWordEms(text, face, LINK_CHARS, knownEms);
}

/** A number up to its comma, and from it on: `-1.234` and `,56` of `-1.234,56`. */
export function splitNumber(text: string): readonly [whole: string, fraction: string] {
  const comma = text.search(/,\d+\D*$/);
  return comma < 0 ? [text, ''] : [text.slice(0, comma), text.slice(comma)];
}

/** Widths that a column set by the comma needs: of the widest fraction, and of a cell that holds both the widest halves. */
function decimalEms({ rows }: Measured, { id }: Column): { readonly fraction: number; readonly whole: number } {
  let [before, after] = [0, 0];
  for (const { cells } of rows) {
    const cell = id === undefined ? undefined : cells?.[id];
    const text = typeof cell === 'string' ? cell : cell?.text;
    if (!text) continue;
    const [whole, fraction] = splitNumber(text.replaceAll('*', '').trim());
    before = Math.max(before, textWidthPt(whole, 'regular', 1));
    after = Math.max(after, textWidthPt(fraction, 'regular', 1));
  }
  return { fraction: after, whole: before + after };
}

/** Widths no narrower than the least: what is missing is taken from columns that have room, by how much they have. */
function between(shared: readonly number[], least: readonly number[], tableTwips: number): number[] {
  const wanted = shared.map((width, i) => Math.max(width, least[i] ?? 0));
  const over = sum(wanted) - tableTwips;
  const room = wanted.map((width, i) => width - (least[i] ?? 0));
  const all = sum(room);
  const exact = wanted.map((width, i) => (all === 0 ? width : width - (over * (room[i] ?? 0)) / all));
  const floors = exact.map(Math.floor);
  const widest = floors.indexOf(Math.max(...floors));
  const rest = tableTwips - sum(floors);
  return floors.map((width, i) => (i === widest ? width + rest : width));
}

/** Widths where there is not enough: the column of numbers keeps its own, the others share the rest by what they need. */
function squeezed(leaves: readonly Column[], least: readonly number[], tableTwips: number): number[] {
  const kept = leaves.map((leaf, i) => (leaf.numbering ? Math.min(least[i] ?? 0, tableTwips / 2) : 0));
  const others = leaves.map((leaf, i) => (leaf.numbering ? 0 : (least[i] ?? 0)));
  const scaled = rounded(others, tableTwips - sum(kept));
  return scaled.map((width, i) => width + (kept[i] ?? 0));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
