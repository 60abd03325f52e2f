import { access, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { serveCommand } from '../commands/serve-command.ts';
import { OperatorError } from '../output/operator-error.ts';
import { textTable } from '../output/text-table.ts';
import { fillSample } from './fill-sample.ts';
import { markSampleDirectory } from './sample-directory.ts';

// `npm start`: the product on sample offices, in a directory of its own.

const DIR = join(import.meta.dirname, '../../data-mau');
const PORT = '8030';

// As of any directory of ours: what is written is its owner's alone.
process.umask(0o077);
try {
  const [dir = DIR, port = PORT] = process.argv.slice(2);
  if (!(await exists(dir))) await makeSample(dir);
  else console.log(`Dữ liệu mẫu đã có trong ${dir}. Quên mật khẩu: xóa thư mục này rồi chạy lại npm start.`);
  process.exitCode = await serveCommand.run(['--data', dir, '--port', port]);
} catch (error) {
  if (!(error instanceof OperatorError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** Fills a directory beside it first, so that an interrupted start leaves no half of one. */
async function makeSample(dir: string): Promise<void> {
  console.log('Lần đầu: tạo hai cơ quan mẫu, tám người, văn bản ở mọi bước …');
  const unfinished = `${dir}.dang-tao`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  const people = await fillSample(unfinished);
  await markSampleDirectory(unfinished);
  await rename(unfinished, dir);
  console.log('\nĐăng nhập (mật khẩu chỉ hiện một lần này):\n');
  const rows = people.map(({ username, password, name, does, organ }) => [username, password, name, does, organ]);
  for (const line of textTable([['Tên đăng nhập', 'Mật khẩu', 'Họ tên', 'Việc', 'Cơ quan'], ...rows]))
    console.log(line);
  console.log();
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
