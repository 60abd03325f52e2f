import type { Block, ReadTable, TableCell, TableRow } from '../body/model.ts';
import { linesIn } from '../elements/line.ts';
import { plainParagraph } from '../plain/plain-block.ts';

/** Columns of a table on two pages may be so far apart, in twips. */
const NEAR_TWIPS = 80;
const MAX_HEAD_ROWS = 4;

/** Puts tables together that pages cut: a repeated head is left out, a row that was cut is made whole. */
export function joinTables(blocks: readonly Block[]): Block[] {
  const out: Block[] = [];
  for (const block of blocks) {
    const last = out.at(-1);
    const isCut =
      block.kind === 'table' && last?.kind === 'table' && block.page > last.page && hasSameColumns(last, block);
    if (isCut) out[out.length - 1] = joined(last, block);
    else out.push(block);
  }
  return out.map((block) => (block.kind === 'table' && block.hasBorders ? withHead(block) : block));
}

function hasSameColumns(a: ReadTable, b: ReadTable): boolean {
  return (
    a.hasBorders &&
    b.hasBorders &&
    a.gridTwips.length === b.gridTwips.length &&
    a.gridTwips.every((width, i) => Math.abs(width - (b.gridTwips[i] ?? 0)) < NEAR_TWIPS)
  );
}

/** The page of the later rows is the table's last, so that a third page is joined too. */
function joined(before: ReadTable, after: ReadTable): ReadTable {
  const repeated = repeatedRows(before, after);
  const [first, ...rest] = after.rows.slice(repeated);
  const rows = before.rows.map((row, i) => (i < repeated ? { ...row, isHeader: true } : row));
  const last = rows.at(-1);
  if (first && last && isRest(first, last))
    return { ...before, rows: [...rows.slice(0, -1), whole(last, first), ...rest] };
  return { ...before, rows: [...rows, ...(first ? [first] : []), ...rest] };
}

function textOf(row: TableRow): string {
  return row.cells.map(cellText).join(' | ');
}

function cellText({ blocks }: TableCell): string {
  return linesIn(blocks)
    .map(({ text }) => text)
    .join(' ');
}

function repeatedRows(before: ReadTable, after: ReadTable): number {
  let count = 0;
  while (count < MAX_HEAD_ROWS && count < after.rows.length - 1) {
    const [own, again] = [before.rows[count], after.rows[count]];
    if (!own || !again || textOf(own) !== textOf(again) || textOf(own) === '') break;
    count += 1;
  }
  return count;
}

/** A first row without its number, where rows are numbered, is the rest of the row before. */
function isRest(row: TableRow, before: TableRow): boolean {
  const [number] = row.cells;
  const [numberBefore] = before.cells;
  if (!number || !numberBefore || row.cells.length !== before.cells.length) return false;
  return cellText(number) === '' && /^\d/.test(cellText(numberBefore)) && textOf(row).length > row.cells.length * 3;
}

function whole(before: TableRow, rest: TableRow): TableRow {
  const cells = before.cells.map((cell, i) => {
    const more = rest.cells[i]?.blocks ?? [];
    const last = cell.blocks.at(-1);
    const first = more[0];
    if (last?.kind !== 'paragraph' || first?.kind !== 'paragraph' || first.text === '') return cell;
    const isSentence = last.text !== '' && !/[.;:]$/.test(last.text);
    if (!isSentence) return { ...cell, blocks: [...cell.blocks, ...more] };
    const runs = [...last.runs, ...first.runs].map(({ text, format }, k) => ({
      text: k === last.runs.length ? ` ${text}` : text,
      look: format.props,
    }));
    const made = plainParagraph(runs, {
      ...last.format.props,
      page: last.page,
      section: last.section,
      index: last.index,
    });
    return { ...cell, blocks: [...cell.blocks.slice(0, -1), made, ...more.slice(1)] };
  });
  return { ...before, cells };
}

/** A table's first row is its head where it is bold throughout and others follow. */
function withHead(table: ReadTable): ReadTable {
  const [first, ...rest] = table.rows;
  const lines = first ? linesIn(first.cells.flatMap(({ blocks }) => blocks)).filter(({ text }) => text !== '') : [];
  const isBold = lines.length > 1 && lines.every(({ runs }) => runs.every(({ format }) => format.props.bold));
  const isDeep = first?.cells.some(({ merge }) => merge !== 'none');
  if (!first || first.isHeader || !isBold || isDeep || rest.length === 0) return table;
  return { ...table, rows: [{ ...first, isHeader: true }, ...rest] };
}
