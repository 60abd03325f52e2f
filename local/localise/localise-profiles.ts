import { readFile } from 'node:fs/promises';
import { ImportError } from '#exchange/older-book/import-error.ts';
import { readWorkbook } from '#exchange/older-book/read-workbook.ts';
import { plainCell } from '#exchange/workbook/cell.ts';
import { overridesOfSheet } from '#localise/units/unit-sheet.ts';
import { errorCode, OperatorError } from '../output/operator-error.ts';
import { readJsonFile } from '../output/read-json-file.ts';

/** Reads the profiles of units from a JSON list of `DonVi@1` or a filled .xlsx. Throws `OperatorError`. */
export async function readProfileEntries(path: string): Promise<unknown[]> {
  if (path.toLowerCase().endsWith('.xlsx')) return readSheet(path);
  const input = await readJsonFile(path, 'hồ sơ đơn vị');
  if (!Array.isArray(input)) throw new OperatorError(`Tệp hồ sơ đơn vị phải là một danh sách: ${path}`);
  return input;
}

async function readSheet(path: string): Promise<unknown[]> {
  const bytes = await readFile(path).catch((cause) => {
    throw new OperatorError(`Không đọc được tệp hồ sơ đơn vị: ${path} (${errorCode(cause)})`, { cause });
  });
  try {
    const [sheet] = await readWorkbook(bytes);
    const entries = sheet ? overridesOfSheet(sheet.rows.map(({ cells }) => cells.map(plainCell))) : null;
    if (entries) return entries;
  } catch (cause) {
    if (!(cause instanceof ImportError)) throw cause;
    throw new OperatorError(`Tệp hồ sơ đơn vị không phải .xlsx đọc được: ${path} (${cause.code})`, { cause });
  }
  throw new OperatorError(`Trang đầu của tệp hồ sơ đơn vị thiếu cột “Mã đơn vị” ở dòng 1: ${path}`);
}
