import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CheckReport, checkRead } from '#check/check-docx.ts';
import { failed } from '#check/failed.ts';
import { fixDocx } from '#check/fix/fix-docx.ts';
import { checkLines, countsOf, fixLine } from '#present/checking/check-lines.ts';
import { readErrorText } from '#present/reading/read-problem-texts.ts';
import { recognise } from '#read/elements/recognise.ts';
import { ReadError } from '#read/problems/read-error.ts';
import { errorCode, OperatorError, UsageError } from '../../output/operator-error.ts';
import { progressBar } from '../../output/progress-bar.ts';
import { textTable } from '../../output/text-table.ts';
import { type Command, readArgs } from '../command.ts';
import { readAny } from './read-any.ts';

const usage = `Cách dùng: banhanh check TỆP.docx… [--json] [--fix]

Kiểm tra thể thức của tệp Word theo Nghị định 30/2020/NĐ-CP, từng điều khoản: đạt, không đạt (thấy gì, cần gì, ở đâu),
không đánh giá được; và các lỗi nội dung hay gặp (số thứ tự nhảy, hai năm trong một kế hoạch, ngày không có thật, chính tả).
Chỉ một thư mục thì kiểm tra mọi tệp Word trong đó và in bảng tổng hợp. Tệp được đọc, không bị sửa. Tệp .doc và .odt được đọc
qua LibreOffice, khi máy này có.

  --json   kết quả là JSON trên stdout
  --fix    sửa những gì sửa được mà không đụng đến lời văn (trang, cỡ chữ, đậm nghiêng, khoảng cách, canh lề, số 0, dấu gạch, dấu câu cuối dòng) vào tệp mới
           TỆP-da-sua.docx bên cạnh, in từng chỗ đã sửa; tệp gốc giữ nguyên

Mã thoát: 0 mọi tệp đạt; 1 có chỗ không đạt, cảnh báo hoặc gợi ý; 2 có tệp không đọc được hoặc dùng lệnh sai.`;

/** `banhanh check plan.docx` */
export const checkCommand: Command = { usage, run };

/** A file's check, or why it was not read. */
type Checked = { readonly path: string } & ({ readonly report: CheckReport } | { readonly refused: ReadError });

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean' }, fix: { type: 'boolean' } },
  });
  if (positionals.length === 0) throw new UsageError('Thiếu tệp cần kiểm tra.');
  const paths = (await Promise.all(positionals.map(filesOf))).flat();
  const isMany = paths.length > 1;
  const bar = isMany && !values.json ? progressBar(paths.length, process.stderr, () => performance.now()) : null;
  const all: Checked[] = [];
  for (const path of paths) {
    const bytes = await readBytes(path);
    const checked = await checkFile(path, bytes);
    if (values.fix && 'report' in checked) await writeFixed(path, bytes);
    bar?.step('report' in checked);
    all.push(checked);
  }
  if (values.json) console.log(JSON.stringify(all.map(record), null, 2));
  else if (isMany) for (const line of textTable([TABLE_HEAD, ...all.map(tableRow)], 160)) console.log(line);
  else for (const line of all.flatMap(lines)) console.log(line);
  if (all.some((checked) => 'refused' in checked)) return 2;
  return all.some((checked) => 'report' in checked && failed(checked.report).length > 0) ? 1 : 0;
}

/** A folder's Word files, or the file itself. Word's own lock files (~$) are none. */
async function filesOf(path: string): Promise<string[]> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new OperatorError(`Không có tệp hay thư mục: ${path}`, { cause });
  });
  if (!found.isDirectory()) return [path];
  const names = await readdir(path, { recursive: true });
  const files = names.filter((name) => /\.(?:docx?|dotx|docm|odt)$/i.test(name) && !/(?:^|[\\/])~\$/.test(name)).sort();
  if (files.length === 0) throw new OperatorError(`Thư mục không có tệp Word nào: ${path}`);
  return files.map((name) => join(path, name));
}

async function readBytes(path: string): Promise<Uint8Array> {
  return await readFile(path).catch((cause: unknown) => {
    throw new OperatorError(`Không đọc được tệp: ${path} (${errorCode(cause)})`, { cause });
  });
}

async function report(bytes: Uint8Array): Promise<CheckReport> {
  const document = await readAny(bytes);
  return checkRead(document, recognise(document));
}

async function checkFile(path: string, bytes: Uint8Array): Promise<Checked> {
  try {
    return { path, report: await report(bytes) };
  } catch (error) {
    if (error instanceof ReadError) return { path, refused: error };
    throw error;
  }
}

/** Writes what could be fixed beside the file, and says each change; a file that is there already stays. */
async function writeFixed(path: string, bytes: Uint8Array): Promise<void> {
  const fixed = fixedOf(bytes);
  if (!fixed) return console.error(`${path}: chỉ tự sửa được tệp .docx; hãy mở bằng Word, lưu lại thành .docx.`);
  if (fixed.changes.length === 0) return console.error(`${path}: không có chỗ nào tự sửa được.`);
  const out = path.replace(/(?:\.\w+)?$/, '-da-sua.docx');
  await writeFile(out, fixed.bytes, { flag: 'wx' }).catch((cause: unknown) => {
    throw new OperatorError(`Không ghi được tệp: ${out} (${errorCode(cause)}); tệp đã có thì chuyển đi trước.`, {
      cause,
    });
  });
  for (const change of fixed.changes) console.error(fixLine(change));
  console.error(`${out}: đã sửa ${fixed.changes.length} chỗ.`);
}

/** Null for a file that is no .docx: what is fixed is the file itself. */
function fixedOf(bytes: Uint8Array) {
  try {
    return fixDocx(bytes);
  } catch (error) {
    if (error instanceof ReadError) return null;
    throw error;
  }
}

function lines(checked: Checked): string[] {
  return 'report' in checked ? checkLines(checked.report) : [`${checked.path}: ${readErrorText(checked.refused)}`];
}

function record(checked: Checked) {
  const { path } = checked;
  if ('report' in checked) return { path, ...checked.report };
  return { path, refused: checked.refused.code, message: readErrorText(checked.refused) };
}

const TABLE_HEAD = ['Loại', 'Đạt', 'Không đạt', 'Cảnh báo', 'Gợi ý', 'Tệp'];

function tableRow(checked: Checked): string[] {
  if ('refused' in checked) return ['—', '', '', '', '', `${checked.path}: ${readErrorText(checked.refused)}`];
  const { pass, error, warning, hint } = countsOf(checked.report);
  return [checked.report.typeName ?? '?', ...[pass, error, warning, hint].map(String), checked.path];
}
