import { z } from 'zod';
import type { ImportReport } from '#usecases/bring-in/import-older-book.ts';
import type { ImportLine, ImportOutcome } from '#usecases/bring-in/import-row.ts';
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

const importLineResponse = z
  .object({
    sheet: z.string(),
    row: z.number(),
    outcome: z.enum(['brought-in', 'would-be-brought-in', 'file-added', 'file-would-be-added', 'unchanged', 'refused']),
    outcomeName: z.string(),
    symbol: z.string().nullable(),
    issuedDate: z.string().nullable(),
    file: z.string().nullable(),
    errors: z.array(z.object({ code: z.string(), column: z.string().nullable(), message: z.string() })),
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
  })
  .meta({ id: 'ListReport' });

/** See {@link importReportResponse}. */
export function toImportReportResponse({ lines, skippedSheets }: ImportReport): z.infer<typeof importReportResponse> {
  const counts = {
    'brought-in': 0,
    'would-be-brought-in': 0,
    'file-added': 0,
    'file-would-be-added': 0,
    unchanged: 0,
    refused: 0,
  };
  for (const { outcome } of lines) counts[outcome]++;
  return { counts, lines: lines.map(toImportLineResponse), skippedSheets: [...skippedSheets] };
}

/** A line of the report. */
export function toImportLineResponse(line: ImportLine): z.infer<typeof importLineResponse> {
  const { findings, refusal, ...rest } = line;
  const refused = refusal
    ? [toProblem(refusal)].map(({ code, detail }) => ({ code, column: null, message: detail }))
    : [];
  return { ...rest, outcomeName: OUTCOME_NAMES[line.outcome], errors: [...findings, ...refused] };
}
