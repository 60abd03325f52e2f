import { once } from 'node:events';
import { access } from 'node:fs/promises';
import { setFlagsFromString } from 'node:v8';
import type { ErrorReport } from '#api/create-api.ts';
import { readPartition } from '#register/table/keys/partition-name.ts';
import { inspectRegisterFile } from '#register/table/sqlite/register-file.ts';
import type { Recovery } from '#usecases/issuing/recover-issues.ts';
import { buildProgram } from '../bundle/build-program.ts';
import { readClock } from '../clock/clock-file.ts';
import { clockJumpLine } from '../clock/clock-lines.ts';
import type { Converted } from '../data-directory/convert-first-release.ts';
import { dataPaths } from '../data-directory/data-directory.ts';
import { errorCode, OperatorError, UsageError } from '../output/operator-error.ts';
import { createServerLog, type ServerLog } from '../output/server-log.ts';
import { buildPage } from '../page/build-page.ts';
import { checkSampleHost, isSampleDirectory } from '../sample/sample-directory.ts';
import { startServer } from '../server/start-server.ts';
import { exposedFiles } from '../target/exposed-files.ts';
import { readUsers } from '../target/users-file.ts';
import { readTlsFiles } from '../tls/tls-directory.ts';
import { type Command, readArgs, required, wholeNumber } from './command.ts';

const usage = `Cách dùng: banhanh serve --data THƯ-MỤC --port CỔNG [--new | --organs TỆP]

Chạy Ban Hành trên máy này: trang làm việc, API (/api), sổ (SQLite), kho tệp. Nghe ở 127.0.0.1, trừ khi có --host.

  --data THƯ-MỤC   nơi giữ sổ, tệp, người dùng
  --port CỔNG      cổng HTTP; 0 là cổng trống bất kỳ
  --new            thư mục dữ liệu mới: người quản trị đầu tiên khai báo cơ quan trên trang
  --organs TỆP     hồ sơ cơ quan cho thư mục dữ liệu mới
  --backup-to THƯ-MỤC  mỗi đêm sao lưu vào đây, kiểm tra bản sao, giữ sổ của 7 ngày, 5 tuần, 12 tháng
  --backup-at GIỜ  giờ sao lưu (mặc định: 01:30)
  --mark-to THƯ-MỤC  ghi thêm số cuối của mỗi sổ ra ngoài (ổ khác, máy khác): nhờ đó biết cả thư mục đã bị đưa về bản cũ (mặc định: nơi sao lưu)
  --host ĐỊA-CHỈ   nghe cả cho máy khác (0.0.0.0: mọi địa chỉ); cần TLS: banhanh tls init, hoặc hai tùy chọn sau
  --tls-cert TỆP   chứng thư TLS (PEM)
  --tls-key TỆP    khóa của chứng thư (PEM)
  --name TÊN       thêm một tên mà mọi người dùng để vào (ghi được nhiều lần)
  --trust-proxy ĐỊA-CHỈ  địa chỉ IP của proxy đứng trước (Caddy, nginx, IIS): tin X-Forwarded-For, X-Forwarded-Host của nó
  --insecure       vẫn mở cho máy khác khi không có TLS: mật khẩu đi trần trên mạng

Dừng bằng Ctrl-C.`;

/** Windows knows no SIGTERM: closing the window is SIGHUP there, Ctrl-Break SIGBREAK. */
const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'] as const;

/** `banhanh serve --data DIR --port N` */
export const serveCommand: Command = { usage, run };

async function run(args: readonly string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const { values } = readArgs({
    args,
    options: {
      data: text,
      port: text,
      organs: text,
      new: { type: 'boolean' },
      'mark-to': text,
      host: text,
      name: { type: 'string', multiple: true },
      'backup-to': text,
      'backup-at': { type: 'string', default: '01:30' },
      'tls-cert': text,
      'tls-key': text,
      'trust-proxy': { type: 'string', multiple: true },
      insecure: { type: 'boolean' },
    },
  });
  const dir = required(values.data, '--data');
  const asked = required(values.port, '--port');
  const port = asked === '0' ? 0 : wholeNumber(asked, '--port', 65_535);
  // Else the heap grows to four times what is needed before V8 looks what may go, and the system gets none of it back (decision 441).
  setFlagsFromString('--heap-growing-percent=30');
  const stop = Promise.race(STOP_SIGNALS.map((signal) => once(process, signal)));
  const log = createServerLog(process.stdout, process.stderr, () => new Date());
  await checkSampleHost(dir, values.host ?? '127.0.0.1');
  await readUsers(dataPaths(dir).users);

  const hasOrgans = values.organs !== undefined && (await exists(dataPaths(dir).organs));
  const bundled = buildProgram().catch((error) =>
    log.error('bundle', 'Không gói được chương trình; máy chủ vẫn chạy từ mã nguồn, khởi động chậm hơn.', error),
  );
  const pageDir = await buildPage(() => log.info('build', 'Đang dựng trang, chỉ khi mã nguồn thay đổi …'));
  await bundled;
  const server = await startServer({
    dir,
    port,
    pageDir,
    log,
    isSample: await isSampleDirectory(dir),
    organsFile: values.organs,
    isNew: values.new,
    markTo: values['mark-to'],
    backup: nightly(values['backup-to'], values['backup-at']),
    onBackup: (sentence) => log.info('backup', sentence),
    host: values.host,
    names: values.name,
    trustProxy: values['trust-proxy'],
    isInsecure: values.insecure,
    tls: await ownTls(values['tls-cert'], values['tls-key']),
    ...tellingOf(log),
  }).catch((error) => {
    if (errorCode(error) === 'EADDRINUSE') throw new OperatorError(`Cổng ${port} đang có chương trình khác dùng.`);
    throw error;
  });
  try {
    log.info('started', `Ban Hành đang chạy tại ${server.url}`, { url: server.url });
    for (const line of await startLines(dir, server.claimCode)) log.info('notice', line);
    if (hasOrgans) {
      log.info(
        'notice',
        `Thư mục ${dir} đã có hồ sơ cơ quan nên không dùng ${values.organs}; hãy sửa, thêm hồ sơ bằng PUT /profiles/{ngày hiệu lực}.`,
      );
    }
    if (values['mark-to'] === undefined && values['backup-to'] === undefined)
      for (const line of lastNumberLines(dir)) log.info('last-number', line);
    const failure = await Promise.race([stop.then(() => undefined), server.failed]);
    if (failure !== undefined) throw new OperatorError(failure);
  } finally {
    await server.close();
  }
  log.info('stopped', 'Đã dừng.');
  return 0;
}

async function startLines(dir: string, claimCode: string | undefined): Promise<string[]> {
  const loose = await exposedFiles(dir);
  const jump = (await readClock(dataPaths(dir).clock))?.jump;
  const claim = [
    `Chưa có người dùng. Mã nhận quyền quản trị đầu tiên (dùng một lần): ${claimCode}`,
    'Nhận ở trang, bằng POST /auth/first-admin, hoặc thêm người bằng: banhanh user add',
  ];
  return [
    ...(claimCode === undefined ? [] : claim),
    ...(jump === undefined ? [] : [clockJumpLine(jump)]),
    ...(loose.length === 0
      ? []
      : [`Người khác trên máy đọc được ${loose.join(', ')} trong “${dir}”; hãy chạy: chmod -R go-rwx ${dir}`]),
  ];
}

/** Throws `UsageError` for an hour that is none. */
function nightly(out: string | undefined, at: string) {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(at))
    throw new UsageError(`--backup-at phải là giờ:phút, ví dụ 01:30: “${at}”.`);
  return out === undefined ? undefined : { out, at };
}

/** Throws `UsageError` for one of the two alone. */
async function ownTls(certificate: string | undefined, key: string | undefined) {
  if (certificate === undefined && key === undefined) return undefined;
  if (certificate === undefined || key === undefined) throw new UsageError('--tls-cert và --tls-key đi cùng nhau.');
  return readTlsFiles(certificate, key);
}

/** Without a mark outside, people see from these whether the whole directory went back. */
function lastNumberLines(dir: string): string[] {
  const file = inspectRegisterFile(dataPaths(dir).register);
  if (file.kind !== 'ours') return [];
  const year = new Date().getFullYear();
  return file.counters.flatMap(({ series, seq, lastIssuedOn }) => {
    const name = readPartition(series);
    if (name.kind !== 'series' || name.year < year) return [];
    return [
      `Sổ ${name.series} năm ${name.year} của ${name.organ}: số cuối ${seq}, ngày ${lastIssuedOn.split('-').reverse().join('/')}.`,
    ];
  });
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function tellingOf(log: ServerLog) {
  return {
    report: ({ errorId, code, method, path, error }: ErrorReport) =>
      log.error(code, `Lỗi ${code} ${errorId} ${method} ${path}`, error, { id: errorId, method, path }),
    onRecovery: ({ finished, failed }: Recovery) => {
      for (const { organ, docId, codeNumber } of finished) {
        const sentence = `Đã hoàn tất văn bản cấp số dở dang: ${organ}, số ${codeNumber} (${docId}).`;
        log.info('recovered', sentence, { organ, docId });
      }
      for (const { row, error } of failed) {
        const { organ, docId, codeNumber } = row;
        const sentence = `Chưa hoàn tất được ${organ}, số ${codeNumber} (${docId}); sẽ thử lại.`;
        log.error('not-recovered', sentence, error, { organ, docId });
      }
    },
    onMailFailure: (sentence: string, error: unknown) => log.error('mail-not-sent', sentence, error, {}),
    onConverting: convertingLines(log),
    onConverted: ({ items, copy }: Converted) =>
      log.info('converted', `Đã chuyển sổ của bản 0.1.0 (${items} mục); bản cũ còn ở ${copy}.`),
  };
}

/** A line at each tenth: a million items take a minute. */
function convertingLines(log: ServerLog) {
  let shown = 0;
  return (done: number, total: number) => {
    const tenth = Math.floor((done / total) * 10);
    if (tenth <= shown || total < 100_000) return;
    shown = tenth;
    log.info('converting', `Đang chuyển sổ của bản 0.1.0: ${done}/${total} mục.`);
  };
}
