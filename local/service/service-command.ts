import { access, readFile, rm, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { type Command, onlyPositional, readArgs, wholeNumber } from '../commands/command.ts';
import { dataPaths } from '../data-directory/data-directory.ts';
import { tryFileLock } from '../data-directory/file-lock.ts';
import { OperatorError, UsageError } from '../output/operator-error.ts';
import { unitText } from './systemd-unit.ts';

const DEFAULT_UNIT = '/etc/systemd/system/banhanh.service';

const usage = `Cách dùng: banhanh service install|remove|status [--data THƯ-MỤC] [--port CỔNG] [-- TÙY-CHỌN-CỦA-SERVE…]

Chạy máy chủ như một dịch vụ của Linux (systemd): tự chạy khi máy bật, tự chạy lại khi hỏng. Trên Windows: xem docs/mot-may.md.

  --data THƯ-MỤC   thư mục dữ liệu (mặc định: data)
  --port CỔNG      cổng (mặc định: 8030)
  --unit TỆP       tệp dịch vụ (mặc định: ${DEFAULT_UNIT})

Sau -- là các tùy chọn của banhanh serve, ví dụ: -- --host 0.0.0.0 --mark-to /mnt/ngoai
Mã thoát của status: 0 máy chủ đang chạy; 1 không.`;

/** `banhanh service install --data DIR --port N` */
export const serviceCommand: Command = { usage, run };

async function run(args: readonly string[]): Promise<number> {
  const cut = args.indexOf('--');
  const own = cut < 0 ? args : args.slice(0, cut);
  const serveOptions = cut < 0 ? [] : args.slice(cut + 1);
  const { values, positionals } = readArgs({
    args: own,
    allowPositionals: true,
    options: {
      data: { type: 'string', default: 'data' },
      port: { type: 'string', default: '8030' },
      unit: { type: 'string', default: DEFAULT_UNIT },
    },
  });
  const what = onlyPositional(positionals, 'việc: install, remove hoặc status');
  const dir = resolve(values.data);
  if (what === 'status') return status(dir);
  if (process.platform !== 'linux') {
    throw new OperatorError('Lệnh này ghi dịch vụ systemd của Linux; trên Windows hãy làm theo docs/mot-may.md.');
  }
  if (what === 'remove') {
    await rm(values.unit, { force: true });
    console.log(`Đã xóa ${values.unit}. Hãy chạy: systemctl daemon-reload`);
    return 0;
  }
  if (what !== 'install') throw new UsageError(`Không có việc “${what}”; có: install, remove, status.`);
  await access(dataPaths(dir).organs).catch(() => {
    throw new OperatorError(`Không có dữ liệu Ban Hành trong thư mục “${dir}”; hãy chạy banhanh serve một lần trước.`);
  });
  const unit = unitText({
    node: process.execPath,
    program: join(import.meta.dirname, '../banhanh.js'),
    root: resolve(import.meta.dirname, '../..'),
    user: userInfo().username,
    dir,
    port: wholeNumber(values.port, '--port', 65_535),
    serveOptions,
  });
  await writeFile(values.unit, unit);
  console.log(`Đã ghi ${values.unit}. Hãy chạy: systemctl daemon-reload && systemctl enable --now banhanh`);
  return 0;
}

/** Tells whether a server holds the lock of the directory, and where it answers. */
async function status(dir: string): Promise<number> {
  await access(dataPaths(dir).organs).catch(() => {
    throw new OperatorError(`Không có dữ liệu Ban Hành trong thư mục “${dir}”; hãy chỉ thư mục bằng --data.`);
  });
  const lock = tryFileLock(dataPaths(dir).server);
  lock?.release();
  if (lock) {
    console.log('Máy chủ không chạy.');
    return 1;
  }
  const hint = await readFile(dataPaths(dir).server, 'utf8').catch(() => '');
  console.log(`Máy chủ đang chạy${/https?:\/\/[^"]+/.exec(hint)?.[0].replace(/^/, ' tại ') ?? ''}.`);
  return 0;
}
