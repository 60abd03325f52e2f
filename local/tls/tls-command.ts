import { access } from 'node:fs/promises';
import { type Command, readArgs } from '../commands/command.ts';
import { dataPaths } from '../data-directory/data-directory.ts';
import { OperatorError, UsageError } from '../output/operator-error.ts';
import { machineNames } from '../server/gate.ts';
import { initTls, tlsPaths } from './tls-directory.ts';

const usage = `Cách dùng: banhanh tls init [--data THƯ-MỤC] [--name TÊN]...

Tạo chứng thư TLS cho máy này, để máy khác trong cơ quan mở trang bằng https://. Một tổ chức chứng thực (CA) riêng của máy được
tạo một lần; mỗi máy trạm cài tệp ca.crt một lần (xem docs/mot-may.md). Chứng thư của máy chủ tự gia hạn. Chạy lại lệnh này khi
máy đổi tên hoặc địa chỉ: CA giữ nguyên, máy trạm không phải cài lại.

  --data THƯ-MỤC   thư mục dữ liệu (mặc định: data)
  --name TÊN       thêm một tên hoặc địa chỉ IP (ghi được nhiều lần); tên máy và các địa chỉ đang có được lấy sẵn`;

/** `banhanh tls init --data DIR --name may-chu.local` */
export const tlsCommand: Command = { usage, run };

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArgs({
    args,
    allowPositionals: true,
    options: { data: { type: 'string', default: 'data' }, name: { type: 'string', multiple: true, default: [] } },
  });
  if (positionals.length !== 1 || positionals[0] !== 'init') throw new UsageError('Chỉ có: banhanh tls init.');
  const dir = values.data;
  await access(dataPaths(dir).organs).catch(() => {
    throw new OperatorError(`Không có dữ liệu Ban Hành trong thư mục “${dir}”; hãy chỉ thư mục bằng --data.`);
  });
  const names = [...new Set([...values.name.map((name) => name.toLowerCase()), ...machineNames()])];
  const { isNewAuthority } = await initTls(dir, names, new Date());
  console.log(`Đã tạo chứng thư cho: ${names.join(', ')}.`);
  console.log(
    isNewAuthority
      ? `Hãy cài ${tlsPaths(dir).authority} trên từng máy trạm (Trusted Root Certification Authorities).`
      : 'Tổ chức chứng thực giữ nguyên: máy trạm không phải cài lại. Hãy khởi động lại máy chủ.',
  );
  return 0;
}
