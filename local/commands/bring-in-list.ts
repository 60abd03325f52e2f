import { readFile } from 'node:fs/promises';
import { isOfNoDocument } from '#exchange/older-book/import-columns.ts';
import { toImportLineResponse, toImportReportResponse } from '#present/responses/import-report.ts';
import type { ImportLine } from '#usecases/bring-in/import-line.ts';
import { importOlderBook } from '#usecases/bring-in/import-older-book.ts';
import { errorCode, OperatorError } from '../output/operator-error.ts';
import { screenProgress } from '../output/stage-progress.ts';
import { checkOrganKnown } from '../target/check-organ-known.ts';
import { openExisting } from '../target/open-stack.ts';
import { OPERATOR } from '../target/seed-organs.ts';
import { type ListFiles, openListFiles } from './list-files.ts';

/** A list that the person at the machine brings in. */
export interface ListRequest {
  readonly path: string;
  readonly organ: string;
  readonly dir: string;
  /** Folder of the files, if any. */
  readonly files: string | undefined;
  readonly checkOnly: boolean;
  /** Numbers that stand twice were given twice. */
  readonly keepsCopies: boolean;
  readonly json: boolean;
}

/** Brings in a list and prints its report; exit code 1 where a row was refused. Throws `OperatorError`. */
export async function runBringInList({
  path,
  organ,
  dir,
  files,
  checkOnly,
  keepsCopies,
  json,
}: ListRequest): Promise<number> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new OperatorError(`Không đọc được danh sách: ${path} (${errorCode(cause)})`, { cause });
  });
  await checkOrganKnown(dir, organ, []);
  const stack = await openExisting(dir);
  try {
    const actor = { organ, staffId: OPERATOR, roles: ['clerk'] } as const;
    const progress = screenProgress();
    const count = (stage: string) => {
      let done = 0;
      return () => progress.at(stage, ++done);
    };
    const found =
      files === undefined
        ? undefined
        : await openListFiles(
            files,
            (await importOlderBook(stack.deps, actor, { bytes, checkOnly: true, onLine: count('Đọc danh sách') }))
              .lines,
          );
    const report = await importOlderBook(stack.deps, actor, {
      bytes,
      checkOnly,
      keepsCopies,
      fileOf: found?.fileOf,
      onLine: json ? count('Nhập danh sách') : (line) => console.log(lineText(line)),
    });
    progress.clear();
    const view = toImportReportResponse(report);
    if (json) console.log(JSON.stringify(view, null, 2));
    else for (const line of summary(view, checkOnly, found)) console.log(line);
    return view.counts.refused > 0 ? 1 : 0;
  } finally {
    await stack.close();
  }
}

/** `dòng 7: 35/KH-UBND ngày 24/01/2025: đã nhập, kèm 35-KH-UBND.pdf` */
function lineText(line: ImportLine): string {
  const { sheet, row, symbol, issuedDate, outcome, outcomeName, blankName, file, errors, warnings } =
    toImportLineResponse(line);
  const day = issuedDate === null ? '' : ` ngày ${issuedDate.split('-').reverse().join('/')}`;
  const what = symbol === null ? '' : `: ${symbol}${day}${blankName === null ? '' : ` (${blankName})`}`;
  const withFile =
    outcome === 'refused' || blankName !== null ? '' : file === null ? ', không kèm tệp' : `, kèm ${file}`;
  const wrong = [...errors, ...warnings].map(
    ({ column, message }) => `\n    ${column === null ? '' : `${column}: `}${message}`,
  );
  return `[${sheet}] dòng ${row}${what}: ${outcomeName}${withFile}${wrong.join('')}`;
}

function addedText(counts: ReturnType<typeof toImportReportResponse>['counts']): string {
  if (counts['file-would-be-added'] > 0) return `, thêm được tệp ${counts['file-would-be-added']}`;
  return counts['file-added'] > 0 ? `, thêm tệp ${counts['file-added']}` : '';
}

/** Describes the parts of a sheet that the screen does not show, or that are no documents. */
function sheetText(sheet: ReturnType<typeof toImportReportResponse>['sheets'][number]): string[] {
  const { passedOver } = sheet;
  const name = `Trang “${sheet.sheet}”`;
  if (!sheet.hasHeader) return [`${name} không có dòng tiêu đề, bỏ qua.`];
  const kinds = [...new Set(passedOver.map(({ kindName }) => kindName))].map((kindName) => {
    const rows = passedOver.filter((one) => one.kindName === kindName).map(({ row }) => row);
    return `${kindName} (dòng ${rows.join(', ')})`;
  });
  const unread = sheet.columns
    .filter(
      ({ field, title, sample }) => (field === null || field === 'note') && sample !== '' && !isOfNoDocument(title),
    )
    .map(({ letter, title }) => `${letter} “${title}”`);
  return [
    ...(sheet.isHidden ? [`${name} đang ẩn, vẫn được đọc.`] : []),
    ...(sheet.hiddenColumns.length > 0
      ? [`${name}: cột ${sheet.hiddenColumns.join(', ')} đang ẩn, vẫn được đọc.`]
      : []),
    ...(unread.length > 0 ? [`${name}: không đọc cột ${unread.join(', ')}.`] : []),
    ...(kinds.length > 0 ? [`${name}: bỏ qua ${passedOver.length} dòng không phải văn bản: ${kinds.join('; ')}.`] : []),
  ];
}

function summary(
  { counts, sheets, lines }: ReturnType<typeof toImportReportResponse>,
  checkOnly: boolean,
  files: ListFiles | undefined,
): string[] {
  const done = counts['brought-in'] + counts['would-be-brought-in'];
  const verb = checkOnly ? 'Nhập được' : 'Đã nhập';
  const unused = files?.unused() ?? [];
  return [
    `${verb} ${done}${addedText(counts)}, giữ nguyên ${counts.unchanged}, không nhập ${counts.refused}.`,
    ...(lines.length === 0 ? ['Danh sách không có dòng văn bản nào dưới tiêu đề.'] : []),
    ...sheets.flatMap(sheetText),
    ...(unused.length > 0 ? [`Tệp không dùng đến: ${unused.join(', ')}. Tên tệp cần như 35-KH-UBND-2025.pdf.`] : []),
  ];
}
