import { z } from 'zod';
import { IMPORT_FIELDS } from '#exchange/older-book/import-columns.ts';
import type { PassedOverKind } from '#exchange/older-book/kind-of-row.ts';
import { BLANK_WORDS } from '#exchange/older-book/read-blank.ts';
import { columnLetters } from '#exchange/workbook/column-letters.ts';
import type { ImportLine, ImportOutcome } from '#usecases/bring-in/import-line.ts';
import type { ImportReport } from '#usecases/bring-in/import-older-book.ts';
import { toProblem } from '../problems/problem.ts';

/** Names of the outcomes of a row. */
const OUTCOME_NAMES: Readonly<Record<ImportOutcome, string>> = {
  'brought-in': 'đã nhập',
  'would-be-brought-in': 'nhập được',
  'file-added': 'đã có trong sổ, thêm tệp',
  'file-would-be-added': 'đã có trong sổ, thêm được tệp',
  unchanged: 'đã có trong sổ, giữ nguyên',
  refused: 'không nhập',
};

/** Names of rows that are no documents. */
const PASSED_OVER_NAMES: Readonly<Record<PassedOverKind, string>> = {
  header: 'tiêu đề lặp lại',
  period: 'dòng tháng hoặc phần',
  total: 'dòng tổng cộng',
  signature: 'dòng ký tên',
  remark: 'dòng chữ khác',
};

const finding = z.object({ code: z.string(), column: z.string().nullable(), message: z.string() });

const sheetResponse = z
  .object({
    sheet: z.string(),
    hasHeader: z.boolean(),
    isHidden: z.boolean(),
    hiddenColumns: z.array(z.string()),
    headerRow: z.number().describe('Dòng cuối của tiêu đề; 0: không thấy.'),
    columns: z
      .array(
        z.object({
          letter: z.string(),
          title: z.string(),
          sample: z.string(),
          field: z.enum(IMPORT_FIELDS).nullable(),
        }),
      )
      .describe('Các cột có chữ, và cột nào đọc vào đâu.'),
    passedOver: z.array(
      z.object({
        row: z.number(),
        kind: z.enum(['header', 'period', 'total', 'signature', 'remark']),
        kindName: z.string(),
      }),
    ),
  })
  .meta({ id: 'ListSheet' });

const importLineResponse = z
  .object({
    sheet: z.string(),
    row: z.number(),
    outcome: z.enum(['brought-in', 'would-be-brought-in', 'file-added', 'file-would-be-added', 'unchanged', 'refused']),
    outcomeName: z.string(),
    symbol: z.string().nullable(),
    issuedDate: z.string().nullable(),
    blank: z.enum(['cancelled', 'empty', 'secret']).nullable(),
    blankName: z.string().nullable().describe('Số không có văn bản: số bị hủy, số bỏ trống.'),
    file: z.string().nullable(),
    errors: z.array(finding),
    warnings: z.array(finding),
  })
  .meta({ id: 'ListLine' });

/** The report of a list, as people and machines read it. */
export const importReportResponse = z
  .object({
    counts: z.object({
      'brought-in': z.number(),
      'would-be-brought-in': z.number(),
      'file-added': z.number(),
      'file-would-be-added': z.number(),
      unchanged: z.number(),
      refused: z.number(),
    }),
    lines: z.array(importLineResponse),
    skippedSheets: z.array(z.string()),
    sheets: z.array(sheetResponse),
  })
  .meta({ id: 'ListReport' });

/** See {@link importReportResponse}. */
export function toImportReportResponse({ lines, sheets }: ImportReport): z.infer<typeof importReportResponse> {
  const counts = {
    'brought-in': 0,
    'would-be-brought-in': 0,
    'file-added': 0,
    'file-would-be-added': 0,
    unchanged: 0,
    refused: 0,
  };
  for (const { outcome } of lines) counts[outcome]++;
  return {
    counts,
    lines: lines.map(toImportLineResponse),
    skippedSheets: sheets.filter(({ hasHeader }) => !hasHeader).map(({ sheet }) => sheet),
    sheets: sheets.map((sheet) => ({
      ...sheet,
      headerRow: sheet.columns.headerRow,
      columns: [...sheet.columns.samples],
      hiddenColumns: sheet.hiddenColumns.map(columnLetters),
      passedOver: sheet.passedOver.map(({ row, kind }) => ({ row, kind, kindName: PASSED_OVER_NAMES[kind] })),
    })),
  };
}

/** A line of the report. */
export function toImportLineResponse(line: ImportLine): z.infer<typeof importLineResponse> {
  const { findings, warnings, refusal, ...rest } = line;
  const refused = refusal
    ? [toProblem(refusal)].map(({ code, detail }) => ({ code, column: null, message: detail }))
    : [];
  return {
    ...rest,
    outcomeName: OUTCOME_NAMES[line.outcome],
    blankName: line.blank && BLANK_WORDS[line.blank],
    errors: [...findings, ...refused],
    warnings: [...warnings],
  };
}
