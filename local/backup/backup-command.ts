import { access } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import { backedUpSeriesLine } from '#present/findings/backup-lines.ts';
import { backUp } from '#usecases/backup/back-up.ts';
import { type Command, readArgs, required } from '../commands/command.ts';
import { dataPaths } from '../data-directory/data-directory.ts';
import { OperatorError, UsageError } from '../output/operator-error.ts';
import { screenProgress } from '../output/stage-progress.ts';
import { directories } from '../target/directories.ts';

const usage = `Cách dùng: banhanh backup --out THƯ-MỤC [--json] [--data THƯ-MỤC]

Sao lưu sổ và tệp, kể cả khi máy chủ đang chạy. Bản sao là của đúng một thời điểm và tự nó là một thư mục dữ liệu. Gọi lại
với cùng thư mục thì bản sao được cập nhật. Bản sao tự chứng minh: SQLite kiểm tra, mã SHA-256, số đếm nằm trong backup.json.

  --out THƯ-MỤC    nơi giữ bản sao lưu
  --data THƯ-MỤC   thư mục dữ liệu (mặc định: data)
  --json           in backup.json và những tệp đã mất

Bản sao có cả mật khẩu (đã băm) và khóa đăng nhập: hãy giữ như giữ chính dữ liệu.
Mã thoát: 0 đủ mọi tệp; 1 có tệp đã mất hoặc hỏng ở nguồn, nêu từng tệp.`;

/** `banhanh backup --data DIR --out DIR2` */
export const backupCommand: Command = { usage, run };

async function run(args: readonly string[]): Promise<number> {
  const { values } = readArgs({
    args,
    options: { out: { type: 'string' }, data: { type: 'string', default: 'data' }, json: { type: 'boolean' } },
  });
  const out = required(values.out, '--out');
  const dir = values.data;
  if (isWithin(resolve(out), resolve(dir)) || isWithin(resolve(dir), resolve(out))) {
    throw new UsageError('--out phải nằm ngoài thư mục dữ liệu, và không chứa thư mục dữ liệu.');
  }
  await access(dataPaths(dir).organs).catch(() => {
    throw new OperatorError(`Không có dữ liệu Ban Hành trong thư mục “${dir}”; hãy chỉ thư mục bằng --data.`);
  });
  const progress = screenProgress();
  const onLooked = (done: number, total: number) => progress.at('Sao lưu tệp', done, total);
  const { record, lost } = await backUp(directories, { dir, out, now: new Date(), onLooked });
  progress.clear();
  const { series, documents, objects } = record;
  if (values.json) {
    console.log(JSON.stringify({ ...record, lost }, null, 2));
    return lost.length === 0 ? 0 : 1;
  }
  for (const key of lost) console.error(`Tệp đã mất hoặc hỏng, không sao lưu được: ${key}`);
  for (const one of series) console.log(backedUpSeriesLine(one));
  console.log(`Đã sao lưu ${series.length} sổ, ${documents} văn bản, ${objects} tệp vào ${out}.`);
  return lost.length === 0 ? 0 : 1;
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}${sep}`);
}
