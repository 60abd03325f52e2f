import { z } from 'zod';
import type { components } from '../../api/generated/contract.d.ts';

/** A sheet of a list with its columns. */
export type ListSheet = components['schemas']['ListSheet'];
/** Columns of a sheet as a person mapped them. */
export type MappedSheet = NonNullable<components['schemas']['BringInList']['columns']>[number];
/** Field that is read from a column. */
export type ColumnField = NonNullable<ListSheet['columns'][number]['field']>;

/** Fields that a column may hold, in the order in which a book has them. */
export const COLUMN_FIELDS: ReadonlyArray<{ readonly field: ColumnField; readonly label: string }> = [
  { field: 'code', label: 'Số, ký hiệu' },
  { field: 'number', label: 'Số (riêng)' },
  { field: 'notation', label: 'Ký hiệu (riêng)' },
  { field: 'issuedDate', label: 'Ngày tháng văn bản' },
  { field: 'title', label: 'Tên loại và trích yếu (một cột)' },
  { field: 'typeName', label: 'Tên loại (riêng)' },
  { field: 'subject', label: 'Trích yếu (riêng)' },
  { field: 'signer', label: 'Người ký' },
  { field: 'position', label: 'Chức vụ người ký' },
  { field: 'to', label: 'Nơi nhận' },
  { field: 'archivedAt', label: 'Đơn vị, người nhận bản lưu' },
  { field: 'issuedAmount', label: 'Số lượng bản' },
  { field: 'note', label: 'Ghi chú' },
];

/** The mapping that a sheet was read with. */
export function mappingOf({ sheet, headerRow, columns }: ListSheet): MappedSheet {
  const read = columns.flatMap(({ letter, field }) => (field === null ? [] : [[field, letter] as const]));
  return { sheet, headerRow, columns: Object.fromEntries(read) };
}

/** A mapping in which a column holds another field; a field has one column, so it leaves the one that it had. */
export function withColumn(mapped: MappedSheet, letter: string, field: ColumnField | null): MappedSheet {
  const others = Object.entries(mapped.columns).filter(([known, at]) => at !== letter && known !== field);
  return { ...mapped, columns: Object.fromEntries(field === null ? others : [...others, [field, letter]]) };
}

/** Names what a mapping still lacks for a row to be read; empty: nothing. */
export function lackingIn({ columns }: Pick<MappedSheet, 'columns'>): string[] {
  const has = (field: ColumnField) => columns[field] !== undefined;
  return [
    ...(has('code') || has('number') ? [] : ['số, ký hiệu']),
    ...(has('issuedDate') ? [] : ['ngày tháng văn bản']),
    ...(has('title') || has('subject') ? [] : ['trích yếu']),
  ];
}

/** Mappings with a sheet's in place of the one it had. */
export function withMapping(all: readonly MappedSheet[], one: MappedSheet): MappedSheet[] {
  return [...all.filter(({ sheet }) => sheet !== one.sheet), one];
}

const KEY = 'banhanh-cot-so-cu';
const MAX_KEPT = 20;
const kept = z.array(z.object({ titles: z.string(), columns: z.record(z.string(), z.string()) }));

/** Keeps how a sheet's columns were mapped, by their titles, for the next book that looks like it. */
export function keepMapping(
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  sheet: ListSheet,
  mapped: MappedSheet,
): void {
  const titles = titlesOf(sheet);
  const others = readKept(storage).filter((one) => one.titles !== titles);
  storage.setItem(KEY, JSON.stringify([{ titles, columns: mapped.columns }, ...others].slice(0, MAX_KEPT)));
}

/** The mappings kept for the sheets of a list, where they differ from what the titles say. */
export function keptMappings(storage: Pick<Storage, 'getItem'>, sheets: readonly ListSheet[]): MappedSheet[] {
  const all = readKept(storage);
  return sheets.flatMap((sheet) => {
    const found = all.find(({ titles }) => titles === titlesOf(sheet));
    const own = mappingOf(sheet);
    if (!found || sameColumns(found.columns, own.columns)) return [];
    const known = COLUMN_FIELDS.flatMap(({ field }) => {
      const letter = found.columns[field];
      return letter === undefined ? [] : [[field, letter] as const];
    });
    return [{ ...own, columns: Object.fromEntries(known) }];
  });
}

/** Two books look alike where the same titles stand in the same columns. */
function titlesOf({ columns }: ListSheet): string {
  return columns.map(({ letter, title }) => `${letter}:${title}`).join('|');
}

function sameColumns(one: Readonly<Record<string, string>>, other: MappedSheet['columns']): boolean {
  const sorted = (columns: object) => JSON.stringify(Object.entries(columns).sort());
  return sorted(one) === sorted(other);
}

function readKept(storage: Pick<Storage, 'getItem'>): z.infer<typeof kept> {
  const read = kept.safeParse(parsed(storage.getItem(KEY) ?? '[]'));
  return read.success ? read.data : [];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
