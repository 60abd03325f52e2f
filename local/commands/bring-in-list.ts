import { readFile } from 'node:fs/promises';
import { toImportLineResponse, toImportReportResponse } from '#present/responses/import-report.ts';
import { importOlderBook } from '#usecases/bring-in/import-older-book.ts';
import type { ImportLine } from '#usecases/bring-in/import-row.ts';
import { errorCode, OperatorError } from '../output/operator-error.ts';
import { openExisting } from '../place/open-stack.ts';
import { OPERATOR } from '../place/seed-organs.ts';
import { type ListFiles, openListFiles } from './list-files.ts';

/** A list that the person at the machine brings in. */
export interface ListRequest {
  readonly path: string;
  readonly organ: string;
  readonly dir: string;
  /** Folder of the files, if any. */
  readonly files: string | undefined;
  readonly checkOnly: boolean;
  readonly json: boolean;
}

/** Brings in a list and prints its report; exit code 1 where a row was refused. Throws `OperatorError`. */
export async function runBringInList({ path, organ, dir, files, checkOnly, json }: ListRequest): Promise<number> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new OperatorError(`Không đọc được danh sách: ${path} (${errorCode(cause)})`, { cause });
  });
  const stack = await openExisting(dir);
  try {
    const actor = { organ, staffId: OPERATOR, roles: ['clerk'] } as const;
    const found =
      files === undefined
        ? undefined
        : await openListFiles(files, (await importOlderBook(stack.deps, actor, { bytes, checkOnly: true })).lines);
    const report = await importOlderBook(stack.deps, actor, {
      bytes,
      checkOnly,
      fileOf: found?.fileOf,
      onLine: (line) => (json ? undefined : console.log(lineText(line))),
    });
    const view = toImportReportResponse(report);
    if (json) console.log(JSON.stringify(view, null, 2));
    else for (const line of summary(view, found)) console.log(line);
    return view.counts.refused > 0 ? 1 : 0;
  } finally {
    await stack.close();
  }
}

/** `dòng 7: 35/KH-UBND ngày 24/01/2025: đã nhập, kèm 35-KH-UBND.pdf` */
function lineText(line: ImportLine): string {
  const { sheet, row, symbol, issuedDate, outcome, outcomeName, file, errors } = toImportLineResponse(line);
  const what = symbol === null ? '' : `: ${symbol} ngày ${issuedDate?.split('-').reverse().join('/')}`;
  const withFile = outcome === 'refused' ? '' : file === null ? ', không kèm tệp' : `, kèm ${file}`;
  const wrong = errors.map(({ column, message }) => `\n    ${column === null ? '' : `${column}: `}${message}`);
  return `[${sheet}] dòng ${row}${what}: ${outcomeName}${withFile}${wrong.join('')}`;
}

function addedText(counts: ReturnType<typeof toImportReportResponse>['counts']): string {
  if (counts['file-would-be-added'] > 0) return `, thêm được tệp ${counts['file-would-be-added']}`;
  return counts['file-added'] > 0 ? `, thêm tệp ${counts['file-added']}` : '';
}

function summary(
  { counts, skippedSheets }: ReturnType<typeof toImportReportResponse>,
  files: ListFiles | undefined,
): string[] {
  const done = counts['brought-in'] + counts['would-be-brought-in'];
  const verb = counts['would-be-brought-in'] > 0 ? 'Nhập được' : 'Đã nhập';
  const unused = files?.unused() ?? [];
  return [
    `${verb} ${done}${addedText(counts)}, giữ nguyên ${counts.unchanged}, không nhập ${counts.refused}.`,
    ...skippedSheets.map((name) => `Trang “${name}” không có dòng tiêu đề, bỏ qua.`),
    ...(unused.length > 0 ? [`Tệp không dùng đến: ${unused.join(', ')}. Tên tệp cần như 35-KH-UBND-2025.pdf.`] : []),
  ];
}
