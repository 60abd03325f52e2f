import { cellText } from '../workbook/cell.ts';
import type { ImportField } from './import-columns.ts';
import type { SheetLine } from './read-lines.ts';

/** Value typed for a field of a row, in place of the list's. */
export interface RowFix {
  readonly sheet: string;
  /** As Excel counts it. */
  readonly row: number;
  readonly field: ImportField;
  readonly text: string;
}

/** Lines of a sheet with what was typed over them; a field without a column gets one for the row alone. */
export function applyFixes(sheet: string, lines: readonly SheetLine[], fixes: readonly RowFix[]): SheetLine[] {
  const byRow = Map.groupBy(
    fixes.filter((fix) => fix.sheet === sheet),
    ({ row }) => row,
  );
  return lines.map((line) => (byRow.get(line.row) ?? []).reduce(withFix, line));
}

function withFix(line: SheetLine, fix: RowFix): SheetLine {
  const { cells, columns } = line;
  const { field, text } = inColumn(line, fix);
  const at = columns.get(field) ?? Math.max(cells.length, ...[...columns.values()].map((column) => column + 1));
  const fixed = Array.from({ length: Math.max(cells.length, at + 1) }, (_, column) =>
    column === at ? text : (cells[column] ?? null),
  );
  return { ...line, cells: fixed, columns: new Map([...columns, [field, at]]) };
}

/** A symbol goes behind its number, a trích yếu where the type stands before it, where the list has them in one column. */
function inColumn({ cells, columns }: SheetLine, { field, text }: RowFix): Pick<RowFix, 'field' | 'text'> {
  const whole = columns.get('code');
  if (field === 'notation' && whole !== undefined) {
    const [number = ''] = /^\s*\d+\s*\p{L}{0,4}/u.exec(cellText(cells[whole] ?? null)) ?? [];
    return { field: 'code', text: `${number.replace(/\s/g, '')}/${text}` };
  }
  if (field === 'subject' && columns.has('title')) return { field: 'title', text };
  return { field, text };
}
