import { z } from 'zod';
import type { KeHoach } from '#document/schemas/ke-hoach.schema.ts';
import type { Part } from '#document/schemas/part.schema.ts';
import { leafColumns, type Target } from '#document/schemas/table.schema.ts';
import { cellsInOrder, type PlacedCell } from '#localise/from-file/plan-nodes.ts';
import type { Mark } from '#localise/localisable-plan.schema.ts';

/** Words of a table's row for units: cells by column, and the figure that each unit has to reach, as it is typed. */
export const rowWording = {
  cells: z.record(z.string(), z.string()).optional(),
  value: z.string().optional(),
  measure: z.string().optional(),
  period: z.string().optional(),
};
type RowWording = Readonly<z.infer<z.ZodObject<typeof rowWording>>>;

/** Cells of a superior's row from left to right, and the superior's own figure for all units. */
export interface RowFields {
  readonly cells: readonly PlacedCell[];
  readonly target: Target | undefined;
}

/** Cells and figures of all rows of a plan, by the rows' ids. */
export function rowFields({ body, appendices = [] }: Pick<KeHoach, 'body' | 'appendices'>): Map<string, RowFields> {
  return new Map([...body, ...appendices.flatMap((one) => one.body)].flatMap(fieldsOf));
}

function fieldsOf({ table, children = [] }: Part): [string, RowFields][] {
  const leaves = table ? leafColumns(table.columns) : [];
  const rows = (table?.rows ?? []).map(({ id = '', cells, target }): [string, RowFields] => [
    id,
    { cells: cellsInOrder(leaves, cells), target },
  ]);
  return [...rows, ...children.flatMap(fieldsOf)];
}

/** Words of a row as a mark has them; what is empty or cannot be read is left out. */
export function rowWords({ cells = {}, ...said }: RowWording = {}): Pick<Mark, 'cells' | 'target'> {
  const typed = Object.entries(cells).flatMap(([column, text]) => (text.trim() === '' ? [] : [[column, text.trim()]]));
  const target = targetOf(said);
  return { ...(typed.length > 0 && { cells: Object.fromEntries(typed) }), ...(target && { target }) };
}

/** Faults of figures that were typed, each with its row's first words. */
export function wrongTargets(
  wordings: Readonly<Record<string, RowWording>>,
  fields: ReadonlyMap<string, RowFields>,
): string[] {
  return Object.entries(wordings).flatMap(([id, said]) => {
    if ((said.value ?? '').trim() === '' || targetOf(said)) return [];
    const row =
      fields
        .get(id)
        ?.cells.find(({ text }) => text !== '')
        ?.text.slice(0, 60) ?? '';
    return [`Chỉ tiêu mỗi đơn vị của dòng “${row}”: ghi một số không âm (như 4 hay 2,5) và đơn vị tính.`];
  });
}

/** Reads `2,5` or `1.200` as people in Vietnam type them. */
function targetOf({ value = '', measure = '', period = '' }: RowWording): Target | null {
  const typed = value.trim();
  if (!/^(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/.test(typed) || measure.trim() === '') return null;
  const number = Number(typed.replaceAll('.', '').replace(',', '.'));
  if (number > 1e12) return null;
  return { value: number, measure: measure.trim(), ...(period.trim() !== '' && { period: period.trim() }) };
}
