import { askPassword } from '../commands/ask-password.ts';
import { type Command, onlyPositional, readArgs, required, wholeNumber } from '../commands/command.ts';
import { checkDirectory, dataPaths } from '../data-directory/data-directory.ts';
import { OperatorError, UsageError } from '../output/operator-error.ts';
import { mailSettingsSchema, readMailSettings, removeMailSettings, writeMailSettings } from './mail-file.ts';
import { createSmtp } from './smtp.ts';

const usage = `Cách dùng:
  banhanh mail set --host MÁY --from ĐỊA-CHỈ --page ĐỊA-CHỈ-TRANG [--port CỔNG] [--tls] [--user TÊN] [--data THƯ-MỤC]
  banhanh mail test ĐỊA-CHỈ [--data THƯ-MỤC]
  banhanh mail status [--data THƯ-MỤC]
  banhanh mail off [--data THƯ-MỤC]

Thư báo việc: ai có thư điện tử ở danh sách thành viên thì được báo văn bản nào đang chờ mình, có trích yếu và đường dẫn, không có
nội dung; văn bản khẩn báo ngay, còn lại gộp lúc 7 giờ 30 và 13 giờ 30 ngày làm việc. “set” hỏi mật khẩu nếu có --user (hoặc đọc từ
đầu vào). Máy chủ đang chạy nhận thiết lập mới khi khởi động lại.

  --host     máy chủ thư (SMTP) của cơ quan
  --port     cổng (mặc định: 587; 465 khi có --tls)
  --tls      TLS ngay từ đầu (cổng 465)
  --user     tên đăng nhập máy chủ thư
  --from     thư đến từ địa chỉ nào, ví dụ "Ban Hành <vanthu@xa.gov.vn>"
  --page     địa chỉ công khai của trang, ví dụ https://vanban.xa.gov.vn
  --data     thư mục dữ liệu (mặc định: data)`;

/** `banhanh mail set --host mail.xa.gov.vn --from vanthu@xa.gov.vn --page https://vanban.xa.gov.vn` */
export const mailCommand: Command = { usage, run };

async function run([what, ...args]: readonly string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const options = {
    ...{ host: text, port: text, user: text, from: text, page: text },
    tls: { type: 'boolean', default: false },
    data: { type: 'string', default: 'data' },
  } as const;
  const { values, positionals } = readArgs({ args, allowPositionals: true, options });
  await checkDirectory(values.data);
  const path = dataPaths(values.data).mail;
  switch (what) {
    case 'set':
      return set(path, values);
    case 'test':
      return tryOut(path, onlyPositional(positionals, 'địa chỉ nhận'));
    case 'status':
      return status(path);
    case 'off':
      await removeMailSettings(path);
      console.log('Đã thôi gửi thư báo, từ lần khởi động sau của máy chủ.');
      return 0;
    default:
      throw new UsageError('Chỉ có “mail set”, “mail test”, “mail status” và “mail off”.');
  }
}

interface Asked {
  readonly host?: string | undefined;
  readonly port?: string | undefined;
  readonly user?: string | undefined;
  readonly from?: string | undefined;
  readonly page?: string | undefined;
  readonly tls: boolean;
}

async function set(path: string, { host, port, user, from, page, tls }: Asked): Promise<number> {
  const settings = mailSettingsSchema.safeParse({
    schema: 'mail@1',
    host: required(host, '--host'),
    port: port === undefined ? (tls ? 465 : 587) : wholeNumber(port, '--port', 65_535),
    isTls: tls,
    from: required(from, '--from'),
    pageAddress: required(page, '--page'),
    ...(user !== undefined && { user, password: await askPassword(`Mật khẩu của ${user} ở máy chủ thư: `) }),
  });
  if (!settings.success) {
    const wrong = settings.error.issues.map((issue) => issue.path.join('.')).join(', ');
    throw new UsageError(
      `Thiết lập thư chưa đúng ở: ${wrong}. --page phải là địa chỉ đầy đủ, ví dụ https://vanban.xa.gov.vn.`,
    );
  }
  await writeMailSettings(path, settings.data);
  console.log('Đã ghi thiết lập thư. Hãy thử: banhanh mail test ĐỊA-CHỈ, rồi khởi động lại máy chủ.');
  return 0;
}

async function tryOut(path: string, to: string): Promise<number> {
  const settings = await settingsAt(path);
  const text = `Ban Hành gửi được thư báo. Trang làm việc: ${settings.pageAddress}\n`;
  await createSmtp(settings)
    .send({ to, subject: 'Ban Hành: thư thử', text })
    .catch((cause: unknown) => {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new OperatorError(`Máy chủ thư ${settings.host}:${settings.port} chưa nhận: ${why}`, { cause });
    });
  console.log(`Máy chủ thư đã nhận thư gửi ${to}.`);
  return 0;
}

async function status(path: string): Promise<number> {
  const settings = await readMailSettings(path);
  if (!settings) {
    console.log('Chưa đặt máy chủ thư: không ai được báo việc qua thư.');
    return 0;
  }
  const { host, port, user, from, pageAddress } = settings;
  console.log(`Gửi qua ${host}:${port}${user === undefined ? '' : ` (${user})`}, từ ${from}; trang: ${pageAddress}.`);
  return 0;
}

async function settingsAt(path: string) {
  const settings = await readMailSettings(path);
  if (!settings) throw new OperatorError('Chưa đặt máy chủ thư; hãy chạy banhanh mail set.');
  return settings;
}
