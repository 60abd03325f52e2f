import { once } from 'node:events';
import { access } from 'node:fs/promises';
import type { ErrorReport } from '#api/create-api.ts';
import type { Recovery } from '#usecases/issuing/recover-issues.ts';
import { dataPaths } from '../data-directory/data-directory.ts';
import { errorCode, OperatorError } from '../output/operator-error.ts';
import { buildPage } from '../page/build-page.ts';
import { readUsers } from '../place/users-file.ts';
import { isSampleDirectory } from '../sample/sample-directory.ts';
import { startServer } from '../server/main.ts';
import { type Command, readArgs, required, wholeNumber } from './command.ts';

const usage = `Cách dùng: banhanh serve --data THƯ-MỤC --port CỔNG [--organs TỆP]

Chạy Ban Hành trên máy này: trang làm việc, API (/api), sổ (SQLite), kho tệp. Chỉ nghe ở 127.0.0.1.

  --data THƯ-MỤC   nơi giữ sổ, tệp, người dùng
  --port CỔNG      cổng HTTP; 0 là cổng trống bất kỳ
  --organs TỆP     hồ sơ cơ quan cho thư mục dữ liệu mới

Dừng bằng Ctrl-C.`;

/** `banhanh serve --data DIR --port N` */
export const serveCommand: Command = { usage, run };

async function run(args: string[]): Promise<number> {
  const { values } = readArgs({
    args,
    options: { data: { type: 'string' }, port: { type: 'string' }, organs: { type: 'string' } },
  });
  const dir = required(values.data, '--data');
  const asked = required(values.port, '--port');
  const port = asked === '0' ? 0 : wholeNumber(asked, '--port', 65_535);
  const stop = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);

  const hasOrgans = values.organs !== undefined && (await exists(dataPaths(dir).organs));
  const pageDir = await buildPage(() => console.log('Đang dựng trang, chỉ khi mã nguồn thay đổi …'));
  const server = await startServer({
    dir,
    port,
    pageDir,
    isSample: await isSampleDirectory(dir),
    organsFile: values.organs,
    report,
    onRecovery,
    onConverted: ({ items, copy }) => console.log(`Đã chuyển sổ của bản 0.1.0 (${items} mục); bản cũ còn ở ${copy}.`),
  }).catch((error) => {
    if (errorCode(error) === 'EADDRINUSE') throw new OperatorError(`Cổng ${port} đang có chương trình khác dùng.`);
    throw error;
  });
  console.log(`Ban Hành đang chạy tại ${server.url}`);
  if (hasOrgans) {
    console.log(
      `Thư mục ${dir} đã có hồ sơ cơ quan nên không dùng ${values.organs}; hãy sửa, thêm hồ sơ bằng PUT /profiles/{ngày hiệu lực}.`,
    );
  }
  if ((await readUsers(dataPaths(dir).users)).length === 0) {
    console.log('Chưa có người dùng. Hãy thêm bằng: banhanh user add');
  }
  await stop;
  await server.close();
  console.log('Đã dừng.');
  return 0;
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function report({ errorId, code, method, path, error }: ErrorReport): void {
  console.error(`${new Date().toISOString()} ${code} ${errorId} ${method} ${path}`, error);
}

function onRecovery({ finished, failed }: Recovery): void {
  for (const { organ, docId, codeNumber } of finished) {
    console.log(`Đã hoàn tất văn bản cấp số dở dang: ${organ}, số ${codeNumber} (${docId}).`);
  }
  for (const { row, error } of failed) {
    console.error(`Chưa hoàn tất được ${row.organ}, số ${row.codeNumber} (${row.docId}); sẽ thử lại.`, error);
  }
}
