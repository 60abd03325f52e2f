import { answer, api } from '../../api/client.ts';
import type { components } from '../../api/generated/contract.d.ts';
import type { MappedSheet } from './columns.ts';

/** Report on each row of a list, imported or tried. */
export type ListReport = components['schemas']['ListReport'];
/** A row of a list. */
export type ListLine = components['schemas']['ListLine'];
/** Value typed for a field of a row, in place of the list's. */
export type RowFix = NonNullable<components['schemas']['BringInList']['fixes']>[number];
/** A field of a row. */
export type FixField = RowFix['field'];

/** Fields that are typed over, by the names that findings have for them. */
export const FIX_FIELDS: ReadonlyArray<{ readonly field: FixField; readonly label: string }> = [
  { field: 'code', label: 'Số, ký hiệu' },
  { field: 'notation', label: 'Ký hiệu' },
  { field: 'issuedDate', label: 'Ngày tháng văn bản' },
  { field: 'typeName', label: 'Tên loại' },
  { field: 'subject', label: 'Trích yếu' },
  { field: 'signer', label: 'Người ký' },
  { field: 'to', label: 'Nơi nhận' },
  { field: 'archivedAt', label: 'Đơn vị, người nhận bản lưu' },
  { field: 'issuedAmount', label: 'Số lượng bản' },
];

/** Rows with the same fault: what one fix may mend at once. */
export interface FaultGroup {
  readonly key: string;
  readonly message: string;
  readonly field: FixField;
  readonly lines: readonly ListLine[];
}

/** Choices of a person about a list. */
export interface ListChoices {
  readonly fixes: readonly RowFix[];
  readonly mapped: readonly MappedSheet[];
  /** Numbers that stand twice were given twice. */
  readonly copies: boolean;
}

/** Asks what a list would bring in, or brings it in. Throws `Problem`. */
export async function bringIn(
  uploadId: string,
  { fixes, mapped, check, copies }: ListChoices & { readonly check: boolean },
): Promise<ListReport> {
  const query = { check: flag(check), copies: flag(copies) };
  const body = { uploadId, columns: [...mapped], ...(fixes.length > 0 && { fixes: [...fixes] }) };
  return (await answer(api.POST('/brought-in/list', { params: { query }, body }))).data;
}

/** Faults of the refused rows, those of most rows first. */
export function faultGroups({ lines }: Pick<ListReport, 'lines'>): FaultGroup[] {
  const groups = new Map<string, { readonly message: string; readonly field: FixField; readonly lines: ListLine[] }>();
  for (const line of lines) {
    for (const { code, column, message } of line.errors) {
      const key = `${code} ${column ?? ''}`;
      const group = groups.get(key) ?? {
        message: `${column ?? 'Cả dòng'}: ${message}`,
        field: fieldOf(code, column),
        lines: [],
      };
      group.lines.push(line);
      groups.set(key, group);
    }
  }
  return [...groups].map(([key, group]) => ({ key, ...group })).sort((a, b) => b.lines.length - a.lines.length);
}

/** Fixes with more of them: what is typed for a field of a row again stands in place of what was. */
export function withFixes(
  fixes: readonly RowFix[],
  lines: readonly ListLine[],
  field: FixField,
  text: string,
): RowFix[] {
  const rows = new Set(lines.map(rowKey));
  const others = fixes.filter((fix) => fix.field !== field || !rows.has(rowKey(fix)));
  return [...others, ...lines.map(({ sheet, row }) => ({ sheet, row, field, text }))];
}

/** Rows of a report that are shown: all, or those with a fault. */
export function shownLines({ lines }: Pick<ListReport, 'lines'>, onlyFaulty: boolean): readonly ListLine[] {
  return onlyFaulty ? lines.filter(({ outcome }) => outcome === 'refused') : lines;
}

/** `188 nhập được, 12 có lỗi, 0 đã có.` */
export function countsLine({ counts }: Pick<ListReport, 'counts'>): string {
  const parts = [
    [counts['would-be-brought-in'], 'nhập được'],
    [counts['brought-in'], 'đã nhập'],
    [counts['file-added'] + counts['file-would-be-added'], 'thêm tệp'],
    [counts.unchanged, 'đã có trong sổ'],
    [counts.refused, 'có lỗi, không nhập'],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${count.toLocaleString('vi-VN')} ${words}`)
    .join(', ');
}

/** Says what a reader of the screen does not see of a list: hidden sheets and columns, rows that are no documents. */
export function sheetNotes({ sheets }: Pick<ListReport, 'sheets'>): string[] {
  return sheets.flatMap(({ sheet, isHidden, hiddenColumns, passedOver }) => {
    const kinds = [...Map.groupBy(passedOver, ({ kindName }) => kindName)].map(
      ([kindName, rows]) => `${kindName} (dòng ${rows.map(({ row }) => row).join(', ')})`,
    );
    return [
      ...(isHidden ? [`Trang “${sheet}” đang ẩn, vẫn được đọc.`] : []),
      ...(hiddenColumns.length > 0 ? [`Trang “${sheet}”: cột ${hiddenColumns.join(', ')} đang ẩn, vẫn được đọc.`] : []),
      ...(kinds.length > 0
        ? [`Trang “${sheet}”: ${passedOver.length} dòng không phải văn bản, bỏ qua: ${kinds.join('; ')}.`]
        : []),
    ];
  });
}

const flag = (isOn: boolean): 'true' | 'false' => (isOn ? 'true' : 'false');

/** The field that mends a fault: a symbol that lacks its notation is mended there, else in the column that the fault names. */
export function fieldOf(code: string, column: string | null): FixField {
  if (code === 'NOTATION_MISSING') return 'notation';
  if (column === 'Tên loại và trích yếu') return 'subject';
  return FIX_FIELDS.find(({ label }) => label === column)?.field ?? 'code';
}

const rowKey = ({ sheet, row }: { readonly sheet: string; readonly row: number }): string => `${row} ${sheet}`;
